import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logUniform, mild } from '../inputs/inputs.ts';
import { type Format, float32, float64 } from '../values/format.ts';
import { median } from '../values/median.ts';
import { nth } from '../values/nth.ts';
import { type Rounded, Rounding } from './rounding.ts';
import { type Operations, runningError, stepwise } from './rounding-operations.ts';

// The bounds are held against float32 computed step by step, whose error is known to far more digits than it has.

type Formula = <T>(o: Operations<T>, xs: readonly T[]) => T;
interface Judged {
  got: number;
  value: number;
  error: number;
}

const signed = fc.oneof(mild, logUniform);
const positive = logUniform.map(Math.abs);
const at = <T>(xs: readonly T[], i: number): T => nth(xs, i);

function judged(formula: Formula, xs: readonly number[]): Judged {
  const r = new Rounding(float32());
  const lifted = xs.map((x) => r.input(x));
  const { value, error } = formula(runningError(r), lifted);
  return { value, error, got: formula(stepwise, xs.map(Math.fround)) };
}

function expectWithin({ got, value, error }: Judged): void {
  if (error === Infinity || Object.is(value, got)) return;
  expect(Math.abs(got - value), `got ${got}, expected ${value}`).toBeLessThanOrEqual(error);
}

/** The median of error over bound, after every draw was found to lie within its bound. */
function sharpness(formula: Formula, draws: readonly (readonly number[])[]): number {
  const ratios = draws.flatMap((xs) => {
    const result = judged(formula, xs);
    expectWithin(result);
    return Number.isFinite(result.error) && result.error > 0 ? Math.abs(result.got - result.value) / result.error : [];
  });
  expect(ratios.length).toBeGreaterThan(draws.length / 3);
  return median(ratios);
}

/** The same from one pool of numbers, since drawing long arrays takes longer than judging them. */
function fromPool(pool: readonly number[], length: number, draws: number): number[][] {
  return Array.from({ length: draws }, (_, draw) =>
    Array.from({ length }, (_, i) => nth(pool, (draw * 7919 + i) % pool.length)),
  );
}

function sample(arbitrary: fc.Arbitrary<number>, length: number, numRuns: number): number[][] {
  return fc.sample(fc.array(arbitrary, { minLength: length, maxLength: length }), { numRuns, seed: 3 });
}

// Each operation on an operand that carries an error of its own, and how sharp its bound must be at least: half of what
// was measured. Where a bound allows for worse functions than the correctly rounded ones of this computation (6 ulp for a
// sigmoid) that is most of what is lost.
const OPERATIONS: Record<string, { least: number; formula: Formula }> = {
  add: { least: 0.09, formula: (o, xs) => o.add(o.multiply(at(xs, 0), at(xs, 1)), at(xs, 2)) },
  subtract: { least: 0.09, formula: (o, xs) => o.subtract(o.multiply(at(xs, 0), at(xs, 1)), at(xs, 2)) },
  negate: { least: 0.13, formula: (o, xs) => o.negate(o.multiply(at(xs, 0), at(xs, 1))) },
  multiply: { least: 0.09, formula: (o, xs) => o.multiply(o.multiply(at(xs, 0), at(xs, 1)), at(xs, 2)) },
  divide: { least: 0.09, formula: (o, xs) => o.divide(o.multiply(at(xs, 0), at(xs, 1)), at(xs, 2)) },
  square: { least: 0.07, formula: (o, xs) => o.square(o.add(at(xs, 0), at(xs, 1))) },
  sqrt: { least: 0.025, formula: (o, xs) => o.sqrt(o.square(o.add(at(xs, 0), at(xs, 1)))) },
  exp: { least: 0.06, formula: (o, xs) => o.exp(o.multiply(at(xs, 0), at(xs, 1))) },
  log: { least: 0.04, formula: (o, xs) => o.log(o.exp(o.add(at(xs, 0), at(xs, 1)))) },
  tanh: { least: 0.03, formula: (o, xs) => o.tanh(o.multiply(at(xs, 0), at(xs, 1))) },
  sigmoid: { least: 0.03, formula: (o, xs) => o.sigmoid(o.multiply(at(xs, 0), at(xs, 1))) },
  abs: { least: 0.13, formula: (o, xs) => o.abs(o.multiply(at(xs, 0), at(xs, 1))) },
  relu: { least: 0.13, formula: (o, xs) => o.relu(o.multiply(at(xs, 0), at(xs, 1))) },
  power: { least: 0.025, formula: (o, xs) => o.power(o.add(at(xs, 0), at(xs, 1)), 3) },
  max: {
    least: 0.015,
    formula: (o, xs) => o.max([o.multiply(at(xs, 0), at(xs, 1)), o.multiply(at(xs, 1), at(xs, 2))]),
  },
  mean: { least: 0.04, formula: (o, xs) => o.mean(xs) },
};

describe('the bound of an operation holds in 3,000 draws and is not idle', () => {
  for (const [name, { least, formula }] of Object.entries(OPERATIONS)) {
    test(name, () => {
      expect(sharpness(formula, sample(signed, 3, 3000))).toBeGreaterThan(least);
    });
  }
});

describe('the bound holds where operands cancel to little more than their own error', () => {
  const cancelled: Formula = (o, xs) => o.subtract(o.multiply(at(xs, 0), at(xs, 1)), o.multiply(at(xs, 0), at(xs, 2)));
  const outer: Record<string, Formula> = {
    square: (o, xs) => o.square(cancelled(o, xs)),
    'power 3': (o, xs) => o.power(cancelled(o, xs), 3),
    'power -2': (o, xs) => o.power(cancelled(o, xs), -2),
    reciprocal: (o, xs) => o.divide(at(xs, 0), cancelled(o, xs)),
    log: (o, xs) => o.log(cancelled(o, xs)),
    sqrt: (o, xs) => o.sqrt(o.abs(cancelled(o, xs))),
    tanh: (o, xs) => o.tanh(cancelled(o, xs)),
    relu: (o, xs) => o.relu(cancelled(o, xs)),
    product: (o, xs) => o.multiply(cancelled(o, xs), cancelled(o, xs)),
  };
  for (const [name, formula] of Object.entries(outer)) {
    test(name, () => {
      for (const [x = 0, y = 0, k = 0] of sample(signed, 3, 3000)) {
        expectWithin(judged(formula, [x, y, Math.fround(y * (1 + Math.round(k) * 2 ** -23))]));
      }
    });
  }
});

const ORDERS: Record<string, Formula> = {
  'from the left': (o, xs) => o.sum(xs),
  'from the right': (o, xs) => o.sum([...xs].reverse()),
  'of products': (o, xs) => o.dot(xs, [...xs].reverse()),
};
const signedPool = fc.sample(signed, { numRuns: 10_007, seed: 3 });
const positivePool = fc.sample(positive, { numRuns: 10_007, seed: 3 });

// Half of the sharpness measured. Terms of both signs lose most: their sum is far smaller than the sum of their sizes.
const LEAST: Record<number, { signed: number; positive: number; equal: number }> = {
  9: { signed: 0.015, positive: 0.03, equal: 0.04 },
  64: { signed: 0.003, positive: 0.018, equal: 0.05 },
  512: { signed: 3e-4, positive: 0.017, equal: 0.025 },
  4096: { signed: 3e-5, positive: 0.0025, equal: 0.0025 },
};

describe('the bound of a sum holds and is not idle', () => {
  for (const [n, least] of Object.entries(LEAST).map(([key, value]) => [Number(key), value] as const)) {
    const draws = Math.max(12, Math.floor(10_000 / n));
    for (const [order, formula] of Object.entries(ORDERS)) {
      test(`${n} drawn terms ${order}`, () => {
        expect(sharpness(formula, fromPool(signedPool, n, draws))).toBeGreaterThan(least.signed);
        expect(sharpness(formula, fromPool(positivePool, n, draws))).toBeGreaterThan(least.positive);
      });
      test(`${n} equal terms ${order}`, () => {
        const equal = sample(positive, 1, draws).map(([x = 1]) => Array.from({ length: n }, () => x));
        expect(sharpness(formula, equal)).toBeGreaterThan(least.equal);
      });
      test(`${n} terms ${order} that repeat`, () => {
        const drawn = fromPool(positivePool, n, draws);
        for (const xs of drawn) {
          const [first = 1] = xs;
          expectWithin(
            judged(
              formula,
              xs.map((x, i) => (i < n / 2 ? first : x / 1024)),
            ),
          );
          expectWithin(
            judged(
              formula,
              xs.map((x, i) => (i % 2 === 0 ? first : x)),
            ),
          );
          expectWithin(
            judged(
              formula,
              xs.map((_, i) => nth(xs, i % 5)),
            ),
          );
          expectWithin(
            judged(
              formula,
              xs.map((x, i) => (i % 3 === 0 ? x : 0)),
            ),
          );
        }
      });
    }
  }

  test('equal terms do come near their bound, and half of them equal stay within theirs', () => {
    const sum: Formula = (o, xs) => o.sum(xs);
    const ratioOf = ({ got, value, error }: Judged): number => Math.abs(got - value) / error;
    const worst = positivePool.slice(0, 200).reduce(
      (most, x) => {
        const ratio = ratioOf(
          judged(
            sum,
            Array.from({ length: 2048 }, () => x),
          ),
        );
        return ratio > most.ratio ? { x, ratio } : most;
      },
      { x: 0, ratio: 0 },
    );
    expect(worst.ratio).toBeGreaterThan(0.2);
    const small = Array.from({ length: 2100 }, (_, i) => (i + 1) * 2 ** -30);
    expectWithin(judged(sum, [...Array.from({ length: 2048 }, () => worst.x), ...small]));
  });
});

describe('random expressions', () => {
  /** A stack machine: each instruction takes its operands from what was computed before. */
  const instruction = fc.tuple(
    fc.constantFrom(
      ...([
        'add',
        'subtract',
        'multiply',
        'divide',
        'square',
        'exp',
        'tanh',
        'sigmoid',
        'abs',
        'relu',
        'max',
        'sum',
        'dot',
        'mean',
        'log',
        'sqrt',
        'power',
        'negate',
      ] as const),
    ),
    fc.nat(20),
    fc.nat(20),
  );
  const programs = fc.tuple(
    fc.array(signed, { minLength: 3, maxLength: 5 }),
    fc.array(instruction, { minLength: 1, maxLength: 8 }),
  );

  test('stay within their bounds in 5,000 draws, most of which are judged', () => {
    let finite = 0;
    const drawn = fc.sample(programs, { numRuns: 5000, seed: 11 });
    for (const [inputs, program] of drawn) {
      const result = judged((o, xs) => {
        const values = [...xs];
        for (const [name, i, j] of program) {
          const [a, b] = [at(values, i % values.length), at(values, j % values.length)];
          const few = values.slice(-4);
          if (name === 'max' || name === 'sum' || name === 'mean') values.push(o[name](few));
          else if (name === 'dot') values.push(o.dot(few, [...few].reverse()));
          else if (name === 'power') values.push(o.power(a, 1 + (j % 4)));
          else if (name === 'add' || name === 'subtract' || name === 'multiply' || name === 'divide')
            values.push(o[name](a, b));
          // A root and a logarithm take what no rounding makes negative.
          else if (name === 'sqrt') values.push(o.sqrt(o.abs(a)));
          else if (name === 'log') values.push(o.log(o.abs(a)));
          else values.push(o[name](a));
        }
        return at(values, values.length - 1);
      }, inputs);
      expectWithin(result);
      if (Number.isFinite(result.error)) finite++;
    }
    expect(finite).toBeGreaterThan(0.85 * drawn.length);
  });
});

describe('gradient() equals the derivative by hand', () => {
  interface Derived {
    formula: Formula;
    /** the derivatives by each input */
    by: (...xs: number[]) => number[];
  }
  const s = (x: number): number => 1 / (1 + Math.exp(-x));
  const DERIVATIVES: Record<string, Derived> = {
    add: { formula: (o, xs) => o.add(at(xs, 0), at(xs, 1)), by: () => [1, 1] },
    subtract: { formula: (o, xs) => o.subtract(at(xs, 0), at(xs, 1)), by: () => [1, -1] },
    negate: { formula: (o, xs) => o.negate(at(xs, 0)), by: () => [-1] },
    multiply: { formula: (o, xs) => o.multiply(at(xs, 0), at(xs, 1)), by: (a = 0, b = 0) => [b, a] },
    divide: { formula: (o, xs) => o.divide(at(xs, 0), at(xs, 1)), by: (a = 0, b = 0) => [1 / b, -a / b ** 2] },
    square: { formula: (o, xs) => o.square(at(xs, 0)), by: (a = 0) => [2 * a] },
    sqrt: { formula: (o, xs) => o.sqrt(at(xs, 0)), by: (a = 0) => [0.5 / Math.sqrt(a)] },
    exp: { formula: (o, xs) => o.exp(at(xs, 0)), by: (a = 0) => [Math.exp(a)] },
    log: { formula: (o, xs) => o.log(at(xs, 0)), by: (a = 0) => [1 / a] },
    tanh: { formula: (o, xs) => o.tanh(at(xs, 0)), by: (a = 0) => [1 / Math.cosh(a) ** 2] },
    sigmoid: { formula: (o, xs) => o.sigmoid(at(xs, 0)), by: (a = 0) => [s(a) * s(-a)] },
    abs: { formula: (o, xs) => o.abs(o.negate(at(xs, 0))), by: () => [1] },
    relu: { formula: (o, xs) => o.relu(at(xs, 0)), by: () => [1] },
    'relu below 0': { formula: (o, xs) => o.relu(o.negate(at(xs, 0))), by: () => [0] },
    power: { formula: (o, xs) => o.power(at(xs, 0), 3), by: (a = 0) => [3 * a ** 2] },
    'power -1': { formula: (o, xs) => o.power(at(xs, 0), -1), by: (a = 0) => [-1 / a ** 2] },
    max: { formula: (o, xs) => o.max([at(xs, 0), at(xs, 1)]), by: (a = 0, b = 0) => (a >= b ? [1, 0] : [0, 1]) },
    sum: { formula: (o, xs) => o.sum([at(xs, 0), at(xs, 1), at(xs, 0)]), by: () => [2, 1] },
    dot: {
      formula: (o, xs) => o.dot([at(xs, 0), at(xs, 1)], [at(xs, 1), at(xs, 1)]),
      by: (a = 0, b = 0) => [b, a + 2 * b],
    },
    mean: { formula: (o, xs) => o.mean([at(xs, 0), at(xs, 1)]), by: () => [0.5, 0.5] },
    'a composition': {
      formula: (o, xs) => o.log(o.add(o.exp(at(xs, 0)), o.exp(at(xs, 1)))),
      by: (a = 0, b = 0) => [s(a - b), s(b - a)],
    },
  };

  for (const [name, { formula, by }] of Object.entries(DERIVATIVES)) {
    test(name, () => {
      for (const xs of sample(positive, 2, 300)) {
        const r = new Rounding(float64);
        const inputs = xs.map((x) => r.input(x));
        const gradients = r.gradient([formula(runningError(r), inputs)], [3], inputs);
        for (const [i, derivative] of by(...xs).entries()) {
          const { value, error } = nth(gradients, i);
          // The derivative by hand rounds too.
          expect(Math.abs(value - 3 * derivative)).toBeLessThanOrEqual(error + 1e-14 * Math.abs(3 * derivative));
          expect(error).toBeLessThan(1e-11 * (1 + Math.abs(value)));
        }
      }
    });
  }

  test('an input that does not matter has derivative 0, and a detached one too', () => {
    const r = new Rounding(float64);
    const [a, b] = [r.input(2), r.input(3)];
    const [byA, byB] = r.gradient([r.multiply(r.detached(a), r.exact(5))], [1], [a, b]);
    expect([byA?.value, byB?.value]).toEqual([0, 0]);
  });

  test('several outputs are weighted by the upstream gradient', () => {
    const r = new Rounding(float64);
    const a = r.input(2);
    expect(r.gradient([r.square(a), r.negate(a)], [10, 1], [a])[0]?.value).toBe(39);
  });
});

describe('where the format cannot tell, the bound abstains', () => {
  const r = new Rounding(float32());
  /** 0 with an error: what is left of two products that cancel. */
  const nearly = (): Rounded =>
    r.subtract(
      r.multiply(r.input(Math.fround(0.1)), r.input(Math.fround(0.3))),
      r.rounded(Math.fround(0.1) * Math.fround(0.3)),
    );
  const slopeOf = (node: Rounded, by: Rounded): number | undefined => r.gradient([node], [1], [by])[0]?.error;

  test.each<[string, () => number | undefined]>([
    ['an input beyond the range', () => r.input(1e39).error],
    ['an exponential that overflows', () => r.exp(r.input(89)).error],
    ['a product that overflows', () => r.multiply(r.input(2 ** 100), r.input(2 ** 100)).error],
    ['a sum that overflows on the way', () => r.sum([r.input(3e38), r.input(3e38), r.input(-3e38)]).error],
    [
      'a dot product that overflows on the way',
      () => r.dot([r.input(1e30), r.input(1e30)], [r.input(1e30), r.input(-1e30)]).error,
    ],
    ['a division by what may be 0', () => r.divide(r.input(1), nearly()).error],
    ['the logarithm of what may be 0', () => r.log(nearly()).error],
    ['the root of what may be positive', () => r.sqrt(r.subtract(nearly(), r.exact(2 ** -40))).error],
    ['a comparison within the errors', () => r.atLeast(nearly(), r.exact(0)).error],
    [
      'the slope of relu within the error of its kink',
      () => {
        const a = nearly();
        return slopeOf(r.relu(a), a);
      },
    ],
    [
      'the slope of abs within the error of its kink',
      () => {
        const a = nearly();
        return slopeOf(r.abs(a), a);
      },
    ],
    [
      'the slope of a maximum that is tied within its errors',
      () => {
        const a = nearly();
        return slopeOf(r.max([a, r.exact(0)]), a);
      },
    ],
  ])('%s', (_, error) => {
    expect(error()).toBe(Infinity);
  });

  test.each<[string, () => Rounded, number]>([
    [
      'the slope of relu at exactly 0',
      () => {
        const a = r.input(0);
        return nth(r.gradient([r.relu(a, 0.5)], [1], [a]), 0);
      },
      0.5,
    ],
    [
      'the slope of abs at exactly 0',
      () => {
        const a = r.input(0);
        return nth(r.gradient([r.abs(a)], [1], [a]), 0);
      },
      0,
    ],
    [
      'the slope of an exact tie goes to the first',
      () => {
        const [a, b] = [r.input(2), r.input(2)];
        return nth(r.gradient([r.max([a, b])], [1], [a]), 0);
      },
      1,
    ],
    ['a comparison of exact numbers', () => r.atLeast(r.input(0.5), r.input(0.5)), 1],
    ['an infinite input', () => r.input(-Infinity), -Infinity],
    ['the exponential of -Infinity', () => r.exp(r.input(-Infinity)), 0],
    ['a division by exactly 0', () => r.divide(r.input(1), r.input(0)), Infinity],
    ['the sum of numbers on a grid of zeros', () => r.sum([r.input(0), r.input(0)]), 0],
  ])('%s is told', (_, compute, value) => {
    const { value: got, error } = compute();
    expect(got).toBe(value);
    expect(error).toBeLessThan(1e-6);
  });

  test('an input that the format rounds carries its own rounding, one below its range its size', () => {
    expect(r.input(0.1).error).toBe(Math.abs(Math.fround(0.1) - 0.1));
    expect(r.input(Math.fround(0.1)).error).toBe(0);
    expect(r.input(1e-40).error).toBe(1e-40);
  });

  test('a product that underflows may be 0', () => {
    expectWithin(judged((o, xs) => o.multiply(at(xs, 0), at(xs, 1)), [Math.fround(1e-30), Math.fround(1e-30)]));
  });
});

test('the sentence names format, sums and functions', () => {
  const r = new Rounding(float32({ exp: 48 }));
  r.sum([r.exp(r.input(1)), r.tanh(r.input(1)), r.input(1)]);
  expect(r.because()).toBe(
    'float32, running error of every step, sums of at most 3 terms, exp within 48 ulp, tanh within 4 ulp',
  );
});

describe('a format so coarse that terms of second order count', () => {
  const ulps = { divide: 1, sqrt: 1, exp: 1, log: 1, tanh: 1, sigmoid: 1, power: 1, cos: 1, sin: 1 };
  const coarse: Format = { ...float64, name: 'coarse', unit: 1 / 8, smallest: 0, ulps, absolute: {} };
  const positive = fc.integer({ min: 1, max: 64 }).map((k) => k / 16);
  const drawn = fc.tuple(
    positive,
    positive,
    positive,
    positive,
    fc.array(fc.constantFrom(-1, 1), { minLength: 7, maxLength: 7 }),
  );

  /** A step of adagrad with each result rounded by a whole unit, up or down. */
  function pushed([theta, rate, g, v]: readonly number[], signs: readonly number[]): number {
    let next = 0;
    const off = (x: number): number => x * (1 + nth(signs, next++) / 8);
    const divisor = off(Math.sqrt(off((v as number) + off((g as number) ** 2))));
    return off((theta as number) - off(off((rate as number) * (g as number)) / divisor));
  }

  test('the bound holds however each step is rounded', () => {
    fc.assert(
      fc.property(drawn, ([theta, rate, g, v, signs]) => {
        const r = new Rounding(coarse);
        const [x, a, b, w] = [theta, rate, g, v].map((value) => r.exact(value)) as [Rounded, Rounded, Rounded, Rounded];
        const { value, error } = r.subtract(x, r.divide(r.multiply(a, b), r.sqrt(r.add(w, r.square(b)))));
        expect(Math.abs(pushed([theta, rate, g, v], signs) - value)).toBeLessThanOrEqual(error);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('a product of four reaches it to within its own rounding', () => {
    const r = new Rounding(coarse);
    const { value, error } = [1.5, 2, 3, 1.25]
      .map((x) => r.exact(x))
      .reduce((product, x) => r.multiply(product, x), r.exact(1));
    expect(error / value).toBeCloseTo((1 + 1 / 8) ** 4 - 1, 12);
  });
});
