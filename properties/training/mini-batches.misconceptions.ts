import type { Misconception } from '../entry/entry.ts';
import type { MiniBatches } from './mini-batches.ts';

export const misconceptions: readonly Misconception<MiniBatches>[] = [
  {
    id: 'miniBatches/drops-last',
    title: 'the short last batch is dropped',
    hint: 'Every sample is seen once in an epoch: what is left over at the end makes a short batch.',
    caughtBy: 'five in twos',
    implementation: (indices, batchSize) =>
      Array.from({ length: Math.floor(indices.length / batchSize) }, (_, k) =>
        indices.slice(k * batchSize, (k + 1) * batchSize),
      ),
  },
  {
    id: 'miniBatches/strided',
    title: 'the indices are dealt out in turn',
    hint: 'A batch holds indices that follow each other: cut the list, do not deal it out like cards.',
    caughtBy: 'six in threes',
    implementation: (indices, batchSize) => {
      const count = Math.ceil(indices.length / batchSize);
      return Array.from({ length: count }, (_, k) => indices.filter((_index, i) => i % count === k));
    },
  },
];
