export function positionalEncoding(length, width) {
  if (width <= 0 || width & 1) throw new RangeError(`odd width ${width}`);
  const rates = new Float64Array(width / 2).map((_, i) => Math.exp((-2 * i * Math.log(10000)) / width));
  return Array.from({ length }, (_, t) => {
    const row = new Float64Array(width);
    rates.forEach((rate, i) => {
      row[2 * i] = Math.sin(t * rate);
      row[2 * i + 1] = Math.cos(t * rate);
    });
    return row;
  });
}
