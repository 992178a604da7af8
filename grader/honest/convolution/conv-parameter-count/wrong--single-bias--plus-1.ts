export function convParameterCount(kernel: [number, number], channels: number, filters: number, { bias = true } = {}) {
  const weights = kernel[0] * kernel[1] * channels * filters;
  return bias ? weights + 1 : weights;
}
