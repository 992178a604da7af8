export function convParameterCount([kh, kw], channels, filters, { bias = true } = {}) {
  let count = 0;
  for (let f = 0; f < filters; f++) for (let c = 0; c < channels; c++) count += kh * kw + (bias ? 1 : 0);
  return count;
}
