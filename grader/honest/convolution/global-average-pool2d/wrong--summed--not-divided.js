export const globalAveragePool2d = (x) =>
  x.map((image) => image.flat().reduce((a, b) => a.map((v, c) => v + b[c])));
