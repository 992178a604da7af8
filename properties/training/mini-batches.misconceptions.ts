import type { Misconception } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import type { MiniBatches } from './mini-batches.ts';

/** That many batches, from the first on. */
const cut = (indices: Vector, batchSize: number, count: number): number[][] =>
  Array.from({ length: Math.max(count, 0) }, (_, k) => indices.slice(k * batchSize, (k + 1) * batchSize));

export const misconceptions: readonly Misconception<MiniBatches>[] = [
  {
    id: 'miniBatches/drops-last',
    title: 'the short last batch is dropped',
    hint: 'Every sample is seen once in an epoch: what is left over at the end makes a short batch.',
    caughtBy: 'five in twos',
    implementation: (indices, batchSize) => cut(indices, batchSize, Math.floor(indices.length / batchSize)),
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
  {
    id: 'miniBatches/empty-last',
    title: 'an empty batch at the end',
    hint: 'A batch begins at each multiple of batchSize below indices.length, not at indices.length itself: there is nothing left to put into it.',
    caughtBy: 'six in threes',
    implementation: (indices, batchSize) => cut(indices, batchSize, Math.floor(indices.length / batchSize) + 1),
    readings: [
      // not if there are no indices
      (indices, batchSize) =>
        cut(indices, batchSize, indices.length === 0 ? 0 : Math.floor(indices.length / batchSize) + 1),
      // behind a short one, too
      (indices, batchSize) => cut(indices, batchSize, Math.ceil(indices.length / batchSize) + 1),
    ],
  },
  {
    id: 'miniBatches/full-last-lost',
    title: 'the last batch is lost even if it is full',
    hint: 'The last batch may end exactly where the indices end: go on while the batch begins below indices.length.',
    caughtBy: 'six in threes',
    implementation: (indices, batchSize) => cut(indices, batchSize, Math.ceil(indices.length / batchSize) - 1),
    readings: [
      // a short last one is kept
      (indices, batchSize) =>
        cut(
          indices,
          batchSize,
          indices.length % batchSize === 0 ? indices.length / batchSize - 1 : Math.ceil(indices.length / batchSize),
        ),
      // a short last one is lost, and the full one before it
      (indices, batchSize) => cut(indices, batchSize, Math.floor(indices.length / batchSize) - 1),
    ],
  },
];
