export function positionalEncoding(length, width) {
  if (width < 2 || width % 2) throw new Error('width');
  const out = [];
  for (let pos = 1; pos <= length; pos++) {
    const row = [];
    for (let i = 0; i < width; i += 2) {
      row.push(Math.sin(pos / 10000 ** (i / width)));
      row.push(Math.cos(pos / 10000 ** (i / width)));
    }
    out.push(row);
  }
  return out;
}
