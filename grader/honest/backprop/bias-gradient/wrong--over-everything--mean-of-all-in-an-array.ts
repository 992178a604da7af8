const sum = (v) => v.reduce((a, b) => a + b, 0);
export const biasGradient = (deltas, reduction = 'mean') => {
  const all = deltas.flat();
  return [reduction === 'mean' ? sum(all) / all.length : sum(all)];
};
