export function positionalEncoding(length, width) {
  if (width < 2 || width % 2) throw new Error('width');
  return Array.from({ length }, (_, p) => {
    const row = [];
    for (let j = 0; j < width; j += 2) row.push(Math.sin(p * 10000 ** (j / width)), Math.cos(p * 10000 ** (j / width)));
    return row;
  });
}
