export const relu = (...z) => [0, ...z].sort((a, b) => a - b).pop();
