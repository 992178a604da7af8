export const globalAveragePool2d = (x) =>
  x.map((image) => image[0][0].map((_, c) => Math.max(...image.flat().map((pixel) => pixel[c]))));
