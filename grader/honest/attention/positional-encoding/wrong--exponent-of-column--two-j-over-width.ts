export function positionalEncoding(length: number, width: number): number[][] {
  if (width < 2 || width % 2) throw new Error('width');
  return Array.from({ length }, (_, p) =>
    Array.from({ length: width }, (_, i) => {
      const angle = p / Math.pow(10000, (2 * i) / width);
      return i % 2 ? Math.cos(angle) : Math.sin(angle);
    }),
  );
}
