type Images = number[][][][];

export function globalAveragePool2d(x: Images): number[][] {
  return x.map((image) => {
    const pixels = image.flat();
    return pixels[0].map((_, c) => pixels.reduce((sum, pixel) => sum + pixel[c], 0) / pixels.length);
  });
}
