import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { Gates, LstmGates } from './lstm-gates.ts';
import { type LstmWeightsOf, mapGates, separateWeights } from './shared/lstm-inputs.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const clipped = (z: number): number => Math.min(1, Math.max(0, z));

/** The gates with some of their parts replaced. */
function gatesWith(
  parts: { gate?: (z: number) => number; candidate?: (z: number) => number; inputFirst?: boolean },
  x: Matrix,
  h: Matrix,
  weights: LstmWeightsOf,
): Gates {
  const { gate = sigmoid, candidate = Math.tanh, inputFirst = false } = parts;
  const activated = (name: keyof LstmWeightsOf, activation: (z: number) => number): Matrix => {
    const { w, b } = weights[name];
    return x.map((row, n) => {
      const state = nth(h, n);
      const inputs = inputFirst ? [...row, ...state] : [...state, ...row];
      return b.map((bias, j) => activation(inputs.reduce((z, v, k) => z + v * nth(nth(w, k), j), bias)));
    });
  };
  return {
    forget: activated('forget', gate),
    input: activated('input', gate),
    candidate: activated('candidate', candidate),
    output: activated('output', gate),
  };
}

const variant =
  (parts: Parameters<typeof gatesWith>[0]): LstmGates =>
  (x, h, weights) =>
    gatesWith(parts, x, h, separateWeights(weights));

export const misconceptions: readonly Misconception<LstmGates>[] = [
  {
    id: 'lstmGates/input-before-hidden',
    title: 'the input comes before the hidden state',
    hint: 'The first rows of every w belong to the hidden state: join [h, x], not [x, h].',
    caughtBy: 'drives of ln 3',
    rearranges: (x, h, weights) => {
      const features = nth(x, 0).length;
      const moved = mapGates(separateWeights(weights), ({ w, b }) => ({
        w: [...w.slice(features), ...w.slice(0, features)],
        b,
      }));
      return [x, h, moved];
    },
    implementation: variant({ inputFirst: true }),
  },
  {
    id: 'lstmGates/forget-and-input-swapped',
    title: 'the forget gate and the input gate are exchanged',
    hint: 'Each gate has its own weights: check which of them you use for the gate that you return as forget.',
    caughtBy: 'drives of ln 3',
    rearrangesResult: ({ forget, input, ...rest }) => ({ ...rest, forget: input, input: forget }),
    implementation: (x, h, weights) => {
      const gates = gatesWith({}, x, h, separateWeights(weights));
      return { ...gates, forget: gates.input, input: gates.forget };
    },
  },
  {
    id: 'lstmGates/candidate-sigmoid',
    title: 'the candidate goes through the sigmoid',
    hint: 'Gates are between 0 and 1; the candidate can have either sign. Which activation gives that?',
    caughtBy: 'weights of 0',
    implementation: variant({ candidate: sigmoid }),
  },
  {
    id: 'lstmGates/hard-sigmoid',
    title: 'a hard sigmoid, piecewise linear, in the gates',
    hint: 'Some libraries replace the sigmoid by a piecewise linear function; here the gates use 1 / (1 + e^-z).',
    caughtBy: 'drives of ln 3',
    implementation: variant({ gate: (z) => clipped(0.2 * z + 0.5) }),
    readings: [variant({ gate: (z) => clipped(z / 6 + 0.5) })],
  },
  {
    id: 'lstmGates/bias-ignored',
    title: 'the biases are left out',
    hint: 'Each gate has its own b: add it to the product before the activation.',
    caughtBy: 'a bias is the weight of an input that is always 1',
    rearranges: (x, h, weights) => [x, h, mapGates(separateWeights(weights), ({ w, b }) => ({ w, b: b.map(() => 0) }))],
    implementation: (x, h, weights) =>
      gatesWith(
        {},
        x,
        h,
        mapGates(separateWeights(weights), ({ w, b }) => ({ w, b: b.map(() => 0) })),
      ),
  },
  {
    id: 'lstmGates/not-activated',
    title: 'drives are returned without their activation',
    hint: 'The sum [h, x] w + b is the drive only: a gate is its sigmoid, the candidate its tanh.',
    caughtBy: 'drives of ln 3',
    implementation: variant({ gate: (z) => z, candidate: (z) => z }),
    readings: [variant({ gate: (z) => z }), variant({ candidate: (z) => z })],
  },
];
