import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Sequence, Vector } from '../values/value.ts';
import type { Lstm } from './lstm.ts';
import { type LstmWeightsOf, separateWeights } from './shared/lstm-inputs.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

interface State {
  h: Vector;
  c: Vector;
}

/** One correct step of one sample. */
function step(x: Vector, { h, c }: State, weights: LstmWeightsOf): State {
  const activated = (name: keyof LstmWeightsOf, activation: (z: number) => number): Vector =>
    weights[name].b.map((bias, j) =>
      activation([...h, ...x].reduce((z, v, k) => z + v * nth(nth(weights[name].w, k), j), bias)),
    );
  const [f, i, o] = [activated('forget', sigmoid), activated('input', sigmoid), activated('output', sigmoid)];
  const candidate = activated('candidate', Math.tanh);
  const next = c.map((old, j) => nth(f, j) * old + nth(i, j) * nth(candidate, j));
  return { h: next.map((cell, j) => nth(o, j) * Math.tanh(cell)), c: next };
}

const atRest = ({ forget: { b } }: LstmWeightsOf): State => ({ h: b.map(() => 0), c: b.map(() => 0) });

/** The states of one sample, with what is carried from step to step. */
function run(steps: Matrix, weights: LstmWeightsOf, carried: (state: State, rest: State) => State): Matrix {
  const rest = atRest(weights);
  let state = rest;
  return steps.map((x) => {
    state = step(x, carried(state, rest), weights);
    return state.h;
  });
}

const whole = (state: State): State => state;
const backwards = <T>(list: readonly T[]): T[] => [...list].reverse();

const over =
  (sample: (steps: Matrix, weights: LstmWeightsOf) => Matrix): Lstm =>
  (x, weights) =>
    x.map((steps) => sample(steps, separateWeights(weights)));

const swapped = (x: Sequence): Sequence => nth(x, 0).map((_, t) => x.map((steps) => nth(steps, t)));

/** The samples one after another, each from what it takes over of the state at the end of the one before. */
const continued =
  (begun: (end: State, rest: State) => State): Lstm =>
  (x, weights) => {
    const own = separateWeights(weights);
    const rest = atRest(own);
    let state = rest;
    return x.map((steps) => {
      state = begun(state, rest);
      return steps.map((input) => {
        state = step(input, state, own);
        return state.h;
      });
    });
  };

export const misconceptions: readonly Misconception<Lstm>[] = [
  {
    id: 'lstm/state-not-carried',
    title: 'every step starts without the hidden state of the step before',
    hint: 'The zeros are for the first step only: each later step takes the h that the step before returned.',
    caughtBy: 'with the cell dropped it is a plain recurrent net',
    implementation: over((steps, weights) => run(steps, weights, (_state, rest) => rest)),
    readings: [over((steps, weights) => run(steps, weights, ({ c }, { h }) => ({ h, c })))],
  },
  {
    id: 'lstm/cell-not-carried',
    title: 'every step starts with an empty cell',
    hint: 'There are two states to carry, h and c: pass the cell on to the next step too.',
    caughtBy: 'the candidate from its bias only',
    implementation: over((steps, weights) => run(steps, weights, ({ h }, { c }) => ({ h, c }))),
  },
  {
    id: 'lstm/reversed',
    title: 'the sequence is read from its end, or the states are returned from the last to the first',
    hint: 'Time runs forward: state t belongs to input t and knows the inputs up to t only.',
    caughtBy: 'the input at its own step',
    rearranges: (x, weights) => [x.map(backwards), weights],
    rearrangesResult: (states) => states.map(backwards),
    implementation: over((steps, weights) => backwards(run(backwards(steps), weights, whole))),
    readings: [
      over((steps, weights) => run(backwards(steps), weights, whole)),
      over((steps, weights) => backwards(run(steps, weights, whole))),
    ],
  },
  {
    id: 'lstm/time-and-batch-swapped',
    title: 'the first axis of the input or of the result is taken as time, the second as the samples',
    hint: 'x is [batch, time, features]: loop over the second axis and keep the samples of the first apart. The result has the same order.',
    caughtBy: 'a sample does not depend on the others',
    rearranges: (x, weights) => [swapped(x), weights],
    rearrangesResult: swapped,
    implementation: (x, weights) => swapped(swapped(x).map((steps) => run(steps, separateWeights(weights), whole))),
    readings: [
      (x, weights) => swapped(x.map((steps) => run(steps, separateWeights(weights), whole))),
      (x, weights) => swapped(x).map((steps) => run(steps, separateWeights(weights), whole)),
    ],
  },
  {
    id: 'lstm/state-kept-in-batch',
    title: 'each sample begins with the state in which the one before it ended',
    hint: 'The samples of a batch are separate sequences: set h and c back to zeros before the first step of each.',
    caughtBy: 'a sample does not depend on the others',
    implementation: continued((end) => end),
    readings: [
      // one of the two states
      continued(({ c }, { h }) => ({ h, c })),
      continued(({ h }, { c }) => ({ h, c })),
    ],
  },
];
