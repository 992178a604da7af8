import { replaceHarmful } from '../text/characters.ts';
import { isRecord, type Path, shownPath, type Tree, toJson, type Value } from './value.ts';

/** Why and where a value is not the expected one. */
export interface Mismatch {
  kind: 'value' | 'shape';
  path: Path;
  got: Value;
  expected: Value;
  error: number;
  allowed: number;
  ulps: number | null;
  because: string;
}

export interface Terms {
  /** the largest error allowed of each number: a tree like `expected`, or one number for all */
  allowed: Tree<number>;
  /** the sentence that explains it */
  because: string;
  /** unit roundoff of the format in which ULPs are counted; default float64 */
  unit?: number;
  /** whether -0 differs from 0 where no error is allowed; default true */
  signedZero?: boolean;
  /** sizes below this one count as zero on both sides; default none */
  vanishing?: number;
}

/**
 * The first difference between a value and the expected one, or null. NaN equals only NaN and an infinity only itself;
 * lengths, keys and kinds must be the same. An allowed error of Infinity abstains: the element is not judged. Keys that
 * `expected` does not have are ignored, as are its keys that hold undefined.
 */
export function firstMismatch(got: Value, expected: Value, terms: Terms): Mismatch | null {
  return mismatchOf(got, expected, terms.allowed, terms);
}

function mismatchOf(got: Value, expected: Value, allowed: Tree<number>, terms: Terms): Mismatch | null {
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return shapeMismatch(got, expected);
    for (let i = 0; i < expected.length; i++) {
      const found = mismatchOf(got[i], expected[i], branch(allowed, i), terms);
      if (found) return { ...found, path: [i, ...found.path] };
    }
    return null;
  }
  if (isRecord(expected)) {
    if (!isRecord(got)) return shapeMismatch(got, expected);
    for (const key of Object.keys(expected)) {
      if (expected[key] === undefined) continue;
      if (!Object.hasOwn(got, key)) return shapeMismatch(got, expected);
      const found = mismatchOf(got[key], expected[key], branch(allowed, key), terms);
      if (found) return { ...found, path: [key, ...found.path] };
    }
    return null;
  }
  if (typeof expected !== 'number') return got === expected ? null : shapeMismatch(got, expected);
  if (typeof got !== 'number') return shapeMismatch(got, expected);
  const most = allowed as number;
  const error = errorOf(got, expected, terms, most);
  if (error <= most) return null;
  const ulp = spacing(expected, terms.unit ?? 2 ** -53);
  return { kind: 'value', path: [], got, expected, error, allowed: most, ulps: error / ulp, because: terms.because };
}

function shapeMismatch(got: Value, expected: Value): Mismatch {
  const because = 'the shape or kind differs';
  return { kind: 'shape', path: [], got, expected, error: Number.NaN, allowed: 0, ulps: null, because };
}

/** Beyond this a count of ULPs says no more than the error itself. */
const MOST_ULPS = 1e6;

/** As one line: `at [0][1]: got 1, expected 0.693: off by 0.307, allowed 1.7e-12 (why)`. */
export function describeMismatch(mismatch: Mismatch): string {
  const { path, got, expected, error, allowed, because } = mismatch;
  const at = path.length > 0 ? `at ${shownPath(path)}: ` : '';
  if (mismatch.kind === 'shape') return `${at}got ${shownForm(got)}, expected ${shownForm(expected)}: ${because}`;
  const values = `${at}got ${shownNumber(got)}, expected ${shownNumber(expected)}`;
  // How far NaN or an infinity is off cannot be said.
  if (!Number.isFinite(error)) return `${values} (${because})`;
  return `${values}: ${shownError(mismatch)}, allowed ${allowed.toPrecision(3)} (${because})`;
}

/** `off by 1.19e-7, 1.00 ulp` */
export function shownError({ error, ulps }: Pick<Mismatch, 'error' | 'ulps'>): string {
  const size = ulps === null || !(ulps < MOST_ULPS) ? '' : `, ${ulps.toPrecision(3)} ulp`;
  return `off by ${error.toPrecision(3)}${size}`;
}

function errorOf(got: number, expected: number, terms: Terms, allowed: number): number {
  if (allowed === Infinity) return 0;
  const vanishing = terms.vanishing ?? 0;
  const a = Math.abs(got) < vanishing ? 0 : got;
  const b = Math.abs(expected) < vanishing ? 0 : expected;
  if (Number.isNaN(b)) return Number.isNaN(a) ? 0 : Number.POSITIVE_INFINITY;
  if (Number.isNaN(a)) return Number.POSITIVE_INFINITY;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b ? 0 : Number.POSITIVE_INFINITY;
  // Within an allowed error a sum may end on either side of zero; an exact zero has the sign that IEEE 754 gives it.
  if ((terms.signedZero ?? true) && allowed === 0 && a === 0 && b === 0 && !Object.is(a, b)) return Number.MIN_VALUE;
  return Math.abs(a - b);
}

/** The allowed error of an element or a member; one number is that of all. */
function branch(allowed: Tree<number>, key: number | string): Tree<number> {
  if (typeof allowed === 'number') return allowed;
  const found = (allowed as Record<number | string, Tree<number>>)[key];
  if (found === undefined) throw new Error(`no allowed error is given for '${key}'`);
  return found;
}

/** The gap between x and the next number of the format away from zero. */
export function spacing(x: number, unit: number): number {
  let exponent = x === 0 ? -1022 : Math.floor(Math.log2(Math.abs(x)));
  // The logarithm rounds up just below a power of two.
  if (2 ** exponent > Math.abs(x)) exponent--;
  return 2 ** Math.max(exponent, unit > 2 ** -50 ? -126 : -1022) * (2 * unit);
}

function shownNumber(value: Value): string {
  return Object.is(value, -0) ? '-0' : String(value as number);
}

/** What a value is, in a few words: its shape, its fields, or the number itself. */
export function shownForm(value: Value): string {
  if (Array.isArray(value)) {
    const shape: number[] = [];
    for (let level: Value = value; Array.isArray(level); level = level[0]) shape.push(level.length);
    return `an array [${shape.join(', ')}]`;
  }
  if (isRecord(value)) return `a record ${shownKeys(Object.keys(value))}`;
  if (typeof value === 'number') return shownNumber(value);
  if (typeof value === 'string') return shownString(value);
  return value === undefined ? 'nothing (undefined)' : JSON.stringify(toJson(value));
}

const MOST_KEYS = 6;
const LONGEST_WORD = 24;

/** Strings and keys may be a stranger's, so a message holds no long ones, and nothing that acts in a terminal. */
function shownString(value: string): string {
  return value.length > LONGEST_WORD ? `a string of ${value.length} characters` : printableWord(JSON.stringify(value));
}

function shownKeys(keys: readonly string[]): string {
  if (keys.length === 0) return '{}';
  const shown = keys.slice(0, MOST_KEYS).map((key) => printableWord(key.slice(0, LONGEST_WORD)));
  return `{ ${shown.join(', ')}${keys.length > MOST_KEYS ? ', …' : ''} }`;
}

function printableWord(text: string): string {
  return replaceHarmful(text, () => '\ufffd');
}
