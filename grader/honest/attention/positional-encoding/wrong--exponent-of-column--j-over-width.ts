export function positionalEncoding(length: number, width: number): number[][] {
  if (width < 2 || width % 2) throw new Error('width');
  const pe: number[][] = [];
  for (let p = 0; p < length; p++) {
    pe.push([]);
    for (let j = 0; j < width; j++) {
      const angle = p / Math.pow(10000, j / width);
      pe[p].push(j % 2 === 0 ? Math.sin(angle) : Math.cos(angle));
    }
  }
  return pe;
}
