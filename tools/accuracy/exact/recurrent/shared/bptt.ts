import type { Exact } from '../../../authority.ts';
import { type Big, big, dot, ONE, sum, ZERO } from '../../../big.ts';
import { type ExactRnnWeights, exactRest, exactRnnStates, exactStepOf } from './rnn.ts';

/** The error signals of all steps back to front, and the products that they are the gradient by, chunk by chunk. */
export function exactBptt(
  x: Exact<number[][][]>,
  t: Exact<number[][][]>,
  weights: ExactRnnWeights,
  chunk: number,
): { wx: Big[][]; wh: Big[][]; b: Big[] } {
  const states = exactRnnStates(x, weights);
  const rest = exactRest(x, weights.b.length);
  const deltas: Big[][][] = [];
  for (let at = states.length - 1; at >= 0; at--) {
    const after = deltas[0];
    const flows = after !== undefined && (at + 1) % chunk !== 0;
    const back = (n: number, j: number): Big => (flows ? dot(after[n] as Big[], weights.wh[j] as Big[]) : ZERO);
    const own = (states[at] as Big[][]).map((row, n) =>
      row.map((h, j) => {
        const target = t[n]?.[at]?.[j] as Big;
        const arriving = h.minus(target).div(big(x.length)).plus(back(n, j));
        return arriving.times(ONE.minus(h.times(h)));
      }),
    );
    deltas.unshift(own);
  }
  const inputs = states.map((_, at) => exactStepOf(x, at));
  const before = [rest, ...states.slice(0, -1)];
  const products = (factors: readonly Big[][][], k: number, j: number): Big =>
    sum(
      deltas.flatMap((step, at) =>
        step.map((row, n) => {
          const factor = factors[at]?.[n]?.[k] as Big;
          return factor.times(row[j] as Big);
        }),
      ),
    );
  return {
    wx: weights.wx.map((row, k) => row.map((_, j) => products(inputs, k, j))),
    wh: weights.wh.map((row, k) => row.map((_, j) => products(before, k, j))),
    b: weights.b.map((_, j) => sum(deltas.flatMap((step) => step.map((row) => row[j] as Big)))),
  };
}
