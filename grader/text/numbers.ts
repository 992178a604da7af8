const WORDS = new Set(['NaN', 'Infinity', '-Infinity']);

/** Whether a value of a record is a number; NaN and the infinities are written as strings. */
export function isNumeric(value: unknown): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && WORDS.has(value));
}

function withDigits(value: number, digits: number): string {
  if (Object.is(value, -0)) return '-0';
  return String(Number(value.toPrecision(digits)));
}

/** A number in at most six significant digits: enough to recognize it in a grid. */
export function shortNumber(value: number | string): string {
  return withDigits(Number(value), 6);
}

/** How far something is off: four digits, and a power of ten for large numbers. */
export function magnitude(value: number | string): string {
  const number = Number(value);
  const plain = withDigits(number, 4);
  return Math.abs(number) >= 1e6 && Number.isFinite(number) ? number.toExponential(3).replace('e+', 'e') : plain;
}

/** Every digit that the double has. */
export function exactNumber(value: number | string): string {
  return withDigits(Number(value), 17);
}

/** Two numbers in as many digits as it takes to see that they differ: 1 and 1.0000000001 both, not 1 and 1. */
export function toldApart(a: number | string, b: number | string): [string, string] {
  for (let digits = 6; digits < 17; digits++) {
    const pair: [string, string] = [withDigits(Number(a), digits), withDigits(Number(b), digits)];
    if (pair[0] !== pair[1]) return pair;
  }
  return [exactNumber(a), exactNumber(b)];
}

/** Points as people write them: at most two decimals, and no trailing zeros. */
export function shownPoints(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** `19,990`: how many there are of something. */
export function shownCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** A share as whole percent, with a space that no line breaks at; what is below 1 never reads 100 %. */
export function shownShare(share: number): string {
  const percent = Math.round(share * 100);
  if (share < 1 && percent === 100) return '>99\u00a0%';
  return share > 0 && percent === 0 ? '<1\u00a0%' : `${percent}\u00a0%`;
}
