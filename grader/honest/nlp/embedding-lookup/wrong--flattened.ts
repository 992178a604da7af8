export function embeddingLookup(table: number[][], ids: number[][]) {
  return ids.flat().map((id) => table[id]);
}
