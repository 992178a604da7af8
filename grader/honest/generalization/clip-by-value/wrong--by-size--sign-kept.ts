export function clipByValue(gradient: number[], low: number, high: number): number[] {
  return gradient.map((g) => {
    const size = Math.min(Math.max(Math.abs(g), low), high);
    return g < 0 ? -size : size;
  });
}
