import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix } from '../values/value.ts';
import type { EmbeddingLookup } from './embedding-lookup.ts';

const right: CompleteForm<EmbeddingLookup> = (table, ids) => ids.map((row) => row.map((id) => nth(table, id)));

/** The ids less one, if the table has all of them. */
const lessOne = (ids: Matrix): Matrix | undefined =>
  ids.flat().includes(0) ? undefined : ids.map((row) => row.map((id) => id - 1));

export const misconceptions: readonly Misconception<EmbeddingLookup>[] = [
  {
    id: 'embeddingLookup/one-based',
    title: 'tokens counted from 1',
    hint: 'Ids are counted from 0: id 0 is the first row of the table, so index the table by the id itself.',
    caughtBy: 'the last token',
    rearranges: (table, ids) => {
      const before = lessOne(ids);
      return before && [table, before];
    },
    implementation: (table, ids) => {
      const before = lessOne(ids);
      return before && right(table, before);
    },
  },
  {
    id: 'embeddingLookup/columns',
    title: 'columns of the table in the place of rows',
    hint: 'Each row of the table is the vector of a token: take table[id], not the numbers at place id of all rows.',
    caughtBy: 'as many tokens in the table as numbers of each',
    rearranges: (table, ids) => {
      const turned = transposed(table);
      return ids.flat().every((id) => id < turned.length) ? [turned, ids] : undefined;
    },
    implementation: (table, ids) => {
      const turned = transposed(table);
      return ids.flat().every((id) => id < turned.length) ? right(turned, ids) : undefined;
    },
  },
  {
    id: 'embeddingLookup/transposed',
    title: 'the time first, the texts second',
    hint: 'Keep the order of ids, [batch, time]: item n of the result holds the vectors of text n.',
    caughtBy: 'two texts',
    // A square batch shows vectors that changed places, any other one two shapes.
    clearOn: (_, ids) => ids.length > 1 && ids.length === ids[0]?.length,
    rearrangesResult: (result) => transposed(result),
    implementation: (table, ids) => transposed(right(table, ids)),
  },
];
