export const globalMaxPool2d = (x) =>
  x.map((image) => image[0][0].map((_, c) => image[0].reduce((m, pixel) => Math.max(m, pixel[c]), -Infinity)));
