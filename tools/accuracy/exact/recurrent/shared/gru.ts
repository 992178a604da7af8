import type { GruWeightsOf } from '../../../../../properties/recurrent/shared/gru-inputs.ts';
import type { GateOf } from '../../../../../properties/recurrent/shared/lstm-inputs.ts';
import type { Exact } from '../../../authority.ts';
import { type Big, dot, ONE } from '../../../big.ts';
import { exactSigmoid } from '../../backprop/shared/sigmoid.ts';
import { exactTanh } from '../../training/shared/tanh.ts';

type ExactMatrix = Exact<number[][]>;

/** The state after a step: z h + (1 - z) times the candidate. */
export function exactGruStep(
  x: ExactMatrix,
  h: ExactMatrix,
  { update, reset, candidate }: Exact<GruWeightsOf>,
  resetAfter: boolean,
): Big[][] {
  return h.map((state, n) => {
    const input = x[n] as Big[];
    const z = drives(update, state, input).map(exactSigmoid);
    const r = drives(reset, state, input).map(exactSigmoid);
    const nothing = state.map((v) => v.times(0));
    const proposed = resetAfter
      ? drives(candidate, nothing, input).map((d, j) => {
          const recurrent = state.map((v, k) => v.times(candidate.w[k]?.[j] as Big));
          return d.plus((r[j] as Big).times(recurrent.reduce((a, b) => a.plus(b))));
        })
      : drives(
          candidate,
          state.map((v, k) => v.times(r[k] as Big)),
          input,
        );
    return state.map((old, j) => {
      const kept = z[j] as Big;
      return kept.times(old).plus(ONE.minus(kept).times(exactTanh(proposed[j] as Big)));
    });
  });
}

function drives({ w, b }: Exact<GateOf>, state: readonly Big[], input: readonly Big[]): Big[] {
  return b.map((bias, j) =>
    dot(
      [...state, ...input],
      w.map((row) => row[j] as Big),
    ).plus(bias),
  );
}
