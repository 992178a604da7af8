import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { type BpttParts, plainBptt } from './shared/plain-bptt.ts';
import { plainStates } from './shared/plain-rnn.ts';
import type { RnnWeightsOf } from './shared/rnn-inputs.ts';
import type { TruncatedBptt } from './truncated-bptt.ts';

const isEnd = (at: number, steps: number): boolean => (at + 1) % steps === 0;

/** The chunks as they should be, with some of the parts exchanged. */
const variant =
  (partsOf: (steps: number) => Partial<BpttParts>): TruncatedBptt =>
  (x, t, weights, steps) =>
    plainBptt({ flowsBack: (at) => !isEnd(at, steps), ...partsOf(steps) }, x, t, weights);

/** The states of a sample whose chunks each begin with zeros. */
const resetStates =
  (steps: number) =>
  (inputs: Matrix, weights: RnnWeightsOf): Matrix => {
    const chunks = Array.from({ length: Math.ceil(inputs.length / steps) }, (_, c) =>
      inputs.slice(c * steps, (c + 1) * steps),
    );
    return chunks.flatMap((chunk) => plainStates(chunk, weights));
  };

export const misconceptions: readonly Misconception<TruncatedBptt>[] = [
  {
    id: 'truncatedBptt/state-reset',
    title: 'each chunk begins with a state of zeros',
    hint: 'Only the gradient stops at the end of a chunk: the state goes on into the next one.',
    caughtBy: 'the state goes on',
    implementation: variant((steps) => ({
      states: resetStates(steps),
      before: (states, at, rest) => (at % steps === 0 ? rest : nth(states, at - 1)),
    })),
  },
  {
    id: 'truncatedBptt/untruncated',
    title: 'the gradient flows through all steps',
    hint: 'What the first step of a chunk passes back ends there: the chunk before knows nothing of it.',
    caughtBy: 'nothing flows back over the end of a chunk',
    implementation: variant(() => ({ flowsBack: () => true })),
  },
  {
    id: 'truncatedBptt/last-chunk-only',
    title: 'the gradient of the last chunk alone is returned',
    hint: 'Every chunk has a gradient: add them all up.',
    caughtBy: 'nothing flows back over the end of a chunk',
    implementation: variant((steps) => ({
      error: (h, target, at, T) => (at >= Math.floor((T - 1) / steps) * steps ? h - target : 0),
    })),
  },
  {
    id: 'truncatedBptt/summed',
    title: 'the gradient is summed over the batch',
    hint: 'The loss is the mean over the samples: divide by their number.',
    caughtBy: 'two samples, the mean',
    implementation: variant(() => ({ divisor: () => 1 })),
  },
];
