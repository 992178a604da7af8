import fc from 'fast-check';
import { stackedRnn as reference, stackedRnnGradient } from '../../reference/recurrent/stacked-rnn.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Sequence } from '../values/value.ts';
import { weight } from './shared/lstm-inputs.ts';
import {
  RNN_WEIGHTS,
  type RnnWeightsOf,
  rnnWeights,
  roundedRnnStates,
  turned,
  unitsTurned,
} from './shared/rnn-inputs.ts';
import { edges, hardCases, illegal, worked } from './stacked-rnn.cases.ts';
import { misconceptions } from './stacked-rnn.misconceptions.ts';

export type StackedRnnOptionsOf = { kind?: 'many-to-many' | 'many-to-one' | 'one-to-many'; steps?: number };
export type StackedRnn = (x: Sequence, layers: RnnWeightsOf[], options?: StackedRnnOptionsOf) => Sequence;
type Arguments = Parameters<StackedRnn>;

const chosen: fc.Arbitrary<StackedRnnOptionsOf | undefined> = fc.oneof(
  fc.constantFrom<(StackedRnnOptionsOf | undefined)[]>(
    undefined,
    {},
    { kind: 'many-to-many' },
    { kind: 'many-to-one' },
  ),
  fc.integer({ min: 1, max: 3 }).map((steps) => ({ kind: 'one-to-many' as const, steps })),
);

const runs: fc.Arbitrary<Arguments> = fc
  .tuple(
    fc.record({ B: size(2), T: size(3) }),
    fc.array(size(2), { minLength: 2, maxLength: 4 }),
    numbers(mild, 12),
    numbers(weight, 30),
    chosen,
  )
  .map(([{ B, T }, widths, data, weights, options]) => {
    const fill = take(weights);
    const layers = widths.slice(1).map((units, l) => rnnWeights(fill, nth(widths, l), units));
    return given(take(data).rank3(B, options?.kind === 'one-to-many' ? 1 : T, nth(widths, 0)), layers, options);
  });

const calls = fc.tuple(runs);

/** The stack with the units of its first layer in the opposite order, where there is a layer above. */
function firstTurned(layers: RnnWeightsOf[]): RnnWeightsOf[] {
  const [first, second, ...others] = layers;
  if (!first || !second) return layers;
  return [unitsTurned(first), { ...second, wx: turned(second.wx) }, ...others];
}

export const stackedRnn: Entry<StackedRnn> = {
  id: 'stackedRnn',
  lecture: 7,
  title: 'Stacked recurrent layers',
  latex: String.raw`h^{(l)}_t = \tanh(h^{(l-1)}_t W^{(l)}_x + h^{(l)}_{t-1} W^{(l)}_h + b^{(l)}), \qquad h^{(0)}_t = x_t`,
  source: ['Graves, Mohamed, Hinton (2013), Speech recognition with deep recurrent neural networks', 'Lecture 7'],
  parameters: {
    x: is.sequence(),
    layers: is.list(RNN_WEIGHTS),
    options: is.options({
      kind: is.choice(['many-to-many', 'many-to-one', 'one-to-many'], { default: 'many-to-many' }),
      steps: is.integer(1, { optional: true, mostTried: 4 }),
    }),
  },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/recurrent/stacked-rnn.ts'),
  gradient: { wrt: ['x', 'layers'], reference: stackedRnnGradient },

  inputs: runs,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    sampleIndependence<StackedRnn>(runs),
    law('many-to-one is the last step of many-to-many', calls, async (stackedRnn, [x, layers]) => {
      const all = await stackedRnn(x, layers, { kind: 'many-to-many' });
      expectClose(
        await stackedRnn(x, layers, { kind: 'many-to-one' }),
        all.map((steps) => steps.slice(-1)),
        stackedRnn.allowed(x, layers, { kind: 'many-to-one' }),
        stackedRnn.allowed(x, layers, { kind: 'many-to-many' }).map((steps) => steps.slice(-1)),
      );
    }),
    law('one-to-many is many-to-many with the step repeated', calls, async (stackedRnn, [x, layers]) => {
      const first = x.map((steps) => steps.slice(0, 1));
      const repeated = first.map((steps) => [nth(steps, 0), nth(steps, 0), nth(steps, 0)]);
      expectClose(
        await stackedRnn(first, layers, { kind: 'one-to-many', steps: 3 }),
        await stackedRnn(repeated, layers, { kind: 'many-to-many' }),
        stackedRnn.allowed(first, layers, { kind: 'one-to-many', steps: 3 }),
        stackedRnn.allowed(repeated, layers, { kind: 'many-to-many' }),
      );
    }),
    law('later inputs do not change earlier states', calls, async (stackedRnn, [x, layers]) => {
      const begun = x.map((steps) => steps.slice(0, 1));
      const allowed = stackedRnn.allowed(begun, layers);
      const whole = await stackedRnn(x, layers);
      expectClose(
        await stackedRnn(begun, layers),
        whole.map((steps) => steps.slice(0, 1)),
        allowed,
        allowed,
      );
    }),
    law(
      'one more layer without weights gives the tanh of its biases',
      calls,
      async (stackedRnn, [x, layers, options]) => {
        const below = nth(layers, layers.length - 1).b.length;
        const top = {
          wx: Array.from({ length: below }, () => [0, 0]),
          wh: [
            [0, 0],
            [0, 0],
          ],
          b: [0.5, -1.25],
        };
        const args: Arguments = given(x, [...layers, top], options);
        const states = await stackedRnn(...args);
        const expected = states.map((steps) => steps.map(() => top.b.map(Math.tanh)));
        expectClose(states, expected, stackedRnn.allowed(...args), 2 ** -52);
      },
    ),
    law('the opposite inputs and biases give the opposite states', calls, async (stackedRnn, [x, layers, options]) => {
      const negate = (v: number): number => 0 - v;
      const opposite = layers.map(({ wx, wh, b }) => ({ wx, wh, b: b.map(negate) }));
      const usual: Arguments = given(x, layers, options);
      const other: Arguments = given(mapNumbers(x, negate), opposite, options);
      const allowed = stackedRnn.allowed(...usual);
      expectClose(await stackedRnn(...other), mapNumbers(await stackedRnn(...usual), negate), allowed, allowed);
    }),
    law('the order of the units of a lower layer does not matter', calls, async (stackedRnn, [x, layers, options]) => {
      const usual: Arguments = given(x, layers, options);
      const other: Arguments = given(x, firstTurned(layers), options);
      expectClose(
        await stackedRnn(...other),
        await stackedRnn(...usual),
        stackedRnn.allowed(...other),
        stackedRnn.allowed(...usual),
      );
    }),
  ],

  misconceptions,

  rounding: (r, x, layers, options) => {
    const steps = options.steps?.value ?? 1;
    const repeated = x.map((own) => Array.from({ length: steps }, () => nth(own, 0)));
    const states = layers.reduce(
      (below, weights) => transposed(roundedRnnStates(r, below, weights)),
      options.kind === 'one-to-many' ? repeated : x,
    );
    return options.kind === 'many-to-one' ? states.map((own) => own.slice(-1)) : states;
  },
};
