import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Sequence } from '../values/value.ts';
import { plainStates } from './shared/plain-rnn.ts';
import type { RnnWeightsOf } from './shared/rnn-inputs.ts';
import type { StackedRnn, StackedRnnOptionsOf } from './stacked-rnn.ts';

interface Parts {
  /** what the layers are given, of the one step that is to be repeated */
  repeated: (x: Sequence, steps: number) => Sequence;
  /** the state that many-to-one gives */
  kept: (states: Sequence) => Sequence;
  /** what a layer takes, of the states below and of what the first layer was given */
  input: (below: Sequence, given: Sequence) => Sequence;
}

const right: Parts = {
  repeated: (x, steps) => x.map((own) => Array.from({ length: steps }, () => nth(own, 0))),
  kept: (states) => states.map((own) => own.slice(-1)),
  input: (below) => below,
};

function stackWith(
  parts: Partial<Parts>,
  x: Sequence,
  layers: RnnWeightsOf[],
  { kind, steps = 1 }: StackedRnnOptionsOf = {},
): Sequence {
  const { repeated, kept, input } = { ...right, ...parts };
  const fed = kind === 'one-to-many' ? repeated(x, steps) : x;
  const states = layers.reduce((below, weights) => input(below, fed).map((own) => plainStates(own, weights)), fed);
  return kind === 'many-to-one' ? kept(states) : states;
}

export const misconceptions: readonly Misconception<StackedRnn>[] = [
  {
    id: 'stackedRnn/input-to-every-layer',
    title: 'every layer is given the inputs',
    hint: 'Only the first layer sees x: each other layer takes the states of the layer below.',
    caughtBy: 'two layers',
    implementation: (x, layers, options) => {
      const features = nth(nth(x, 0), 0).length;
      if (layers.some(({ wx }) => wx.length !== features)) return undefined;
      return stackWith({ input: (_below, fed) => fed }, x, layers, options);
    },
  },
  {
    id: 'stackedRnn/first-state',
    title: 'many-to-one gives the first state',
    hint: 'Only the last state has seen the whole sequence.',
    caughtBy: 'many-to-one is the last step of many-to-many',
    implementation: (x, layers, options) =>
      stackWith({ kept: (states) => states.map((own) => own.slice(0, 1)) }, x, layers, options),
  },
  {
    id: 'stackedRnn/input-once',
    title: 'one-to-many gives its input in the first step alone',
    hint: 'The one step is repeated: every step of the first layer is given it.',
    caughtBy: 'one step repeated',
    implementation: (x, layers, options) => {
      const once = (sequence: Sequence, steps: number): Sequence =>
        sequence.map((own) =>
          Array.from({ length: steps }, (_, t) => (t === 0 ? nth(own, 0) : nth(own, 0).map(() => 0))),
        );
      return stackWith({ repeated: once }, x, layers, options);
    },
  },
];
