import type { RnnWeightsOf } from '../../../../../properties/recurrent/shared/rnn-inputs.ts';
import type { Exact } from '../../../authority.ts';
import { type Big, dot, ZERO } from '../../../big.ts';
import { exactTanh } from '../../training/shared/tanh.ts';

export type ExactRnnWeights = Exact<RnnWeightsOf>;

/** x W_x + h W_h + b, for each row of x and h. */
export function exactRnnDrives(x: Exact<number[][]>, h: Exact<number[][]>, { wx, wh, b }: ExactRnnWeights): Big[][] {
  const column = (w: Exact<number[][]>, j: number): Big[] => w.map((row) => row[j] as Big);
  return x.map((row, n) =>
    b.map((bias, j) =>
      dot(row, column(wx, j))
        .plus(dot(h[n] as Big[], column(wh, j)))
        .plus(bias),
    ),
  );
}

/** The matrix of one step. */
export function exactStepOf(x: Exact<number[][][]>, t: number): Big[][] {
  return x.map((steps) => steps[t] as Big[]);
}

/** A state of zeros for each sample. */
export function exactRest(x: Exact<number[][][]>, units: number): Big[][] {
  return x.map(() => Array.from({ length: units }, () => ZERO));
}

/** The states after each step, `[time][sample][unit]`; `next` makes the state of a step from the drives' tanh and the state before. */
export function exactRnnStates(
  x: Exact<number[][][]>,
  weights: ExactRnnWeights,
  next: (made: Big[][], h: Big[][], t: number) => Big[][] = (made) => made,
): Big[][][] {
  let h = exactRest(x, weights.b.length);
  return (x[0] ?? []).map((_, t) => {
    const made = exactRnnDrives(exactStepOf(x, t), h, weights).map((row) => row.map(exactTanh));
    h = next(made, h, t);
    return h;
  });
}

/** `[time][sample]` as `[sample][time]`. */
export function exactBySample(steps: readonly Big[][][]): Big[][][] {
  return (steps[0] ?? []).map((_, n) => steps.map((step) => step[n] as Big[]));
}
