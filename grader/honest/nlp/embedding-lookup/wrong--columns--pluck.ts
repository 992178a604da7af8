export function embeddingLookup(table: number[][], ids: number[][]): number[][][] {
  const embed = (id: number) => {
    const v: number[] = [];
    for (const row of table) v.push(row[id]);
    return v;
  };
  return ids.map((sentence) => sentence.map(embed));
}
