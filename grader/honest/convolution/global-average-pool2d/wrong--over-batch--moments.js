// mean over batch, height and width, as batch normalization does
export function globalAveragePool2d(x) {
  const pixels = x.flat(2);
  return [pixels[0].map((_, c) => pixels.reduce((s, p) => s + p[c], 0) / pixels.length)];
}
