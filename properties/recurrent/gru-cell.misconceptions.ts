import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { GruCell } from './gru-cell.ts';
import { type GruParts, plainGruStep } from './shared/plain-gru.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

const variant =
  (parts: Partial<GruParts>, after: (resetAfter: boolean) => boolean = (resetAfter) => resetAfter): GruCell =>
  (x, h, weights, options) =>
    x.map((row, n) => plainGruStep(parts, row, nth(h, n), weights, after(options?.resetAfter ?? false)));

export const misconceptions: readonly Misconception<GruCell>[] = [
  {
    id: 'gruCell/update-inverted',
    title: 'the update gate lets the candidate in',
    hint: 'Here z keeps the old state and 1 - z lets the candidate in, as in Keras and PyTorch; some books have it the other way round.',
    caughtBy: 'the update gate keeps the state',
    implementation: variant({ mixed: (z, h, candidate) => (1 - z) * h + z * candidate }),
  },
  {
    id: 'gruCell/reset-missing',
    title: 'the candidate takes the old state without the reset gate',
    hint: 'The reset gate says how much of the old state the candidate sees: multiply h by r in the candidate.',
    caughtBy: 'reset before the product',
    implementation: variant({ reset: () => 1 }),
  },
  {
    id: 'gruCell/reset-after-ignored',
    title: 'one variant is computed whatever the option says',
    hint: 'options.resetAfter decides: [r h, x] w without it, r (h w_h) + x w_x with it.',
    caughtBy: ['reset before the product', 'reset after the product'],
    implementation: variant({}, () => false),
    readings: [variant({}, () => true)],
  },
  {
    id: 'gruCell/input-before-hidden',
    title: 'the input comes before the hidden state',
    hint: 'The first rows of every w belong to the hidden state: join [h, x], not [x, h].',
    caughtBy: 'h before x',
    implementation: variant({ joined: (h, x) => [...x, ...h] }),
  },
  {
    id: 'gruCell/candidate-sigmoid',
    title: 'the candidate goes through the sigmoid',
    hint: 'Gates are between 0 and 1; the candidate can have either sign. Which activation gives that?',
    caughtBy: 'weights of 0',
    implementation: variant({ candidate: sigmoid }),
  },
  {
    id: 'gruCell/update-and-reset-swapped',
    title: 'the update gate and the reset gate are exchanged',
    hint: 'The update gate mixes the old state and the candidate; the reset gate is inside the candidate. Each has its own weights.',
    caughtBy: 'the update gate keeps the state',
    implementation: variant({
      weights: ({ update, reset, candidate }) => ({ update: reset, reset: update, candidate }),
    }),
  },
];
