export const weightGradient = (d, a) => a[0].map((x) => d[0].map((y) => x * y));
