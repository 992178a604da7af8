import fc from 'fast-check';
import { beamSearch as reference } from '../../reference/attention/beam-search.ts';
import type { Entry } from '../entry/entry.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { edges, illegal, worked } from './beam-search.cases.ts';
import { misconceptions } from './beam-search.misconceptions.ts';
import { laws } from './shared/beam-search-laws.ts';
import { isClear, stepsOf } from './shared/beams.ts';
import { decodings, fine } from './shared/bigram-models.ts';

export type BeamSearch = (
  logProbabilities: Matrix,
  start: number,
  end: number,
  maxLength: number,
  width: number,
) => { tokens: number[]; score: number };
type Arguments = Parameters<BeamSearch>;

const width: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.constant(1), weight: 1 },
  { arbitrary: fc.integer({ min: 2, max: 4 }), weight: 5 },
  { arbitrary: fc.integer({ min: 5, max: 30 }), weight: 1 },
);

/** Sums of these numbers round nothing, so that ties are exact, and those are left out. */
const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(decodings([fine], { most: 4, longest: 5 }), width)
  .map(([decoding, w]): Arguments => [...decoding, w])
  .filter((args) => isClear(stepsOf(...args)));

const last = <T>(list: readonly T[]): T => nth(list, list.length - 1);
const best = (args: Arguments): readonly number[] => nth(last(stepsOf(...args)).kept, 0).tokens;
const isGreedy = (args: Arguments): boolean => {
  const [model, start, end, maxLength] = args;
  return String(best(args)) === String(best([model, start, end, maxLength, 1]));
};

export const beamSearch: Entry<BeamSearch> = {
  id: 'beamSearch',
  lecture: 11,
  title: 'Beam search',
  latex: String.raw`\text{score}(y) = \sum_{t=1}^{T} \log p(y_t \mid y_{t-1})`,
  source: [
    'Jurafsky, Martin (2025), Speech and Language Processing, 3rd edition draft, section 13.4 (beam search)',
    'Lecture 11',
  ],
  parameters: {
    logProbabilities: is.matrix(),
    start: is.integer(0),
    end: is.integer(0),
    maxLength: is.integer(1, { mostTried: 12 }),
    width: is.integer(1, { mostTried: 40 }),
  },
  result: is.record({ tokens: is.vector({ written: 'number[]' }), score: is.number() }),

  reference,

  inputs,

  edges,
  illegal,
  hardCases: {
    'two tokens': (model) => model.length === 2,
    'width 1': (_model, _start, _end, _maxLength, w) => w === 1,
    'maxLength 1': (_model, _start, _end, maxLength) => maxLength === 1,
    'nothing is ever dropped': (...args) => stepsOf(...args).every(({ dropped }) => dropped.length === 0),
    'not what greedy decoding finds': (...args) => !isGreedy(args),
    'the best has ended early': (...args) => best(args).length < args[3] && args[4] > 1,
    'the best has not ended': (...args) => last(best(args)) !== args[2],
    'all have ended early': (...args) => stepsOf(...args).length < args[3],
    'one that has ended is kept beside others': (...args) =>
      stepsOf(...args).some(({ kept }, t, steps) => {
        const ended = kept.filter(({ tokens }) => last(tokens) === args[2]).length;
        return ended > 0 && ended < kept.length && t < steps.length - 1;
      }),
    'one that has ended is dropped later': (...args) =>
      stepsOf(...args).some(({ dropped }, t) =>
        dropped.some(({ tokens }) => tokens.length <= t && last(tokens) === args[2]),
      ),
    'the best by sum / length is another one': (...args) => {
      const { kept } = last(stepsOf(...args));
      const means = kept.map(({ tokens, score }) => score / tokens.length);
      return means.indexOf(Math.max(...means)) > 0;
    },
    'the first of the best is not the most probable': (...args) => {
      const [model, start] = args;
      const row = nth(model, start);
      return row.indexOf(Math.max(...row)) !== best(args)[0];
    },
  },

  worked,

  laws: laws(inputs),

  misconceptions,

  rounding: (r, model, start, end, maxLength, w) => {
    const isOpen = ({ tokens }: { tokens: number[] }): boolean => tokens.at(-1) !== end.value;
    let beam: { tokens: number[]; score: Rounded }[] = [{ tokens: [], score: r.exact(0) }];
    for (let t = 0; t < maxLength.value && beam.some(isOpen); t++) {
      const all = beam.flatMap((hypothesis) =>
        isOpen(hypothesis)
          ? nth(model, hypothesis.tokens.at(-1) ?? start.value).map((logP, v) => ({
              tokens: [...hypothesis.tokens, v],
              score: t === 0 ? logP : r.add(hypothesis.score, logP),
            }))
          : [hypothesis],
      );
      // The rank of each: how many are better, or as good and before it.
      const rank = all.map(({ score }, i) => {
        const isBefore = (other: Rounded, j: number): boolean =>
          other.value > score.value || (other.value === score.value && j < i);
        return all.filter((other, j) => isBefore(other.score, j)).length;
      });
      beam = Array.from({ length: Math.min(w.value, all.length) }, (_, k) => nth(all, rank.indexOf(k)));
    }
    const { tokens, score } = nth(beam, 0);
    return { tokens: tokens.map((token) => r.exact(token)), score };
  },
};
