export function embeddingLookup(table: number[][], ids: number[][]): number[][][] {
  return ids.map((sentence) =>
    sentence.map((id) => {
      const row = table[id];
      if (!row) throw new RangeError(`unknown token ${id}`);
      return row.slice();
    }),
  );
}
