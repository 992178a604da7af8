export function positionalEncoding(length, width) {
  if (width < 2 || width % 2) throw new Error('width');
  return Array.from({ length }, (_, p) => {
    const row = [];
    for (let i = 0; i < width / 2; i++) {
      const w = p / 10000 ** ((2 * i) / width);
      row[2 * i] = Math.cos(w);
      row[2 * i + 1] = Math.sin(w);
    }
    return row;
  });
}
