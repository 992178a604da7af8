import type { LstmOptionsOf, LstmWeightsOf, PackedOf } from '../../../../../properties/recurrent/shared/lstm-inputs.ts';
import type { Exact } from '../../../authority.ts';
import { type Big, sum } from '../../../big.ts';
import { afterRoundings, sizesOf, twoUlp } from '../../../roundings.ts';
import { exactSigmoid } from '../../backprop/shared/sigmoid.ts';
import { exactTanh } from '../../training/shared/tanh.ts';

/** The gates of an LSTM and its candidate. */
export interface ExactGates {
  forget: Big[][];
  input: Big[][];
  candidate: Big[][];
  output: Big[][];
}

/** s([h, x] W + b) of each gate, and tanh of the candidate, from weights in either form and order. */
export function exactGates(...[x, h, weights, options]: GateArguments): ExactGates {
  return gatesOf(x, h, weights, options, (activation, terms) => activation(sum(terms)));
}

/** What the docstring of lstmGates allows: that of the drives, and two ulp of the activation, whose slope is at most 1. */
export function boundsOfGates(...[x, h, weights, options]: GateArguments): ExactGates {
  return gatesOf(x, h, weights, options, (activation, terms) => {
    const ofDrive = afterRoundings(terms.length, sum(sizesOf(terms))) as Big;
    return ofDrive.plus(twoUlp(activation(sum(terms))));
  });
}

type GateArguments = [
  x: Exact<number[][]>,
  h: Exact<number[][]>,
  weights: Exact<LstmWeightsOf | PackedOf>,
  options?: LstmOptionsOf,
];

/** `f` of the activation and of the terms of each drive, the bias among them. */
function gatesOf(
  x: Exact<number[][]>,
  h: Exact<number[][]>,
  weights: Exact<LstmWeightsOf | PackedOf>,
  { inputOrder = 'hx', gateOrder = 'fico' }: LstmOptionsOf = {},
  f: (activation: (z: Big) => Big, terms: readonly Big[]) => Big,
): ExactGates {
  const units = h[0]?.length ?? 0;
  const features = x[0]?.length ?? 0;
  const gate = (name: keyof ExactGates, activation: (z: Big) => Big): Big[][] => {
    const packed = 'w' in weights;
    const { w, b } = packed ? weights : weights[name];
    const shift = packed ? gateOrder.indexOf(name.charAt(0)) * units : 0;
    const [stateAt, inputAt] = inputOrder === 'hx' ? [0, units] : [features, 0];
    return x.map((sample, n) =>
      Array.from({ length: units }, (_, j) => {
        const weight = (row: number): Big => w[row]?.[shift + j] as Big;
        const fromState = (h[n] as Big[]).map((value, k) => value.times(weight(stateAt + k)));
        const fromInput = sample.map((value, k) => value.times(weight(inputAt + k)));
        return f(activation, [...fromState, ...fromInput, b[shift + j] as Big]);
      }),
    );
  };
  return {
    forget: gate('forget', exactSigmoid),
    input: gate('input', exactSigmoid),
    candidate: gate('candidate', exactTanh),
    output: gate('output', exactSigmoid),
  };
}

/** The state after a step. */
export function exactStep(
  x: Exact<number[][]>,
  state: { h: Exact<number[][]>; c: Exact<number[][]> },
  weights: Exact<LstmWeightsOf | PackedOf>,
  options: LstmOptionsOf = {},
): { h: Big[][]; c: Big[][] } {
  const { forget, input, candidate, output } = exactGates(x, state.h, weights, options);
  const at = (matrix: Exact<number[][]>, n: number, j: number): Big => matrix[n]?.[j] as Big;
  const c = forget.map((row, n) =>
    row.map((f, j) => f.times(at(state.c, n, j)).plus(at(input, n, j).times(at(candidate, n, j)))),
  );
  return { h: c.map((row, n) => row.map((cell, j) => at(output, n, j).times(exactTanh(cell)))), c };
}
