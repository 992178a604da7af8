import fc from 'fast-check';
import { paddedBatch as reference } from '../../reference/recurrent/padded-batch.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, mild, numbers, options, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Sequence } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './padded-batch.cases.ts';
import { misconceptions } from './padded-batch.misconceptions.ts';
import { turned } from './shared/rnn-inputs.ts';

type Options = { value?: number };
type Padded = { x: Sequence; mask: Matrix };
export type PaddedBatch = (sequences: Matrix[], options?: Options) => Padded;
type Arguments = Parameters<PaddedBatch>;

const paddings = fc.oneof(fc.constantFrom(0, -1), mild);

const batches: fc.Arbitrary<Arguments> = fc
  .tuple(
    fc.oneof(
      { arbitrary: fc.array(size(4), { minLength: 1, maxLength: 4 }), weight: 6 },
      { arbitrary: fc.tuple(size(3), size(4)).map(([B, T]) => Array.from({ length: B }, () => T)), weight: 1 },
    ),
    size(3),
    numbers(mild, 48),
    options<{ value: number }>({ value: paddings }),
  )
  .map(([lengths, features, drawn, chosen]) => {
    const fill = take(drawn);
    return given(
      lengths.map((length) => fill.matrix(length, features)),
      chosen,
    );
  });

export const paddedBatch: Entry<PaddedBatch> = {
  id: 'paddedBatch',
  lecture: 7,
  title: 'Batch of padded sequences',
  latex: String.raw`x_{nt} = \begin{cases} s^{(n)}_t & t \le T_n \\ v & \text{else} \end{cases}, \qquad m_{nt} = \begin{cases} 1 & t \le T_n \\ 0 & \text{else} \end{cases}`,
  source: ['Chollet et al., Keras: Masking and padding', 'Lecture 7'],
  parameters: {
    sequences: is.list(is.matrix()),
    options: is.options({ value: is.number({ default: 0, drawn: paddings }) }),
  },
  result: is.record({ x: is.sequence(), mask: is.matrix() }),

  reference,
  accelerated: () => import('../../accelerated/recurrent/padded-batch.ts'),

  inputs: batches,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    law('the real steps are the sequences', fc.tuple(batches), async (paddedBatch, [sequences, chosen]) => {
      const args: Arguments = given(sequences, chosen);
      const { x } = await paddedBatch(...args);
      const allowed = paddedBatch.allowed(...args).x;
      const begun = (padded: Sequence): Sequence => padded.map((steps, n) => steps.slice(0, sequences[n]?.length ?? 0));
      expectClose(begun(x), sequences, begun(allowed));
    }),
    law('all that follows is the value', fc.tuple(batches), async (paddedBatch, [sequences, chosen]) => {
      const args: Arguments = given(sequences, chosen);
      const { x } = await paddedBatch(...args);
      const allowed = paddedBatch.allowed(...args).x;
      const rest = (padded: Sequence): Sequence => padded.map((steps, n) => steps.slice(nth(sequences, n).length));
      const longest = Math.max(...sequences.map((steps) => steps.length));
      const expected = sequences.map((steps) =>
        Array.from({ length: longest - steps.length }, () => nth(steps, 0).map(() => chosen?.value ?? 0)),
      );
      expectClose(rest(x), expected, rest(allowed));
    }),
    law('the mask counts the steps of each sequence', fc.tuple(batches), async (paddedBatch, [sequences, chosen]) => {
      const { mask } = await paddedBatch(...given<Arguments>(sequences, chosen));
      const sums = mask.map((row) => row.reduce((sum, m) => sum + m, 0));
      expectClose(
        sums,
        sequences.map((steps) => steps.length),
        0,
      );
    }),
    law('the mask is 1 where the padding changes nothing', fc.tuple(batches), async (paddedBatch, [sequences]) => {
      const { x, mask } = await paddedBatch(sequences, { value: 1 });
      const other = await paddedBatch(sequences, { value: 3 });
      const moved = x.map((steps, n) =>
        steps.map((features, t) => (features.every((v, k) => v === other.x[n]?.[t]?.[k]) ? 1 : 0)),
      );
      expectClose(mask, moved, 0);
    }),
    law('sequences may change places', fc.tuple(batches), async (paddedBatch, [sequences, chosen]) => {
      const usual: Arguments = given(sequences, chosen);
      const other: Arguments = given(turned(sequences), chosen);
      const { x, mask } = await paddedBatch(...usual);
      const allowed = paddedBatch.allowed(...other);
      expectClose(await paddedBatch(...other), { x: turned(x), mask: turned(mask) }, allowed, allowed);
    }),
  ],

  misconceptions,

  rounding: (r, sequences, { value }) => {
    const longest = Math.max(...sequences.map((steps) => steps.length));
    const times = Array.from({ length: longest }, (_, t) => t);
    return {
      x: sequences.map((steps) => times.map((t) => steps[t] ?? nth(steps, 0).map(() => value))),
      mask: sequences.map((steps) => times.map((t) => r.exact(t < steps.length ? 1 : 0))),
    };
  },
};
