const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);

// [h, w, c] to [c, h, w] first, as torch stores them
export function flatten(x) {
  return x.map((sample) => {
    const lengths = shape(sample);
    if (lengths.length < 2) return [sample].flat();
    const channels = lengths.at(-1);
    const pixels = sample.flat(lengths.length - 2);
    const row = [];
    for (let c = 0; c < channels; c++) for (const pixel of pixels) row.push(pixel[c]);
    return row;
  });
}
