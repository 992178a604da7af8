import fc from 'fast-check';
import { greedyDecode as reference } from '../../reference/attention/greedy-decode.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { edges, worked } from './greedy-decode.cases.ts';
import { misconceptions } from './greedy-decode.misconceptions.ts';
import { decodings, eighths } from './shared/bigram-models.ts';

export type GreedyDecode = (logProbabilities: Matrix, start: number, end: number, maxLength: number) => number[];
type Arguments = Parameters<GreedyDecode>;

const inputs: fc.Arbitrary<Arguments> = decodings();

/** The tokens, and the rows that were read to find them, by looking for the first largest of each row. */
const walk = (...[model, start, end, maxLength]: Arguments): { tokens: number[]; rows: number[][] } => {
  const successors = model.map((row) => row.indexOf(Math.max(...row)));
  const visited = [start];
  while (visited.length <= maxLength && (visited.length === 1 || visited.at(-1) !== end)) {
    visited.push(nth(successors, nth(visited, visited.length - 1)));
  }
  return { tokens: visited.slice(1), rows: visited.slice(0, -1).map((token) => nth(model, token)) };
};
const isTied = (row: readonly number[]): boolean => row.filter((x) => x === Math.max(...row)).length > 1;

export const greedyDecode: Entry<GreedyDecode> = {
  id: 'greedyDecode',
  lecture: 11,
  title: 'Greedy decoding',
  latex: String.raw`y_t = \arg\max_v \log p(v \mid y_{t-1})`,
  source: ['Jurafsky, Martin (2025), Speech and Language Processing, 3rd edition draft, section 10.2', 'Lecture 11'],
  parameters: {
    logProbabilities: is.matrix(),
    start: is.integer(0),
    end: is.integer(0),
    maxLength: is.integer(1, { mostTried: 60 }),
  },
  result: is.vector({ written: 'number[]' }),

  reference,

  inputs,

  edges,
  illegal: {
    'start beyond the last token': {
      args: [
        [
          [-1, -2],
          [-2, -1],
        ],
        2,
        0,
        3,
      ],
      names: 'start',
    },
    'end beyond the last token': {
      args: [
        [
          [-1, -2],
          [-2, -1],
        ],
        0,
        2,
        3,
      ],
      names: 'end',
    },
    'end the same as start': {
      args: [
        [
          [-1, -2],
          [-2, -1],
        ],
        1,
        1,
        3,
      ],
      names: 'end',
    },
    'more rows than columns': {
      args: [
        [
          [-1, -2],
          [-2, -1],
          [-1, -3],
        ],
        0,
        1,
        3,
      ],
      names: 'logProbabilities',
    },
    'more columns than rows': {
      args: [
        [
          [-1, -2, -3],
          [-2, -1, -3],
        ],
        0,
        1,
        3,
      ],
      names: 'logProbabilities',
    },
    'a log-probability that is not finite': {
      args: [
        [
          [-1, -Infinity],
          [-2, -1],
        ],
        0,
        1,
        3,
      ],
      names: 'logProbabilities',
    },
  },
  hardCases: {
    'two tokens': (model) => model.length === 2,
    'a tie at the top of a row that is read': (...args) => walk(...args).rows.some(isTied),
    'the end comes first': (...args) => args[3] > 1 && walk(...args).tokens[0] === args[2],
    'the end comes later, before maxLength': (...args) => {
      const { tokens } = walk(...args);
      return tokens.length > 1 && tokens.length < args[3];
    },
    'the end is the last token allowed': (...args) => {
      const { tokens } = walk(...args);
      return tokens.length === args[3] && tokens.at(-1) === args[2];
    },
    'no end': (...args) => !walk(...args).tokens.includes(args[2]),
    'the start comes again': (...args) => walk(...args).tokens.includes(args[1]),
    'maxLength 1': (_model, _start, _end, maxLength) => maxLength === 1,
    'the end is token 0': (_model, _start, end) => end === 0,
  },

  worked,

  laws: [
    law('no token is more probable after the one before it', inputs, async (decode, ...args) => {
      const [model, start] = args;
      const tokens = await decode(...args);
      tokens.forEach((token, t) => {
        const row = nth(model, t === 0 ? start : nth(tokens, t - 1));
        expectThat(row.indexOf(Math.max(...row)) === token, `token ${t} is ${token} after the row ${row.join(', ')}`);
      });
    }),
    law(
      'the end comes last or not at all, and without it there are maxLength tokens',
      inputs,
      async (decode, ...args) => {
        const [, , end, maxLength] = args;
        const tokens = await decode(...args);
        const before = tokens.slice(0, -1);
        const isOver = tokens.at(-1) === end ? tokens.length <= maxLength : tokens.length === maxLength;
        expectThat(isOver && !before.includes(end), `got ${tokens.join(', ')} with the end ${end}`);
      },
    ),
    law(
      'one token more allowed adds at most one at the end',
      inputs,
      async (decode, ...[model, start, end, length]) => {
        const shorter = await decode(model, start, end, length);
        const longer = await decode(model, start, end, length + 1);
        expectClose(longer.slice(0, shorter.length), shorter, 0);
        expectThat(longer.length <= shorter.length + 1, `${shorter.length} tokens, then ${longer.length}`);
      },
    ),
    law('begun at its first token it gives the rest', inputs, async (decode, ...[model, start, end, maxLength]) => {
      const [first, ...rest] = await decode(model, start, end, maxLength + 1);
      if (first === undefined) throw new RangeError('expected at least one token');
      if (first !== end) expectClose(await decode(model, first, end, maxLength), rest, 0);
    }),
    law(
      'adding one number to a row changes nothing',
      fc.tuple(decodings([eighths]), fc.array(eighths, { minLength: 5, maxLength: 5 })),
      async (decode, [model, ...rest], shifts) => {
        const shifted = model.map((row, u) => row.map((x) => x + nth(shifts, u)));
        expectClose(await decode(shifted, ...rest), await decode(model, ...rest), 0);
      },
    ),
  ],

  misconceptions,

  rounding: (r, model, start, end, maxLength) => {
    const plain = model.map((row) => row.map(({ value }) => value));
    return walk(plain, start.value, end.value, maxLength.value).tokens.map((token) => r.exact(token));
  },
};
