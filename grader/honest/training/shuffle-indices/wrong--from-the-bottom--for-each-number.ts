export function shuffleIndices(n: number, random: number[]): number[] {
  const indices = [...new Array(n).keys()];
  random.forEach((u, i) => {
    const j = Math.floor(u * (i + 1));
    [indices[i], indices[j]] = [indices[j]!, indices[i]!];
  });
  return indices;
}
