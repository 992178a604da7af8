export function positionalEncoding(length: number, width: number): number[][] {
  if (!(width > 0) || width % 2 !== 0) throw new Error('width must be even and positive');
  const table: number[][] = [];
  for (let pos = 0; pos < length; pos++) {
    const row: number[] = [];
    for (let i = 0; i < width / 2; i++) {
      const angle = pos / Math.pow(10000, (2 * i) / width);
      row.push(Math.sin(angle), Math.cos(angle));
    }
    table.push(row);
  }
  return table;
}
