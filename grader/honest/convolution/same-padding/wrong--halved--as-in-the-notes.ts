export const samePadding = (size: number, kernel: number) => ({ before: (kernel - 1) / 2, after: (kernel - 1) / 2 });
