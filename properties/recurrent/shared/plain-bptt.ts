import { nth } from '../../values/nth.ts';
import type { Matrix, Sequence, Vector } from '../../values/value.ts';
import { plainStates } from './plain-rnn.ts';
import type { RnnWeightsOf } from './rnn-inputs.ts';

/** What wrong forms of backpropagation through time do differently. */
export interface BpttParts {
  /** the states of a sample, in their order */
  states: (steps: Matrix, weights: RnnWeightsOf) => Matrix;
  /** the state before a step */
  before: (states: Matrix, at: number, rest: Vector) => Vector;
  /** the derivative of the loss by a state, summed over the batch */
  error: (h: number, target: number, at: number, T: number) => number;
  /** what a step passes back to the state before it counts there, or not */
  flowsBack: (to: number, T: number) => boolean;
  slope: (h: number) => number;
  divisor: (B: number) => number;
}

const right: BpttParts = {
  states: (steps, weights) => plainStates(steps, weights),
  before: (states, at, rest) => states[at - 1] ?? rest,
  error: (h, target) => h - target,
  flowsBack: () => true,
  slope: (h) => 1 - h * h,
  divisor: (B) => B,
};

/** The gradient over plain arrays, as students write it, with some of its parts exchanged. */
export function plainBptt(parts: Partial<BpttParts>, x: Sequence, t: Sequence, weights: RnnWeightsOf): RnnWeightsOf {
  const { states, before, error, flowsBack, slope, divisor } = { ...right, ...parts };
  const { wx, wh, b } = weights;
  const rest = b.map(() => 0);
  const gradient = { wx: wx.map((row) => row.map(() => 0)), wh: wh.map((row) => row.map(() => 0)), b: rest.slice() };
  const add = (row: Vector, j: number, value: number): void => {
    row[j] = nth(row, j) + value / divisor(x.length);
  };
  for (const [n, steps] of x.entries()) {
    const own = states(steps, weights);
    let arriving = rest;
    for (let at = steps.length - 1; at >= 0; at--) {
      const h = nth(own, at);
      const wanted = nth(nth(t, n), at);
      const back = flowsBack(at, steps.length) ? arriving : rest;
      const delta = h.map((v, j) => (error(v, nth(wanted, j), at, steps.length) + nth(back, j)) * slope(v));
      const old = before(own, at, rest);
      delta.forEach((d, j) => {
        add(gradient.b, j, d);
        for (const [k, v] of nth(steps, at).entries()) add(nth(gradient.wx, k), j, v * d);
        for (const [k, v] of old.entries()) add(nth(gradient.wh, k), j, v * d);
      });
      arriving = wh.map((row) => row.reduce((sum, w, j) => sum + w * nth(delta, j), 0));
    }
  }
  return gradient;
}
