export function globalAveragePool2d(x) {
  return x.map((image) => {
    const w = 1 / (image.length * image[0].length);
    const out = new Float64Array(image[0][0].length);
    for (const row of image) for (const pixel of row) for (const c of out.keys()) out[c] += w * pixel[c];
    return out;
  });
}
