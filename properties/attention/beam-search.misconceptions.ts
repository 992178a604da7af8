import type { Misconception, WrongForm } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { BeamSearch } from './beam-search.ts';

interface Hypothesis {
  tokens: number[];
  score: number;
  hasEnded: boolean;
}
type Rule = (hypothesis: Hypothesis) => number;

interface Variant {
  /** by what a step keeps the best */
  keptBy: Rule;
  /** by what the best one is chosen in the end */
  chosenBy: Rule;
  /** what a log-probability adds to the score */
  gain: (logP: number) => number;
  /** what becomes of those that have ended */
  ended: 'kept' | 'dropped' | 'extended';
  /** whether the width best are kept of all together, or of what comes of each hypothesis */
  cut: 'together' | 'each';
  /** whether it looks after each step if something is left to extend */
  stopsWhen: (beam: readonly Hypothesis[], isOver: (hypothesis: Hypothesis) => boolean) => boolean;
}

const sum: Rule = ({ score }) => score;
const mean: Rule = ({ tokens, score }) => score / tokens.length;
const RIGHT: Variant = {
  keptBy: sum,
  chosenBy: sum,
  gain: (logP) => logP,
  ended: 'kept',
  cut: 'together',
  stopsWhen: (beam, isOver) => beam.every(isOver),
};

/** Beam search with some of its parts replaced. */
function search(parts: Partial<Variant> = {}): WrongForm<BeamSearch> {
  const { keptBy, chosenBy, gain, ended, cut, stopsWhen } = { ...RIGHT, ...parts };
  const isOver = ({ hasEnded }: Hypothesis): boolean => hasEnded && ended !== 'extended';
  const best = (all: readonly Hypothesis[], width: number): Hypothesis[] =>
    all.toSorted((a, b) => keptBy(b) - keptBy(a)).slice(0, width);
  return (model, start, end, maxLength, width) => {
    let beam: Hypothesis[] = [{ tokens: [], score: 0, hasEnded: false }];
    for (let t = 0; t < maxLength && !stopsWhen(beam, isOver); t++) {
      const all = beam.flatMap((each): Hypothesis[] => {
        if (isOver(each)) return ended === 'kept' ? [each] : [];
        const longer = nth(model, each.tokens.at(-1) ?? start).map((logP, v) => ({
          tokens: [...each.tokens, v],
          score: each.score + gain(logP),
          hasEnded: v === end,
        }));
        return cut === 'each' ? best(longer, width) : longer;
      });
      beam = best(all, cut === 'each' ? all.length : width);
    }
    const [found] = beam.toSorted((a, b) => chosenBy(b) - chosenBy(a));
    return found && { tokens: found.tokens, score: found.score };
  };
}

/** The result of one, changed. */
const after =
  (
    form: WrongForm<BeamSearch>,
    change: (found: { tokens: number[]; score: number }) => { tokens: number[]; score: number },
  ): WrongForm<BeamSearch> =>
  (...args) => {
    const found = form(...args);
    return found && change(found);
  };

const averaged = ({ tokens, score }: { tokens: number[]; score: number }): { tokens: number[]; score: number } => ({
  tokens,
  score: score / tokens.length,
});

export const misconceptions: readonly Misconception<BeamSearch>[] = [
  {
    id: 'beamSearch/greedy',
    title: 'a single hypothesis is kept',
    hint: 'Keep the width best hypotheses at each step, not the best one alone.',
    caughtBy: 'a greedy trap',
    implementation: (model, start, end, maxLength) => search()(model, start, end, maxLength, 1),
  },
  {
    id: 'beamSearch/length-normalized',
    title: 'the best by the sum over the length',
    hint: 'Compare the sums of the log-probabilities themselves: they are not divided by the number of tokens here.',
    caughtBy: ['an ended one waits and wins', 'no width finds a better one than all sequences hold'],
    implementation: search({ chosenBy: mean }),
    readings: [
      search({ keptBy: mean, chosenBy: mean }),
      after(search({ chosenBy: mean }), averaged),
      after(search({ keptBy: mean, chosenBy: mean }), averaged),
    ],
  },
  {
    id: 'beamSearch/ended-dropped',
    title: 'what has ended is not taken along to the next step',
    hint: 'Put the hypotheses that have ended among the candidates of the next step, as they are: one of them may be the best.',
    caughtBy: 'an ended one waits and wins',
    implementation: search({ ended: 'dropped' }),
    // nothing is found if all have ended before the last step
    readings: [search({ ended: 'dropped', stopsWhen: () => false })],
  },
  {
    id: 'beamSearch/ended-extended',
    title: 'it goes on after the end',
    hint: 'Extend only the hypotheses that have not ended: after the end nothing follows.',
    caughtBy: [
      'the end comes last or not at all, and without it there are maxLength tokens',
      'the score is the sum of the log-probabilities along the tokens',
    ],
    implementation: search({ ended: 'extended' }),
    readings: [
      search({ ended: 'extended', stopsWhen: (beam) => beam.every(({ hasEnded }) => hasEnded) }),
      // what follows the first end is cut off afterwards
      (model, start, end, ...rest) =>
        after(search({ ended: 'extended' }), ({ tokens, score }) => ({
          tokens: tokens.includes(end) ? tokens.slice(0, tokens.indexOf(end) + 1) : tokens,
          score,
        }))(model, start, end, ...rest),
    ],
  },
  {
    id: 'beamSearch/probabilities-summed',
    title: 'the sum of the probabilities',
    hint: 'Add the log-probabilities as they are: the probability of a sequence is the product of those of its tokens.',
    caughtBy: 'a greedy trap',
    implementation: search({ gain: Math.exp }),
  },
  {
    id: 'beamSearch/cut-by-hypothesis',
    title: 'the width best are kept of each hypothesis',
    hint: 'Put what comes of all hypotheses together, and keep the width best of that: the beam does not grow.',
    caughtBy: 'the best of all is dropped on the way',
    implementation: search({ cut: 'each' }),
  },
  {
    id: 'beamSearch/score-exponentiated',
    title: 'the probability of the sequence as its score',
    hint: 'The score is the sum of the log-probabilities itself: take no power of it.',
    caughtBy: 'a greedy trap',
    implementation: after(search(), ({ tokens, score }) => ({ tokens, score: Math.exp(score) })),
  },
  {
    id: 'beamSearch/includes-start',
    title: 'the start is put first',
    hint: 'Leave the start out of the tokens: they begin with the first one that comes after it.',
    caughtBy: 'a greedy trap',
    implementation: (model, start, ...rest) =>
      after(search(), ({ tokens, score }) => ({ tokens: [start, ...tokens], score }))(model, start, ...rest),
  },
  {
    id: 'beamSearch/drops-end',
    title: 'the end is left out of the tokens',
    hint: 'Keep the end among the tokens: it is the last one.',
    caughtBy: 'a greedy trap',
    implementation: (model, start, end, ...rest) =>
      after(search(), ({ tokens, score }) => ({ tokens: tokens.filter((token) => token !== end), score }))(
        model,
        start,
        end,
        ...rest,
      ),
  },
];
