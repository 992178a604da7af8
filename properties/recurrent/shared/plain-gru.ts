import { nth } from '../../values/nth.ts';
import type { Matrix, Vector } from '../../values/value.ts';
import type { GruWeightsOf } from './gru-inputs.ts';
import type { GateOf } from './lstm-inputs.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** What wrong forms of a step do differently. */
export interface GruParts {
  joined: (h: Vector, x: Vector) => Vector;
  candidate: (z: number) => number;
  /** the new state of a unit from z, the old state and the candidate */
  mixed: (z: number, h: number, candidate: number) => number;
  reset: (r: number) => number;
  weights: (weights: GruWeightsOf) => GruWeightsOf;
}

const right: GruParts = {
  joined: (h, x) => [...h, ...x],
  candidate: Math.tanh,
  mixed: (z, h, candidate) => z * h + (1 - z) * candidate,
  reset: (r) => r,
  weights: (weights) => weights,
};

/** One step of one sample over plain arrays, as students write it, with some of its parts exchanged. */
export function plainGruStep(
  parts: Partial<GruParts>,
  x: Vector,
  h: Vector,
  given: GruWeightsOf,
  resetAfter: boolean,
): Vector {
  const { joined, candidate, mixed, reset, weights } = { ...right, ...parts };
  const own = weights(given);
  const drives = ({ w, b }: GateOf, state: Vector, input: Vector, biases = b): Vector => {
    const all = joined(state, input);
    return biases.map((bias, j) => all.reduce((sum, v, k) => sum + v * nth(nth(w, k), j), bias));
  };
  const z = drives(own.update, h, x).map(sigmoid);
  const r = drives(own.reset, h, x).map(sigmoid).map(reset);
  const zeros = (v: Vector): Vector => v.map(() => 0);
  const fromState = drives(own.candidate, h, zeros(x), zeros(own.candidate.b));
  const fromInput = drives(own.candidate, zeros(h), x);
  const before = drives(
    own.candidate,
    h.map((v, k) => nth(r, k) * v),
    x,
  );
  const after = fromInput.map((d, j) => d + nth(r, j) * nth(fromState, j));
  const proposed = (resetAfter ? after : before).map(candidate);
  return h.map((old, j) => mixed(nth(z, j), old, nth(proposed, j)));
}

/** The states of one sample; `carried` is what a step is given of the state before it. */
export function plainGruStates(
  parts: Partial<GruParts>,
  steps: Matrix,
  weights: GruWeightsOf,
  resetAfter: boolean,
  carried: (h: Vector, rest: Vector) => Vector = (h) => h,
): Matrix {
  const rest = weights.update.b.map(() => 0);
  let h = rest;
  return steps.map((x) => {
    h = plainGruStep(parts, x, carried(h, rest), weights, resetAfter);
    return h;
  });
}
