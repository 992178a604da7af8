export function positionalEncoding(length: number, width: number) {
  if (width < 1 || width % 2 === 1) throw new Error('width');
  const n = width / 2;
  return Array.from({ length }, (_, t) => {
    const angles = Array.from({ length: n }, (_, i) => t * 10000 ** (-i / n));
    return [...angles.map(Math.sin), ...angles.map(Math.cos)];
  });
}
