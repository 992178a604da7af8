export function globalMaxPool2d(x: number[][][][]): number[][] {
  return x.map((image) => image[0][0].map((_, c) => Math.max(...image.flatMap((row) => row.map((pixel) => pixel[c])))));
}
