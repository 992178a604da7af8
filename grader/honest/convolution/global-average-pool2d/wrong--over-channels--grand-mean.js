export function globalAveragePool2d(x) {
  return x.map((image) => {
    const all = image.flat(2);
    return [all.reduce((a, b) => a + b, 0) / all.length];
  });
}
