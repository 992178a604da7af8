import { decode, decodeArguments, encode, type Internal } from '../parameters/codec.ts';
import { completed } from '../parameters/completed.ts';
import { lift, type Rounded, Rounding } from '../rounding/rounding.ts';
import { type Format, float64 } from '../values/format.ts';
import { nth } from '../values/nth.ts';
import { leaves, mapNumbers, mapTree, numbersOf } from '../values/tree.ts';
import type { Tree, Value } from '../values/value.ts';
import type { Entry } from './entry.ts';
import { boundOf, isRounded, plain, valueAndError } from './subject.ts';

/** A value, the allowed error of each of its numbers, and why. */
export interface Estimate {
  value: Tree<number>;
  allowed: Tree<number>;
  because: string;
}

/** Numbers of the form of a result, read from drawn ones: the upstream gradient. */
export function upstreamLike(result: Value, drawn: readonly number[]): Value {
  let next = 0;
  return mapNumbers(result, () => nth(drawn, next++ % drawn.length));
}

/** The gradient derived by hand, in reference/. */
export function gradientByHand(entry: Entry, upstream: Value, args: readonly Value[]): Value {
  if (!entry.gradient) throw new Error(`${entry.id} has no gradient`);
  return encode(
    entry.gradient.reference(decodedUpstream(entry, upstream), ...decodeArguments(entry.parameters, args)) as Internal,
  );
}

/** The accelerated gradient, by autodiff on the backend that is running. */
export async function gradientOnDevice(
  entry: Entry,
  module: Readonly<Record<string, unknown>>,
  upstream: Value,
  args: readonly Value[],
): Promise<Value> {
  const gradient = module[`${entry.id}Gradient`] as (...args: Internal[]) => Promise<Internal>;
  return encode(await gradient(decodedUpstream(entry, upstream), ...decodeArguments(entry.parameters, args)));
}

/**
 * The gradient by backward differentiation of the formula's running-error form, with the bound on a float
 * implementation's rounding: the arithmetic knows nothing of the derivation by hand.
 */
export function gradientByAutodiff(entry: Entry, upstream: Value, args: readonly Value[], format: Format): Estimate {
  const r = new Rounding(format);
  const lifted = completed(entry.parameters, args).map((value) => lift(r, value));
  const outputs = leaves(entry.rounding(r, ...lifted), isRounded).map(({ leaf }) => leaf as Rounded);
  const wanted = Object.fromEntries(
    argumentsBy(entry, lifted).map(({ name, numbers }) => [name, numbers as Tree<Rounded>]),
  );
  const inputs = leaves<Rounded>(wanted, isRounded).map(({ leaf }) => leaf);
  const gradients = r.gradient(outputs, numbersOf(upstream), inputs);
  let next = 0;
  const estimates = mapTree<Rounded, Rounded>(wanted, isRounded, () => nth(gradients, next++));
  return { ...valueAndError(estimates), because: r.because() };
}

/** The step of the differences, as a share of a number of more than 1. */
const STEP = 2 ** -9;
/** For what one step alone may not decide: the points beside a kink, or at the end of what the formula takes. */
const FINER_STEPS = [STEP, 2 ** -14, 2 ** -19];

/**
 * The gradient by central differences of the reference's value, which knows neither derivation. Steps h, h/2 and h/4
 * are combined (Richardson); what two combinations differ by bounds the truncation, the rounding of the value over the
 * step the rest.
 */
export function gradientByDifferences(entry: Entry, upstream: Value, args: readonly Value[]): Estimate {
  return differences(entry, upstream, args, (slopeBy) => {
    const { value, truncation, noise } = slopeBy(STEP);
    return { value, allowed: truncation + noise };
  });
}

/**
 * The same at a point that somebody picked: of several steps the one that tells the most, number by number. A step that
 * the formula refuses tells nothing, and if it refuses all of them nothing is judged: the allowed error is Infinity.
 */
export function gradientByFineDifferences(entry: Entry, upstream: Value, args: readonly Value[]): Estimate {
  return differences(entry, upstream, args, (slopeBy) => {
    let best: Slope = { value: 0, allowed: Infinity };
    for (const step of FINER_STEPS) {
      try {
        const { value, truncation, noise, movedNoise } = slopeBy(step);
        // If the second derivative jumps, as at variance 0, each halving leaves as much as it takes away.
        const allowed = 2 * truncation + noise + movedNoise;
        if (allowed < best.allowed) best = { value, allowed };
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    return best;
  });
}

interface Slope {
  value: number;
  allowed: number;
}

/**
 * The slope along one number by steps of a size, and what makes it uncertain: the truncation, the rounding of the value
 * at the point itself, and at the ends of the steps, which is more if the value is exactly 0 at the point.
 */
type SlopeBy = (step: number) => { value: number; truncation: number; noise: number; movedNoise: number };

function differences(
  entry: Entry,
  upstream: Value,
  args: readonly Value[],
  estimate: (slopeBy: SlopeBy) => Slope,
): Estimate {
  const surrogate = entry.gradient?.surrogate?.(...completed(entry.parameters, args));
  const compute = surrogate
    ? (moved: readonly Value[]) => surrogate(...completed(entry.parameters, moved))
    : plain(entry, entry.reference);
  const weights = numbersOf(upstream);
  const weighted = (terms: readonly number[]): number => terms.reduce((sum, x, k) => sum + x * nth(weights, k), 0);
  const sizeOf = (terms: readonly number[]): number =>
    terms.reduce((sum, x, k) => sum + Math.abs(x * nth(weights, k)), 0);
  const { value, allowed: errors } = boundOf(entry, args, float64);
  const noise = sizeOf(numbersOf(errors)) + 2 ** -52 * sizeOf(numbersOf(value));
  const allowed: number[] = [];
  const slopes = Object.fromEntries(
    argumentsBy(entry, args).map(({ name, numbers, whole, argumentsWith }) => {
      let next = 0;
      const slope = mapNumbers(numbers, (x) => {
        const k = next++;
        const { value, allowed: own } = estimate((step) => {
          let largest = 0;
          const at = (moved: number): number => {
            const terms = numbersOf(compute(argumentsWith(replaceNumber(whole, k, moved))));
            largest = Math.max(largest, sizeOf(terms));
            return weighted(terms);
          };
          const slopeOver = (h: number): number => (at(x + h) - at(x - h)) / (x + h - (x - h));
          const h = step * Math.max(1, Math.abs(x));
          const [coarse, fine, finest] = [slopeOver(h), slopeOver(h / 2), slopeOver(h / 4)];
          const first = (4 * fine - coarse) / 3;
          const second = (4 * finest - fine) / 3;
          return {
            value: second,
            truncation: Math.abs(second - first),
            noise: (16 * noise) / h,
            movedNoise: (16 * 2 ** -52 * largest) / h,
          };
        });
        allowed.push(own);
        return value;
      });
      return [name, slope];
    }),
  ) as Tree<number>;
  let next = 0;
  return {
    value: slopes,
    allowed: mapNumbers(slopes, () => nth(allowed, next++)),
    because: 'central differences: what two steps differ by, and rounding over the step',
  };
}

/** Something by which the formula is differentiated. */
interface Differentiated<T> {
  name: string;
  whole: T;
  /** the same without what has no derivative: strings and booleans */
  numbers: T;
  /** the argument list with another value in its place */
  argumentsWith: (value: T) => T[];
}

/** The arguments, or fields of them, by which the formula is differentiated. */
function argumentsBy<T>(entry: Entry, args: readonly T[]): Differentiated<T>[] {
  const names = Object.keys(entry.parameters);
  return (entry.gradient?.wrt ?? []).map((path) => {
    const [parameter, field] = path.split('.') as [string, string?];
    const position = names.indexOf(parameter);
    const argument = nth(args, position);
    if (field === undefined) {
      const argumentsWith = (value: T): T[] => args.with(position, value);
      return { name: parameter, whole: argument, numbers: withoutWords(argument), argumentsWith };
    }
    const whole = (argument as Record<string, T>)[field] as T;
    const argumentsWith = (value: T): T[] => args.with(position, { ...argument, [field]: value });
    return { name: field, whole, numbers: withoutWords(whole), argumentsWith };
  });
}

function withoutWords<T>(value: T): T {
  if (typeof value !== 'object' || value === null || isRounded(value)) return value;
  if (Array.isArray(value)) return value.map((item) => withoutWords(item)) as T;
  const kept = Object.entries(value).filter(([, item]) => typeof item === 'object' || typeof item === 'number');
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutWords(item)])) as T;
}

function replaceNumber(value: Value, k: number, x: number): Value {
  let next = 0;
  return mapNumbers(value, (old) => (next++ === k ? x : old));
}

/** An upstream gradient has the form of a result; a number is left for the gradient to judge. */
export function decodedUpstream({ result }: Entry, upstream: Value): Internal {
  return typeof upstream === 'number' ? upstream : decode(result, upstream, 'upstream');
}
