import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { Masking } from './masking.ts';
import { plainStep } from './shared/plain-rnn.ts';

/** What a masked step leaves as the state, and what it gives out. */
type Masked = (h: Vector, x: Vector, step: (x: Vector, h: Vector) => Vector) => { h: Vector; out: Vector };

const zeros = (v: Vector): Vector => v.map(() => 0);

const variant =
  (masked: Masked): Masking =>
  (x, mask, weights) =>
    x.map((steps, n) => {
      let h = weights.b.map(() => 0);
      const step = (input: Vector, state: Vector): Vector => plainStep(input, state, weights);
      return steps.map((input, t) => {
        const { h: next, out } = masked(h, input, step);
        const made = step(input, h);
        const real = nth(nth(mask, n), t) === 1;
        h = real ? made : next;
        return real ? made : out;
      });
    });

const both = (h: Vector): { h: Vector; out: Vector } => ({ h, out: h });

export const misconceptions: readonly Misconception<Masking>[] = [
  {
    id: 'masking/mask-ignored',
    title: 'masked steps are made like the others',
    hint: 'Where the mask is 0 no step is made: the state stays as it was.',
    caughtBy: 'the state goes through',
    implementation: variant((h, x, step) => both(step(x, h))),
  },
  {
    id: 'masking/state-reset',
    title: 'a masked step sets the state back to zeros',
    hint: 'A masked step changes nothing: the next real step begins with the state of the last real one.',
    caughtBy: 'the state goes through',
    implementation: variant((h) => both(zeros(h))),
    // the old state is given out, and lost
    readings: [variant((h) => ({ h: zeros(h), out: h }))],
  },
  {
    id: 'masking/zero-output',
    title: 'a masked step gives out zeros',
    hint: 'A masked step leaves the state as it was, and gives it out again instead of zeros.',
    caughtBy: 'the state goes through',
    implementation: variant((h) => ({ h, out: zeros(h) })),
    // the mask only multiplies what is given out
    readings: [variant((h, x, step) => ({ h: step(x, h), out: zeros(h) }))],
  },
  {
    id: 'masking/input-zeroed',
    title: 'a masked step is made with an input of zeros',
    hint: 'Zeros as input still move the state, by h wh + b: make no step at all where the mask is 0.',
    caughtBy: 'the state goes through',
    implementation: variant((h, x, step) => both(step(zeros(x), h))),
  },
];
