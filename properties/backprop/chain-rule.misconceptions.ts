import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { ChainRule, Pair } from './chain-rule.ts';
import { realArithmetic } from './shared/arithmetic.ts';
import { evaluated } from './shared/expression.ts';

const at = (expression: string, z: number): number => evaluated(expression, realArithmetic, { z });
/** The value of the composed functions, the outermost first. */
const composed = (pairs: readonly Pair[], x: number): number => pairs.reduceRight((z, { f }) => at(f, z), x);
/** Where the derivative of each function is taken: at what the functions inside it give. */
const drives = (pairs: readonly Pair[], x: number): number[] => pairs.map((_, k) => composed(pairs.slice(k + 1), x));
const product = (factors: readonly number[]): number => factors.reduce((a, b) => a * b, 1);

const right: ChainRule = (pairs, x) => {
  const z = drives(pairs, x);
  return {
    value: composed(pairs, x),
    derivative: product(pairs.map(({ derivative }, k) => at(derivative, nth(z, k)))),
  };
};

export const misconceptions: readonly Misconception<ChainRule>[] = [
  {
    id: 'chainRule/all-at-x',
    title: "every derivative taken at x: f'(x) g'(x)",
    hint: 'The outer derivative is taken where the outer function is: at g(x).',
    caughtBy: 'the square of a sum',
    implementation: (pairs, x) => ({
      value: composed(pairs, x),
      derivative: product(pairs.map(({ derivative }) => at(derivative, x))),
    }),
  },
  {
    id: 'chainRule/inner-derivative-missing',
    title: "the outer derivative alone: f'(g(x))",
    hint: 'Multiply by the derivative of what is inside.',
    caughtBy: 'three functions',
    implementation: (pairs, x) => {
      const [outer] = pairs;
      const value = composed(pairs, x);
      return { value, derivative: outer ? at(outer.derivative, nth(drives(pairs, x), 0)) : 1 };
    },
  },
  {
    id: 'chainRule/order-swapped',
    title: 'the functions applied from the outermost to the innermost',
    hint: 'f after g means f(g(x)): the last in the list sees x first.',
    caughtBy: 'three functions',
    implementation: (pairs, x) => right(pairs.toReversed(), x),
  },
  {
    id: 'chainRule/summed',
    title: 'the derivatives added',
    hint: 'A small change of x is passed on by each function times its slope: the slopes are multiplied.',
    caughtBy: 'three functions',
    implementation: (pairs, x) => {
      const z = drives(pairs, x);
      const slopes = pairs.map(({ derivative }, k) => at(derivative, nth(z, k)));
      return { value: composed(pairs, x), derivative: slopes.length === 0 ? 1 : slopes.reduce((a, b) => a + b, 0) };
    },
  },
  {
    id: 'chainRule/at-own-output',
    title: 'each derivative taken at what its own function gives',
    hint: 'The derivative takes what the function takes: keep its input, not its output.',
    caughtBy: 'the square of a sum',
    implementation: (pairs, x) => {
      const outputs = pairs.map((_, k) => composed(pairs.slice(k), x));
      return {
        value: composed(pairs, x),
        derivative: product(pairs.map(({ derivative }, k) => at(derivative, nth(outputs, k)))),
      };
    },
  },
];
