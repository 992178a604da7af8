import { differs, type Pair, type PairedAnswer } from './pairs.ts';

/** What every differing value is of the expected one, in words, with the function that says so. */
interface Known {
  words: string;
  of: (expected: number) => number;
}

/** In the order in which they are tried: a simple one is preferred. */
const KNOWN: readonly Known[] = [
  { words: 'the negative of the expected value', of: (e) => -e },
  { words: 'twice the expected value', of: (e) => 2 * e },
  { words: 'half of the expected value', of: (e) => e / 2 },
  { words: 'the absolute value of the expected one', of: (e) => Math.abs(e) },
  { words: '1 minus the expected value', of: (e) => 1 - e },
  { words: 'the reciprocal of the expected value', of: (e) => 1 / e },
  { words: 'the square of the expected value', of: (e) => e * e },
  { words: 'the square root of the expected value', of: Math.sqrt },
  { words: 'the logarithm of the expected value', of: Math.log },
  { words: 'e to the power of the expected value', of: Math.exp },
];

/** Factors that have a name; the tries below find whole numbers. */
const FACTORS: readonly [number, string][] = [
  [Math.LN2, 'ln 2'],
  [Math.LN10, 'ln 10'],
  [Math.SQRT2, 'the square root of 2'],
  [Math.PI, 'pi'],
];
const LARGEST_WHOLE = 1000;
/** Equal but for the rounding of another order of operations. */
const CLOSE = 1e-9;
/** Fewer distinct values could be anything. */
const FEWEST = 3;

/** What all values of the differing answers are of the expected ones, or null. */
export function simpleRelation(answers: readonly PairedAnswer[]): Known | null {
  const pairs = answers.flatMap((answer) => answer.pairs);
  if (!areTelling(pairs)) return null;
  return (
    KNOWN.find((known) => holds(known, pairs)) ??
    [sameFactor(pairs), sameShift(pairs)].find((known) => known !== null && holds(known, pairs)) ??
    null
  );
}

/** Whether the values tell relations apart: some that differ, finite, of different sizes. */
export function areTelling(pairs: readonly Pair[]): boolean {
  if (pairs.some(({ got, expected }) => !Number.isFinite(got) || !Number.isFinite(expected))) return false;
  const distinct = new Set(pairs.filter(differs).map(({ expected }) => expected.toPrecision(6)));
  return distinct.size >= FEWEST;
}

export function holds({ of }: Pick<Known, 'of'>, pairs: readonly Pair[]): boolean {
  return pairs.every(({ got, expected, allowed }) => isNear(got, of(expected), allowed));
}

function isNear(got: number, wanted: number, allowed: number): boolean {
  return Math.abs(got - wanted) <= CLOSE * Math.max(Math.abs(got), Math.abs(wanted)) + 8 * allowed;
}

/** The factor between the largest value and what came for it. */
export function factorOf(pairs: readonly Pair[]): number | null {
  const largest = pairs.reduce((a, b) => (Math.abs(b.expected) > Math.abs(a.expected) ? b : a));
  const factor = largest.got / largest.expected;
  return Number.isFinite(factor) && factor !== 0 && Math.abs(factor - 1) > 1e-6 ? factor : null;
}

function sameFactor(pairs: readonly Pair[]): Known | null {
  const factor = factorOf(pairs);
  return factor === null ? null : { words: `${factorWords(factor)} the expected value`, of: (e) => factor * e };
}

/** `3 times`, `1/3 of`, `1/ln 2 times`, `0.9 times` */
export function factorWords(factor: number): string {
  const size = Math.abs(factor);
  const sign = factor < 0 ? 'minus ' : '';
  const isWhole = (x: number): boolean =>
    x <= LARGEST_WHOLE && Math.round(x) > 0 && Math.abs(x - Math.round(x)) < 1e-7 * x;
  if (isWhole(size)) return `${sign}${Math.round(size)} times`;
  if (isWhole(1 / size)) return `${sign}1/${Math.round(1 / size)} of`;
  for (const [value, name] of FACTORS) {
    if (Math.abs(size / value - 1) < 1e-7) return `${sign}${name} times`;
    if (Math.abs(size * value - 1) < 1e-7) return `${sign}1/(${name}) times`;
  }
  return `${sign}${Number(size.toPrecision(6))} times`;
}

function sameShift(pairs: readonly Pair[]): Known | null {
  const first = pairs.find(differs);
  if (first === undefined) return null;
  const shift = first.got - first.expected;
  const size = Number(Math.abs(shift).toPrecision(6));
  // A shift that is tiny beside the values is an error of rounding, which has words of its own.
  const largest = Math.max(...pairs.map(({ expected }) => Math.abs(expected)));
  if (size < 1e-6 * largest) return null;
  return { words: `the expected value ${shift > 0 ? 'plus' : 'less'} ${size}`, of: (e) => e + shift };
}
