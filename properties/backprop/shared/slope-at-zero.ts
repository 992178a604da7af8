/**
 * The slope of a function of one number at 0, by central differences: steps h, h/2 and h/4 combined (Richardson); what
 * two combinations differ by bounds the truncation, the rounding over the step the rest.
 */
export function slopeAtZero(at: (s: number) => number): { slope: number; error: number } {
  const central = (h: number): number => (at(h) - at(-h)) / (2 * h);
  const h = 2 ** -9;
  const [coarse, fine, finest] = [central(h), central(h / 2), central(h / 4)];
  const first = (4 * fine - coarse) / 3;
  const slope = (4 * finest - fine) / 3;
  return { slope, error: 2 * Math.abs(slope - first) + 2 ** -40 };
}
