export function globalMaxPool2d(x) {
  return x.map((image) => {
    const n = image.length * image[0].length;
    const total = image[0][0].map(() => 0);
    for (const row of image) for (const pixel of row) pixel.forEach((v, c) => { total[c] += v; });
    return total.map((t) => t / n);
  });
}
