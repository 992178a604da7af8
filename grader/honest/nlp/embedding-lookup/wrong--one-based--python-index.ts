export const embeddingLookup = (table: number[][], ids: number[][]): number[][][] =>
  ids.map((row) => row.map((id) => table.at(id - 1)!));
