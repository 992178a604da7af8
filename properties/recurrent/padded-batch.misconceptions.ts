import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { PaddedBatch } from './padded-batch.ts';

interface Parts {
  length: (lengths: number[]) => number;
  /** a sequence and the steps that it lacks */
  joined: <T>(own: T[], missing: T[]) => T[];
  value: (value: number) => number;
  real: number;
}

const right: Parts = {
  length: (lengths) => Math.max(...lengths),
  joined: (own, missing) => [...own, ...missing],
  value: (value) => value,
  real: 1,
};

const variant = (
  parts: Partial<Parts>,
): ((sequences: Matrix[], options: { value: number }) => ReturnType<PaddedBatch>) => {
  const { length, joined, value, real } = { ...right, ...parts };
  return (sequences, options) => {
    const T = length(sequences.map((steps) => steps.length));
    const lacking = (steps: Matrix): number => Math.max(0, T - steps.length);
    const padding = (steps: Matrix): Matrix =>
      Array.from({ length: lacking(steps) }, () => nth(steps, 0).map(() => value(options.value)));
    return {
      x: sequences.map((steps) => joined(steps.slice(0, T), padding(steps))),
      mask: sequences.map((steps): Vector => {
        const own = steps.slice(0, T).map(() => real);
        return joined(
          own,
          Array.from({ length: lacking(steps) }, () => 1 - real),
        );
      }),
    };
  };
};

const before = <T>(own: T[], missing: T[]): T[] => [...missing, ...own];

export const misconceptions: readonly Misconception<PaddedBatch>[] = [
  {
    id: 'paddedBatch/padded-before',
    title: 'the padding comes before the sequence',
    hint: 'The padding belongs at the end: step 0 of x is step 0 of the sequence. (Keras pads before if it is not told otherwise.)',
    caughtBy: 'two and one',
    implementation: variant({ joined: before }),
    readings: [
      // with the mask of the right place, and the other way round
      (sequences, options) => ({
        ...variant({})(sequences, options),
        x: variant({ joined: before })(sequences, options).x,
      }),
      (sequences, options) => ({
        ...variant({})(sequences, options),
        mask: variant({ joined: before })(sequences, options).mask,
      }),
    ],
  },
  {
    id: 'paddedBatch/mask-inverted',
    title: 'the mask is 1 on the padding',
    hint: 'The mask says which steps are real: 1 on those of the sequence, 0 on the padding.',
    caughtBy: 'two and one',
    implementation: variant({ real: 0 }),
  },
  {
    id: 'paddedBatch/cut-to-shortest',
    title: 'all sequences are cut to the shortest',
    hint: 'No step may be lost: the batch is as long as the longest sequence.',
    caughtBy: ['two and one', 'zeros by default'],
    implementation: variant({ length: (lengths) => Math.min(...lengths) }),
    // as long as the first
    readings: [variant({ length: (lengths) => nth(lengths, 0) })],
  },
  {
    id: 'paddedBatch/value-ignored',
    title: 'the padding is 0 whatever the option says',
    hint: 'options.value says what the padding is made of; 0 is its default only.',
    caughtBy: 'two and one',
    implementation: variant({ value: () => 0 }),
  },
];
