import type { Elementary, Format } from '../values/format.ts';
import type { Nest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor, Tree, Value } from '../values/value.ts';

/** A number with a bound on how far rounding may have taken it from the true value, and how it came about. */
export interface Rounded {
  readonly value: number;
  readonly error: number;
  /** what the last operation alone added to the error, to first order */
  readonly rounding: number;
  readonly parents: readonly Rounded[];
  /** the derivative by each parent, computed when a gradient is asked for */
  readonly partials: () => readonly Rounded[];
}

/**
 * The arguments of a formula with a rounded number in the place of each number. A tensor of any rank, whose type refers
 * to itself, is met by name, since the compiler would follow it without end; `any` stays.
 */
export type Lifted<T> = 0 extends 1 & T
  ? any
  : Tensor extends T
    ? Nest<Rounded>
    : T extends number
      ? Rounded
      : T extends string | boolean | null | undefined
        ? T
        : { [K in keyof T]: Lifted<T[K]> };

/** The bounds are computed in float64, each in a few roundings of its own. */
const OWN_ROUNDING = 1 + 2 ** -49;

const NONE: readonly Rounded[] = [];
const noPartials = (): readonly Rounded[] => NONE;

/**
 * Running error analysis (Wilkinson; Higham 2002, section 3.3): a formula written over these operations yields,
 * beside its value, a bound on the rounding error of a float implementation of the same steps. An operation passes on
 * the errors of its operands, by the steepest slope between what they are and what they may be, and adds its own
 * rounding: u times the result that the implementation may have, |value| + error, and not of the value alone. So terms
 * of second order are in it, and a bound that is nearly reached is still one.
 *
 * A sum of n terms adds c u / (1 - c u) of sum(|x_i| + error), with c = n for up to 16 terms, else min(n, 4 sqrt(sum of m^2)) over the values that
 * occur m times each: rounding errors of drawn data are as good as independent, which makes 4 sqrt(n), those of equal
 * terms all point one way, which makes n.
 *
 * The operations are recorded, so that `gradient` differentiates backwards and bounds the gradient's rounding too.
 * An error of Infinity says that the format cannot tell: the value overflows, or a kink or a tie lies within the error.
 */
export class Rounding {
  readonly format: Format;
  readonly #tape: Rounded[] = [];
  readonly #used = new Map<string, number>();
  #longest = 1;

  constructor(format: Format) {
    this.format = format;
  }

  /** The sentence that explains the bound. */
  because(): string {
    const { name, ulps } = this.format;
    const calls = [...this.#used.keys()].map((name) => `${name} within ${ulps[name as Elementary]} ulp`);
    const sums = this.#longest > 1 ? [`sums of at most ${this.#longest} terms`] : [];
    return `${name}, running error of every step${[...sums, ...calls].map((part) => `, ${part}`).join('')}`;
  }

  /** A number given to the implementation: exact where the format holds it. */
  input(x: number): Rounded {
    const held = this.format.round(x);
    if (!Number.isFinite(x)) return this.#leaf(x, 0);
    if (!Number.isFinite(held)) return this.#leaf(x, Infinity);
    const mayBeFlushed = Math.abs(x) < this.format.smallest;
    return this.#leaf(x, mayBeFlushed ? Math.abs(x) : Math.abs(held - x));
  }

  /** A number that follows from others and reaches the implementation with up to `ulps` roundings of its own. */
  rounded(x: number, ulps = 1): Rounded {
    return this.#leaf(x, this.#own(x, ulps));
  }

  /** A number whose error is known by other means than the steps that led to it. */
  known(x: number, error: number): Rounded {
    return this.#leaf(x, error);
  }

  /** A number that every implementation has exactly: a count, a small constant. */
  exact(x: number): Rounded {
    return this.#leaf(x, 0);
  }

  /** The same number without its history: its derivative counts as zero. */
  detached(x: Rounded): Rounded {
    return this.#leaf(x.value, x.error, 0);
  }

  add(a: Rounded, b: Rounded): Rounded {
    const one = (): Rounded => this.exact(1);
    return this.#node(a.value + b.value, a.error + b.error, 1, [a, b], () => [one(), one()]);
  }

  subtract(a: Rounded, b: Rounded): Rounded {
    return this.#node(a.value - b.value, a.error + b.error, 1, [a, b], () => [this.exact(1), this.exact(-1)]);
  }

  negate(a: Rounded): Rounded {
    return this.#node(-a.value, a.error, 0, [a], () => [this.exact(-1)]);
  }

  multiply(a: Rounded, b: Rounded): Rounded {
    const error = isInfiniteProduct(a, b)
      ? 0
      : weighted(b.value, a.error) + weighted(a.value, b.error) + weighted(a.error, b.error);
    return this.#node(a.value * b.value, error, 1, [a, b], () => [b, a]);
  }

  divide(a: Rounded, b: Rounded): Rounded {
    const value = a.value / b.value;
    const room = Math.abs(b.value) - b.error;
    const error = room > 0 ? (a.error + weighted(value, b.error)) / room : b.error === 0 ? 0 : Infinity;
    return this.#elementary('divide', value, error, [a, b], () => {
      const inverse = this.divide(this.exact(1), b);
      return [inverse, this.negate(this.multiply(this.divide(a, b), inverse))];
    });
  }

  square(a: Rounded): Rounded {
    return this.multiply(a, a);
  }

  /** The root of what no implementation makes negative: a sum of squares, a variance. */
  sqrt(a: Rounded): Rounded {
    const value = Math.sqrt(a.value);
    const error =
      a.error === 0 || a.value + a.error < 0
        ? 0
        : a.value > a.error
          ? a.error / (Math.sqrt(a.value - a.error) + value)
          : a.value < 0
            ? Infinity
            : Math.sqrt(a.value + a.error);
    const node: Rounded = this.#elementary('sqrt', value, error, [a], () => [this.divide(this.exact(0.5), node)]);
    return node;
  }

  exp(a: Rounded): Rounded {
    const value = Math.exp(a.value);
    // -Infinity stays 0 exactly; else e^(a+d) - e^a <= e^a (e^|d| - 1), less where the result has vanished.
    const error =
      a.value === -Infinity
        ? 0
        : a.error < 1
          ? weighted(value, Math.expm1(a.error))
          : Math.exp(a.value + a.error) - value;
    const node: Rounded = this.#elementary('exp', value, error, [a], () => [node]);
    return node;
  }

  log(a: Rounded): Rounded {
    const value = Math.log(a.value);
    const error = a.error === 0 ? 0 : a.value > a.error ? -Math.log1p(-a.error / a.value) : Infinity;
    // Near 1 the logarithm cancels in implementations that halve the argument, so a rounding of 1 comes on top.
    return this.#elementary('log', value, error, [a], () => [this.divide(this.exact(1), a)]);
  }

  tanh(a: Rounded): Rounded {
    const value = Math.tanh(a.value);
    const error = weighted(
      slope(a, (x) => 1 - Math.tanh(x) ** 2, 1),
      a.error,
    );
    const node: Rounded = this.#elementary('tanh', value, error, [a], () => [
      this.subtract(this.exact(1), this.square(node)),
    ]);
    return node;
  }

  cos(a: Rounded): Rounded {
    // The slope is at most 1, and the result moves by at most 2.
    const error = Math.min(a.error, 2);
    return this.#elementary('cos', Math.cos(a.value), error, [a], () => [
      this.cos(this.add(a, this.rounded(Math.PI / 2))),
    ]);
  }

  sin(a: Rounded): Rounded {
    const error = Math.min(a.error, 2);
    return this.#elementary('sin', Math.sin(a.value), error, [a], () => [this.cos(a)]);
  }

  /** 1 / (1 + e^-a), within a few roundings of itself on either tail. */
  sigmoid(a: Rounded): Rounded {
    const power = Math.exp(-Math.abs(a.value));
    const value = (a.value < 0 ? power : 1) / (1 + power);
    const derivative = (x: number): number => {
      const e = Math.exp(-Math.abs(x));
      return e / (1 + e) ** 2;
    };
    const error = weighted(slope(a, derivative, 0.25), a.error);
    const node: Rounded = this.#elementary('sigmoid', value, error, [a], () => [
      this.multiply(node, this.subtract(this.exact(1), node)),
    ]);
    return node;
  }

  abs(a: Rounded): Rounded {
    return this.#node(Math.abs(a.value), a.error, 0, [a], () => [this.#sign(a)]);
  }

  /** max(0, a), with derivative `atZero` at exactly 0. */
  relu(a: Rounded, atZero = 0): Rounded {
    const value = Number.isNaN(a.value) ? Number.NaN : Math.max(0, a.value);
    const error = a.value + a.error <= 0 ? 0 : a.error;
    return this.#node(value, error, 0, [a], () => [this.#heaviside(a, atZero)]);
  }

  /** 1 where a >= b, else 0; the format cannot tell where the two lie within their errors of each other. */
  atLeast(a: Rounded, b: Rounded): Rounded {
    const room = Math.abs(a.value - b.value);
    const error = a.error + b.error;
    return this.#leaf(a.value >= b.value ? 1 : 0, error > 0 && room <= error ? Infinity : 0);
  }

  /** base^exponent for a whole exponent that every implementation has exactly. */
  power(base: Rounded, exponent: number): Rounded {
    const value = base.value ** exponent;
    // By the mean value theorem, with the steepest slope of the interval that the error spans.
    const size = Math.abs(base.value);
    const steepest = exponent >= 1 ? size + base.error : Math.max(0, size - base.error);
    const error = weighted(exponent * steepest ** (exponent - 1), base.error);
    return this.#elementary('power', value, error, [base], () => [
      this.multiply(this.exact(exponent), this.power(base, exponent - 1)),
    ]);
  }

  /** The largest; its derivative goes to the first that is largest. */
  max(items: readonly Rounded[]): Rounded {
    const values = items.map((item) => item.value);
    const value = Math.max(...values);
    const error = Math.max(...items.map((item) => item.error));
    const first = values.indexOf(value);
    const runnerUp = Math.max(...values.filter((_, i) => i !== first));
    const tied = error > 0 && runnerUp >= value - 2 * error;
    return this.#node(value, error, 0, items, () =>
      items.map((_, i) => (tied ? this.#leaf(i === first ? 1 : 0, Infinity) : this.exact(i === first ? 1 : 0))),
    );
  }

  sum(terms: readonly Rounded[]): Rounded {
    let value = 0;
    let error = 0;
    let size = 0;
    for (const term of terms) {
      value += term.value;
      error += term.error;
      size += Math.abs(term.value);
    }
    // An infinite term leaves nothing to round: the sum is infinite (or NaN) on every side.
    const isInfinite = terms.some((term) => !Number.isFinite(term.value));
    const share = isInfinite ? 0 : this.#gamma(this.#lengthFactor(terms.length - 1, terms));
    const own = weighted(size + error, share);
    return this.#reduced(
      { value, error: isInfinite && error < Infinity ? 0 : error + own, rounding: weighted(size, share) },
      size,
      terms,
      () => terms.map(() => this.exact(1)),
    );
  }

  /** sum_i x_i y_i */
  dot(xs: readonly Rounded[], ys: readonly Rounded[]): Rounded {
    let value = 0;
    let error = 0;
    let size = 0;
    const products: { value: number }[] = [];
    for (let i = 0; i < xs.length; i++) {
      const x = nth(xs, i);
      const y = nth(ys, i);
      const product = x.value * y.value;
      products.push({ value: product });
      value += product;
      error += weighted(y.value, x.error) + weighted(x.value, y.error) + weighted(x.error, y.error);
      size += Math.abs(product);
    }
    const share = this.#gamma(this.#lengthFactor(xs.length, products));
    const underflow = this.format.smallest * xs.length;
    return this.#reduced(
      { value, error: error + share * (size + error) + underflow, rounding: share * size + underflow },
      size,
      [...xs, ...ys],
      () => [...ys, ...xs],
    );
  }

  mean(terms: readonly Rounded[]): Rounded {
    return this.divide(this.sum(terms), this.exact(terms.length));
  }

  /**
   * The derivatives of `sum_k upstream_k outputs_k` by each of `inputs`, differentiated backwards with the rounding of
   * each step carried along.
   */
  gradient(outputs: readonly Rounded[], upstream: readonly number[], inputs: readonly Rounded[]): Rounded[] {
    const tape = [...this.#tape];
    const contributions = new Map<Rounded, Rounded[]>();
    const give = (node: Rounded, amount: Rounded): void => {
      const list = contributions.get(node);
      if (list) list.push(amount);
      else contributions.set(node, [amount]);
    };
    outputs.forEach((output, k) => give(output, this.input(upstream[k] ?? 0)));
    const total = (node: Rounded): Rounded => {
      const list = contributions.get(node) ?? [];
      return list.length === 1 ? nth(list, 0) : list.length === 0 ? this.exact(0) : this.sum(list);
    };
    for (let k = tape.length - 1; k >= 0; k--) {
      const node = nth(tape, k);
      if (node.parents.length === 0 || !contributions.has(node)) continue;
      const adjoint = total(node);
      const partials = node.partials();
      node.parents.forEach((parent, i) => give(parent, this.multiply(adjoint, nth(partials, i))));
    }
    return inputs.map(total);
  }

  #heaviside(a: Rounded, atZero: number): Rounded {
    if (a.error > 0 && Math.abs(a.value) <= a.error) return this.#leaf(atZero, Infinity);
    return this.exact(a.value > 0 ? 1 : a.value === 0 ? atZero : 0);
  }

  #sign(a: Rounded): Rounded {
    if (a.error > 0 && Math.abs(a.value) <= a.error) return this.#leaf(0, Infinity);
    return this.exact(Math.sign(a.value));
  }

  #lengthFactor(n: number, terms: readonly { value: number }[]): number {
    this.#longest = Math.max(this.#longest, terms.length);
    return n <= 16 ? n : Math.min(n, 4 * Math.sqrt(squaredMultiplicities(terms)));
  }

  /** What k roundings in a row may add, relative to the exact result: k u / (1 - k u). */
  #gamma(roundings: number): number {
    const first = roundings * this.format.unit;
    return first < 1 ? first / (1 - first) : Infinity;
  }

  /** The rounding of a result that was off by `error` before it was rounded. */
  #own(value: number, ulps: number, error = 0): number {
    if (!Number.isFinite(value) || ulps === 0) return 0;
    const underflow = value === 0 && error === 0 ? 0 : this.format.smallest;
    return ulps * this.format.unit * (Math.abs(value) + error) + underflow;
  }

  #elementary(
    name: Elementary,
    value: number,
    error: number,
    parents: readonly Rounded[],
    partials: () => readonly Rounded[],
  ): Rounded {
    this.#used.set(name, (this.#used.get(name) ?? 0) + 1);
    // A result that underflowed to 0 may be the smallest number elsewhere.
    const vanished = value === 0 && error > 0 ? this.format.smallest : 0;
    const absolute = Number.isFinite(value) ? (this.format.absolute[name] ?? 0) : 0;
    return this.#node(value, error + vanished + absolute, this.format.ulps[name], parents, partials, absolute);
  }

  #node(
    value: number,
    error: number,
    ulps: number,
    parents: readonly Rounded[],
    partials: () => readonly Rounded[],
    absolute = 0,
  ): Rounded {
    const rounded = {
      value,
      error: error + this.#own(value, ulps, error),
      rounding: this.#own(value, ulps) + absolute,
    };
    return this.#reduced(rounded, Math.abs(value), parents, partials);
  }

  #reduced(
    { value, error, rounding }: Pick<Rounded, 'value' | 'error' | 'rounding'>,
    size: number,
    parents: readonly Rounded[],
    partials: () => readonly Rounded[],
  ): Rounded {
    // If a finite result leaves the format's range, any value of an implementation is allowed.
    const beyond = Number.isFinite(value) && size + error > this.format.largest;
    const bound = beyond || Number.isNaN(error) ? Infinity : error * OWN_ROUNDING;
    const node: Rounded = { value, error: bound, rounding, parents, partials };
    this.#tape.push(node);
    return node;
  }

  #leaf(value: number, error: number, rounding = error): Rounded {
    const node: Rounded = { value, error, rounding, parents: NONE, partials: noPartials };
    this.#tape.push(node);
    return node;
  }
}

/** A value whose numbers have become inputs of the rounding; strings and booleans stay. */
export function lift(r: Rounding, value: Value): Tree<Rounded> {
  if (typeof value === 'number') return r.input(value);
  if (Array.isArray(value)) return value.map((item) => lift(r, item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lift(r, item)]));
  }
  return value as unknown as Rounded;
}

/** Whether a product is infinite on every side: a factor is, and the other one is surely not 0. */
function isInfiniteProduct(a: Rounded, b: Rounded): boolean {
  const [large, other] = Number.isFinite(a.value) ? [b, a] : [a, b];
  return Math.abs(large.value) === Infinity && large.error === 0 && other.error < Math.abs(other.value);
}

/** |weight| error, where an error of 0 weighs nothing even at infinity. */
function weighted(weight: number, error: number): number {
  return error === 0 ? 0 : Math.abs(weight) * error;
}

/** The largest of a bell-shaped derivative over the interval that the error spans. */
function slope(a: Rounded, derivative: (x: number) => number, peak: number): number {
  if (!Number.isFinite(a.value)) return 0;
  if (Math.abs(a.value) <= a.error) return peak;
  return derivative(Math.abs(a.value) - a.error);
}

/** The sum of m^2 over the values that occur m times; a zero, which is added without rounding, counts once each time. */
function squaredMultiplicities(terms: readonly { value: number }[]): number {
  const multiplicities = new Map<number, number>();
  let zeros = 0;
  for (const { value } of terms) {
    if (value === 0) zeros++;
    else multiplicities.set(value, (multiplicities.get(value) ?? 0) + 1);
  }
  let sum = zeros;
  for (const m of multiplicities.values()) sum += m * m;
  return sum;
}
