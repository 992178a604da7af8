import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { LstmCell, State } from './lstm-cell.ts';
import { GATE_NAMES, type GateOf, type LstmWeightsOf, mapGates, separateWeights } from './shared/lstm-inputs.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const clipped = (z: number): number => Math.min(1, Math.max(0, z));

interface Parts {
  joined: (h: Vector, x: Vector) => Vector;
  gate: (z: number) => number;
  candidate: (z: number) => number;
  cell: (f: number, c: number, i: number, candidate: number) => number;
  shown: (c: number) => number;
}

const right: Parts = {
  joined: (h, x) => [...h, ...x],
  gate: sigmoid,
  candidate: Math.tanh,
  cell: (f, c, i, candidate) => f * c + i * candidate,
  shown: Math.tanh,
};

/** A step with some of its parts replaced. */
function stepWith(parts: Partial<Parts>, x: Matrix, { h, c }: State, weights: LstmWeightsOf): State {
  const { joined, gate, candidate, cell, shown } = { ...right, ...parts };
  const activated = (name: keyof LstmWeightsOf, activation: (z: number) => number): Matrix => {
    const { w, b } = weights[name];
    return x.map((row, n) => {
      const inputs = joined(nth(h, n), row);
      return b.map((bias, j) => activation(inputs.reduce((z, v, k) => z + v * nth(nth(w, k), j), bias)));
    });
  };
  const [f, i, o] = [activated('forget', gate), activated('input', gate), activated('output', gate)];
  const proposed = activated('candidate', candidate);
  const at = (m: Matrix, n: number, j: number): number => nth(nth(m, n), j);
  const next = c.map((row, n) => row.map((old, j) => cell(at(f, n, j), old, at(i, n, j), at(proposed, n, j))));
  return { h: next.map((row, n) => row.map((value, j) => at(o, n, j) * shown(value))), c: next };
}

const variant =
  (parts: Partial<Parts>): LstmCell =>
  (x, state, weights) =>
    stepWith(parts, x, state, separateWeights(weights));

/** A step with other biases. */
const biased =
  (of: (b: number) => number): LstmCell =>
  (x, state, weights) =>
    stepWith(
      {},
      x,
      state,
      mapGates(separateWeights(weights), ({ w, b }) => ({ w, b: b.map(of) })),
    );

/** A step in which some gates take the weights of others. */
const driven =
  (others: Partial<Record<keyof LstmWeightsOf, keyof LstmWeightsOf>>): LstmCell =>
  (x, state, weights) => {
    const own = separateWeights(weights);
    const of = (gate: keyof LstmWeightsOf): GateOf => own[others[gate] ?? gate];
    const taken = { forget: of('forget'), input: of('input'), candidate: of('candidate'), output: of('output') };
    return stepWith({}, x, state, taken);
  };

export const misconceptions: readonly Misconception<LstmCell>[] = [
  {
    id: 'lstmCell/input-before-hidden',
    title: 'the input comes before the hidden state',
    hint: 'The first rows of every w belong to the hidden state: join [h, x], not [x, h].',
    caughtBy: 'h before x',
    rearranges: (x, state, weights) => {
      const features = nth(x, 0).length;
      const moved = mapGates(separateWeights(weights), ({ w, b }) => ({
        w: [...w.slice(features), ...w.slice(0, features)],
        b,
      }));
      return [x, state, moved];
    },
    implementation: variant({ joined: (h, x) => [...x, ...h] }),
  },
  {
    id: 'lstmCell/forget-and-input-swapped',
    title: 'the forget gate and the input gate are exchanged',
    hint: 'The forget gate multiplies the old cell, the input gate the candidate.',
    caughtBy: 'an open forget gate and a closed input gate keep the cell',
    rearranges: (x, state, weights) => {
      const { forget, input, ...rest } = separateWeights(weights);
      return [x, state, { ...rest, forget: input, input: forget }];
    },
    implementation: variant({ cell: (f, c, i, candidate) => i * c + f * candidate }),
  },
  {
    id: 'lstmCell/candidate-sigmoid',
    title: 'the candidate goes through the sigmoid',
    hint: 'Gates are between 0 and 1; the candidate can have either sign. Which activation gives that?',
    caughtBy: 'negating the cell and the candidate negates the step',
    implementation: variant({ candidate: sigmoid }),
  },
  {
    id: 'lstmCell/output-without-tanh',
    title: 'the output gate is applied to the cell itself',
    hint: 'The cell can grow beyond 1, the hidden state cannot: which function comes between the cell and the output gate?',
    caughtBy: 'weights of 0',
    implementation: variant({ shown: (c) => c }),
  },
  {
    id: 'lstmCell/hard-sigmoid',
    title: 'a hard sigmoid, piecewise linear, in the gates',
    hint: 'Some libraries replace the sigmoid by a piecewise linear function; here the gates use 1 / (1 + e^-z).',
    caughtBy: 'only biases',
    implementation: variant({ gate: (z) => clipped(0.2 * z + 0.5) }),
    readings: [variant({ gate: (z) => clipped(z / 6 + 0.5) })],
  },
  {
    id: 'lstmCell/cell-not-forgotten',
    title: 'the old cell is added without the forget gate',
    hint: 'The forget gate decides how much of the old cell stays: multiply by it before you add.',
    caughtBy: 'weights of 0',
    implementation: variant({ cell: (_f, c, i, candidate) => c + i * candidate }),
  },
  {
    id: 'lstmCell/bias-ignored',
    title: 'the biases are left out',
    hint: 'Each gate has its own b: add it to the product before the activation.',
    caughtBy: 'a bias is the weight of an input that is always 1',
    rearranges: (x, state, weights) => [
      x,
      state,
      mapGates(separateWeights(weights), ({ w, b }) => ({ w, b: b.map(() => 0) })),
    ],
    implementation: biased(() => 0),
  },
  {
    id: 'lstmCell/hidden-for-cell',
    title: 'the forget gate is applied to the hidden state',
    hint: 'The forget gate keeps a part of the old cell: multiply it by c of the state, not by h.',
    caughtBy: 'weights of 0',
    implementation: (x, { h }, weights) => stepWith({}, x, { h, c: h }, separateWeights(weights)),
  },
  {
    id: 'lstmCell/wrong-gates-drive',
    title: 'a gate or the candidate is computed from the weights of another',
    hint: 'Each of the four has its own w and b: check which of them you use for forget, input, candidate and output.',
    caughtBy: 'decimals',
    implementation: driven({ output: 'input' }),
    readings: [
      driven({ output: 'forget' }),
      driven({ output: 'candidate' }),
      driven({ candidate: 'forget' }),
      driven({ candidate: 'input' }),
      driven({ candidate: 'output' }),
      driven({ input: 'forget' }),
      driven({ input: 'candidate' }),
      driven({ input: 'output' }),
      driven({ forget: 'input' }),
      driven({ forget: 'candidate' }),
      driven({ forget: 'output' }),
      // two exchanged, of which forget and input have a name of their own
      driven({ output: 'forget', forget: 'output' }),
      driven({ output: 'input', input: 'output' }),
      driven({ output: 'candidate', candidate: 'output' }),
      driven({ candidate: 'forget', forget: 'candidate' }),
      driven({ candidate: 'input', input: 'candidate' }),
      // one for all
      ...GATE_NAMES.map((one) => driven({ forget: one, input: one, candidate: one, output: one })),
    ],
  },
  {
    id: 'lstmCell/added-input',
    title: 'the input gate is added to the candidate',
    hint: 'A gate multiplies: the cell takes in the product of the input gate and the candidate.',
    caughtBy: 'weights of 0',
    implementation: variant({ cell: (f, c, i, candidate) => f * c + i + candidate }),
  },
  {
    id: 'lstmCell/bias-twice',
    title: 'the biases are added twice',
    hint: 'There is one b for h and x together: add it once to the sum of both products, not to each of them.',
    caughtBy: 'a bias is the weight of an input that is always 1',
    implementation: biased((b) => 2 * b),
  },
];
