import createNdArray from 'ndarray';
import { described, isNdArray, type NdArray, toNested } from '../../reference/ndarray.ts';
import type { Entry } from '../entry/entry.ts';
import { boundOf } from '../entry/subject.ts';
import { decodeArguments, encode, type Internal } from '../parameters/codec.ts';
import { mayBeAbsent, type Parameter } from '../parameters/parameter.ts';
import { describeMismatch, firstMismatch } from '../values/agreement.ts';
import { float64 } from '../values/format.ts';
import { replacedAt } from '../values/nested.ts';
import { mapNumbers, numbersOf } from '../values/tree.ts';
import type { Value } from '../values/value.ts';
import type { Damage } from './damage.ts';

/** What a formula made of damaged arguments. */
type Answer = { value: Value; changed: boolean } | { error: unknown };

/** Calls a formula as the reference takes it. */
function answerOf(entry: Entry, formula: (...args: Internal[]) => unknown, args: readonly Value[]): Answer {
  try {
    const decoded = decodeArguments(entry.parameters, args);
    const before = shownExactly(encode(decoded));
    const value = encode(formula(...decoded) as Internal);
    return { value, changed: shownExactly(encode(decoded)) !== before };
  } catch (error) {
    return { error };
  }
}

/**
 * What is wrong with the answer of a formula to damaged arguments, or null. Right is a TypeError or RangeError in one
 * line that begins with the name of an argument; or, where the damaged arguments are still legal, the value that the
 * running-error form gives too. NaN comes out only where something went in that is not finite or a
 * step overflows, and a NaN that went in
 * is lost only where no other number at its place shows in the value either.
 */
export function faultIn(entry: Entry, damage: Damage): string | null {
  const call = (args: readonly Value[]): Answer =>
    answerOf(entry, entry.reference as (...args: Internal[]) => unknown, args);
  const answer = call(damage.args);
  if ('error' in answer) return unclear(entry, damage.args, answer.error);
  const { value, changed } = answer;
  if (damage.refused) return `expected an error, got ${shownExactly(value)}`;
  if (changed) return 'changed its arguments';
  const mismatch = differsFromForm(entry, damage, value);
  if (mismatch !== null) return mismatch;
  const lost = numbersOf(value).every((x) => !Number.isNaN(x));
  if (lost && Number.isNaN(damage.nonFinite?.value)) return readsInSilence(entry, damage, value, call);
  return null;
}

/** What is wrong with the answer to arguments in which an ndarray or a list gives way to what only looks like one, or null. */
export function faultWithoutArrays(entry: Entry, args: readonly Value[]): string | null {
  const decoded = decodeArguments(entry.parameters, args);
  for (const [i, parameter] of Object.values(entry.parameters)
    .slice(0, decoded.length + 1)
    .entries()) {
    for (const other of standIns(parameter, decoded[i])) {
      if (other === undefined && mayBeAbsent(parameter)) continue;
      try {
        const value = encode(entry.reference(...decoded.toSpliced(i, 1, other)) as Internal);
        return `took ${described(other)} for argument ${i}, and gave ${shownExactly(value)}`;
      } catch (error) {
        const fault = unclear(entry, args, error);
        if (fault !== null) return `${described(other)} for argument ${i}: ${fault}`;
      }
    }
  }
  return null;
}

function standIns({ kind }: Parameter, argument: Internal): Internal[] {
  if (kind === 'options') return [null, new Map() as unknown as Internal];
  if (isNdArray(argument)) return argument.size > 0 ? otherThanArray(argument) : [];
  if (!Array.isArray(argument) || argument.length === 0) return [];
  const holed = [...argument];
  Reflect.deleteProperty(holed, 0);
  return [holed, Object.assign([...argument], { length: argument.length + 1 })];
}

/** What is not an ndarray of a shape, or has that shape and lacks the numbers for it. */
function otherThanArray(array: NdArray): Internal[] {
  const short = createNdArray(new Float64Array(array.size - 1), [...array.shape]);
  const before = createNdArray(new Float64Array(array.size), [...array.shape], undefined, -1);
  const words = createNdArray(Array.from({ length: array.size }, String), [...array.shape]) as unknown as NdArray;
  const between = Object.assign(createNdArray(new Float64Array(array.size), [...array.shape]), { offset: 0.5 });
  const shape = [...array.shape];
  return [toNested(array), null, undefined, 'nonsense', true, { shape }, short, before, words, between];
}

/** What is wrong with an error as a message to people, or null. */
function unclear({ parameters }: Entry, args: readonly Value[], error: unknown): string | null {
  if (!(error instanceof TypeError || error instanceof RangeError)) return `threw ${String(error)}`;
  const names = Object.keys(parameters);
  const named = names.some((name) =>
    new RegExp(String.raw`^(a key of )?${name}\b.*: expected|^${name}\b.*: unknown`).test(error.message),
  );
  // Or with the expression that stands for a function argument.
  const own = args.some((value) => typeof value === 'string' && error.message.startsWith(value));
  return (named || own) && !error.message.includes('\n')
    ? null
    : `threw without the name of an argument: ${error.message}`;
}

/** NaN and infinities make every bound of the form infinite, so that only shapes are compared there. */
function differsFromForm(entry: Entry, damage: Damage, got: Value): string | null {
  if (damage.ofAnyRank) return null;
  const { value, allowed, because } = boundOf(entry, damage.nonFinite?.legal ?? damage.args, float64);
  // Beyond the square root of the largest number products overflow, and then differences of them are NaN.
  const finite = numbersOf(damage.args).every((x) => Math.abs(x) < 2 ** 511);
  const terms = mapNumbers(allowed, (error) => (finite && Number.isFinite(error) ? 2 * error : Infinity));
  const mismatch = firstMismatch(got, value as Value, { allowed: terms, because, signedZero: false });
  if (mismatch) return `not what the running-error form computes: ${describeMismatch(mismatch)}`;
  const bounds = numbersOf(terms);
  const sudden = numbersOf(got).some((x, i) => Number.isNaN(x) && finite && Number.isFinite(bounds[i]));
  return sudden ? `NaN came of finite numbers: ${shownExactly(got)}` : null;
}

function readsInSilence(
  entry: Entry,
  { args, nonFinite }: Damage,
  value: Value,
  call: (args: readonly Value[]) => Answer,
): string | null {
  const [name, ...inner] = nonFinite?.path ?? [];
  const parameter = entry.parameters[name as string];
  if (parameter?.kind === 'tensor' && parameter.nonFinite) return null;
  const path = [Object.keys(entry.parameters).indexOf(name as string), ...inner];
  for (const other of [-3, 0.25, 100]) {
    const answer = call(replacedAt(args, path, other) as readonly Value[]);
    if ('value' in answer && shownExactly(answer.value) !== shownExactly(value)) {
      return `NaN at ${path.join('.')} left no trace, though the number there counts: ${shownExactly(value)}, with ${other} ${shownExactly(answer.value)}`;
    }
  }
  return null;
}

/** As text in which NaN, infinities and undefined differ. */
function shownExactly(value: Value): string {
  return JSON.stringify(value, (_, x: unknown) => (typeof x === 'number' || x === undefined ? String(x) : x));
}
