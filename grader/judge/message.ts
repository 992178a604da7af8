import { type Mismatch, shownError, shownForm } from '../../properties/values/agreement.ts';
import { shownPath } from '../../properties/values/value.ts';
import type { ExerciseStatus } from '../record/record.ts';
import { ON_EXTREME, THROWS } from '../record/thrown.ts';
import { toldApart } from '../text/numbers.ts';
import { type Fault, isWrong } from './answers.ts';
import type { LawVerdict } from './laws.ts';

export const SPENT = {
  timeout: 'does not end within the budget of steps',
  memory: 'needs more memory than the limit',
} as const;

/** What a verdict has found. */
export interface Findings {
  status: ExerciseStatus;
  /** the fault of the counterexample */
  fault: Fault | null;
  laws: readonly LawVerdict[];
  /** what all wrong answers have in common, in words */
  relation: string | null;
  /** whether a misconception is named: its hint says where NaN comes from */
  named: boolean;
  pure: boolean;
  refusesIllegal: boolean;
}

/** The sentence of a verdict: what holds for all wrong answers first, then one of them in digits. */
export function messageOf({ status, fault, laws, relation, named, pure, refusesIllegal }: Findings): string | null {
  if (fault !== null) {
    const isExtreme = status === 'unstable';
    const what = describeFault(fault, { isExtreme, named, pure: pure || relation !== null });
    return `${isExtreme ? ON_EXTREME : ''}${relation === null || !isWrong(fault) ? what : joined(relation, what)}`;
  }
  const broken = laws.find(({ fault: found }) => found !== null);
  if (broken?.fault && 'message' in broken.fault) return `breaks the law that ${broken.name}: ${broken.fault.message}`;
  if (status !== 'correct') return null;
  const losses = [
    ...(pure ? [] : ['changes its arguments']),
    ...(refusesIllegal ? [] : ['does not throw on illegal input']),
  ];
  return losses.length > 0 ? `right, but ${losses.join(' and ')}` : null;
}

/** What holds for all, then one of them in digits. */
function joined(words: string, digits: string): string {
  return `${words}${words.includes(':') ? ';' : ':'} ${digits}`;
}

/** What the words for a fault depend on. */
interface Circumstances {
  isExtreme: boolean;
  named: boolean;
  pure: boolean;
}

function describeFault(fault: Fault, circumstances: Circumstances): string {
  switch (fault.kind) {
    case 'mismatch':
      return describeMismatch(fault.mismatch, circumstances);
    case 'nonsense':
      return `returns ${fault.what}${RETURNED[fault.what] ?? ''}`;
    case 'threw':
      return `${THROWS}${fault.message}`;
    default:
      return SPENT[fault.kind];
  }
}

/** What to do about a result that is not a value. */
const RETURNED: Readonly<Record<string, string>> = {
  'a Promise': ': take async and await away, the function must return the value itself',
  'an iterator': ': return an array, by a plain function (without *) or as [...values]',
  'an async iterator': ': the function must return the values in an array, without async',
  'a function': ': call it, and return what it returns',
  'an array with holes':
    ': new Array(n) has holes: fill it first, as new Array(n).fill(0), or use Array.from({ length: n }, …)',
  'a bigint': ': return a number, without the n',
  'an array of bigints': ': return numbers, without the n',
  'a Map': ': return a plain record or an array',
  'a Set': ': return an array, as [...set]',
  'a boxed number': ': write Number(x) without new',
};

/** An error below this share of the value is read as one of digits, and then its size matters. */
const SMALL = 1e-3;

function describeMismatch(mismatch: Mismatch, { isExtreme, named, pure }: Circumstances): string {
  const { kind, path, got, expected, error, allowed } = mismatch;
  const at = path.length > 0 ? ` at ${shownPath(path)}` : '';
  if (kind === 'shape') {
    return `got ${shownForm(got)}, expected ${shownForm(expected)}${at}${got === undefined ? nothingAdvice(mismatch, pure) : ''}`;
  }
  const [a, b] = toldApart(got as number, expected as number);
  const digits = `got ${a}, expected ${b}${at}`;
  if (named && !Number.isFinite(got)) return digits;
  if (Number.isNaN(got)) return `${digits}; ${isExtreme ? OF_EXTREME_NAN : OF_NAN}`;
  if (isExtreme && got === 0) return `${digits}: something became too small for a number, or its digits cancelled`;
  if (isExtreme && Math.abs(got as number) === Infinity) return `${digits}: it grew too large for a number`;
  const isSmall = Number.isFinite(error) && error < SMALL * Math.abs(expected as number);
  return isSmall ? `${digits} (${shownError(mismatch)}, allowed ${allowed.toPrecision(3)})` : digits;
}

function nothingAdvice({ path, expected }: Mismatch, pure: boolean): string {
  if (path.some((step) => typeof step === 'number')) return ENTRY_MISSING;
  // A field that is missing from a record is named by the path.
  return path.length > 0 || expected === undefined ? '' : pure ? RETURN_MISSING : RETURN_IN_PLACE;
}

const RETURN_MISSING = ': a function in braces needs a return, on each way through';
const ENTRY_MISSING = ': it was never set, or a callback (of map) has no return';
const RETURN_IN_PLACE = ': it changes its arguments and returns nothing: make a new value, and return it';
const OF_NAN =
  'NaN comes of arithmetic with undefined, 0/0, Infinity - Infinity, 0 * Infinity, or the root or logarithm of a negative number';
const OF_EXTREME_NAN =
  'NaN comes of Infinity - Infinity, Infinity / Infinity, 0 * Infinity or 0/0: something grew too large or vanished on the way';

/**
 * The message of a verdict that a style explains: the style first. Words of an error that follows from it, where it shows, and
 * causes of NaN that are not its cause, say nothing more.
 */
export function styledMessage(style: string, message: string | null): string {
  if (message === null || message.includes(THROWS)) return style;
  const digits = message.replace(/^right except where .*?: (?=got )/, '').replace(`; ${OF_NAN}`, '');
  return joined(style, digits);
}
