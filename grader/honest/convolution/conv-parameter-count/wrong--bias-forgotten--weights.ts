export function convParameterCount(kernel: [number, number], channels: number, filters: number): number {
  return kernel[0] * kernel[1] * channels * filters;
}
