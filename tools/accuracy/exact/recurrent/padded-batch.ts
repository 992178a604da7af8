import type { PaddedBatch } from '../../../../properties/recurrent/padded-batch.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE, ZERO } from '../../big.ts';

/** Each sequence, and the value where it has ended. */
export const paddedBatch: Authority<PaddedBatch> = {
  class: 'exact',
  exact: (sequences, { value }) => {
    const longest = Math.max(...sequences.map((steps) => steps.length));
    const times = Array.from({ length: longest }, (_, t) => t);
    const padding = (steps: readonly Big[][]): Big[] => (steps[0] ?? []).map(() => value);
    return {
      x: sequences.map((steps) => times.map((t) => steps[t] ?? padding(steps))),
      mask: sequences.map((steps) => times.map((t) => (t < steps.length ? ONE : ZERO))),
    };
  },
};
