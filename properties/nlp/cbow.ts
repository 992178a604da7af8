import fc from 'fast-check';
import { cbowGradient, cbow as reference } from '../../reference/nlp/cbow.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { roundedLogSoftmax } from '../training/shared/rounded-log-softmax.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix } from '../values/value.ts';
import { edges, extremeEdges, hardCases, illegal, worked } from './cbow.cases.ts';
import { logitsOf, misconceptions } from './cbow.misconceptions.ts';

export type Cbow = (context: Matrix, output: Matrix, target: number) => number;
type Arguments = Parameters<Cbow>;

const bags = (element?: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc.tuple(size(4), size(5), size(3), numbers(element, 27), fc.nat(59)).map(([C, V, d, drawn, target]) => {
    const { matrix } = take(drawn);
    return [matrix(C, d), matrix(V, d), target % V];
  });

const inputs = bags();

/** Products up to 1e4 in size. */
const extreme: fc.Arbitrary<Arguments> = fc
  .tuple(bags(grid), fc.constantFrom(16, 64, 200))
  .map(
    ([[context, output, target], scale]): Arguments => [
      context,
      output.map((row) => row.map((x) => x * scale)),
      target,
    ],
  )
  .filter(([context, output]) => logitsOf(context, output).every((z) => Math.abs(z) <= 1e4));

export const cbow: Entry<Cbow> = {
  id: 'cbow',
  lecture: 10,
  title: 'Continuous bag of words',
  latex: String.raw`L = -\log \frac{e^{z_t}}{\sum_v e^{z_v}}, \qquad z = O h, \qquad h = \frac{1}{C} \sum_{c=1}^{C} x_c`,
  source: [
    'Mikolov et al. (2013), Efficient Estimation of Word Representations in Vector Space, section 3.1',
    'Lecture 10',
  ],
  parameters: { context: is.matrix(), output: is.matrix(), target: is.integer(0) },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/nlp/cbow.ts'),
  gradient: { wrt: ['context', 'output'], reference: cbowGradient },

  inputs,
  extreme,

  edges,
  extremeEdges,
  illegal,
  hardCases,

  worked,

  laws: [
    law('the probabilities of all tokens sum to 1', inputs, async (loss, context, output, _target) => {
      let [sum, error] = [0, 2 ** -46];
      for (const target of output.keys()) {
        const p = Math.exp(-(await loss(context, output, target)));
        sum += p;
        error += 2 * p * loss.allowed(context, output, target);
      }
      expectClose(sum, 1, error);
    }),
    law('a context that is given twice costs the same', inputs, async (loss, context, output, target) => {
      const twice = [...context, ...context];
      expectClose(
        await loss(twice, output, target),
        await loss(context, output, target),
        loss.allowed(twice, output, target),
        loss.allowed(context, output, target),
      );
    }),
    law('the order of the context does not matter', inputs, async (loss, context, output, target) => {
      const turned = context.toReversed();
      expectClose(
        await loss(turned, output, target),
        await loss(context, output, target),
        loss.allowed(turned, output, target),
        loss.allowed(context, output, target),
      );
    }),
    law('the order of the tokens does not matter', inputs, async (loss, context, output, target) => {
      const turned = output.toReversed();
      const there = output.length - 1 - target;
      expectClose(
        await loss(context, turned, there),
        await loss(context, output, target),
        loss.allowed(context, turned, there),
        loss.allowed(context, output, target),
      );
    }),
    law(
      'a context of zeros costs the logarithm of the number of tokens',
      inputs,
      async (loss, context, output, target) => {
        const zeros = context.map((row) => row.map(() => 0));
        expectClose(
          await loss(zeros, output, target),
          Math.log(output.length),
          loss.allowed(zeros, output, target),
          2 ** -48,
        );
      },
    ),
    law('two tokens differ by their products with the mean', bags(grid), async (loss, context, output, target) => {
      // The logarithm of the sum is in both, and cancels.
      const other = (target + 1) % output.length;
      const z = logitsOf(context, output);
      const size = Math.max(
        ...logitsOf(
          context.map((row) => row.map(Math.abs)),
          output.map((row) => row.map(Math.abs)),
        ),
      );
      expectClose(
        (await loss(context, output, target)) - (await loss(context, output, other)),
        nth(z, other) - nth(z, target),
        loss.allowed(context, output, target),
        loss.allowed(context, output, other),
        2 ** -46 * (1 + size),
      );
    }),
    law('it is never negative', inputs, async (loss, ...args) => {
      const value = await loss(...args);
      expectThat(value >= -loss.allowed(...args), `got ${value}`);
    }),
  ],

  misconceptions,

  rounding: (r, context, output, target) => {
    const h = transposed(context).map((column) => r.mean(column));
    const logP = roundedLogSoftmax(
      r,
      output.map((row) => r.dot(row, h)),
    );
    return r.negate(nth(logP, target.value));
  },
};
