export function embeddingLookup(table: number[][], ids: number[][]): number[][][] {
  const result: number[][][] = [];
  for (let b = 0; b < ids.length; b++) {
    result[b] = [];
    for (let t = 0; t < ids[b].length; t++) result[b][t] = [...(table[ids[b][t]] ?? table[0])];
  }
  return result;
}
