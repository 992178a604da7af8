export function embeddingLookup(table: number[][], ids: number[][]): number[][][] {
  const steps = ids[0].length;
  const out: number[][][] = [];
  for (let t = 0; t < steps; t++) out.push(ids.map((text) => table[text[t]]));
  return out;
}
