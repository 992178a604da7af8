export const clipByValue = (gradient, low, high) => {
  if (low > high) throw new Error('low > high');
  return gradient.map((g) => Math.min(g, high));
};
