export function oneHot(index: number, depth: number): Uint8Array {
  const row = new Uint8Array(depth);
  if (!(index in row) || index % 1 !== 0) throw new TypeError('index');
  row[index]++;
  return row;
}
