export function clipByValue(gradient: number[], low: number, high: number): number[] {
  return gradient.map((g) => (g < low || g > high ? 0 : g));
}
