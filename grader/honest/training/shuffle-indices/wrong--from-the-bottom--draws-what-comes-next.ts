export const shuffleIndices = (n, random) => {
  const left = Array.from({ length: n }, (_, i) => i);
  random.forEach((u, i) => {
    const j = Math.floor(u * (n - i)) + i;
    const [a, b] = [left[i], left[j]];
    left.splice(i, 1, b);
    left.splice(j, 1, a);
  });
  return left;
};
