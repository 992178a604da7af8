export function positionalEncoding(length: number, width: number) {
  if (width < 2 || width % 2) throw new Error('width');
  return Array.from({ length }, (_, p) =>
    Array.from({ length: width / 2 }, (_, i) => p / 1000 ** ((2 * i) / width)).flatMap((a) => [
      Math.sin(a),
      Math.cos(a),
    ]),
  );
}
