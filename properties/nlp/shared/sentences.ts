import fc from 'fast-check';
import { nth } from '../../values/nth.ts';

/** Few words, so that n-grams repeat; the simplest first. */
const VOCABULARIES: readonly (readonly string[])[] = [
  ['a', 'b'],
  ['a', 'b', 'c'],
  ['the', 'cat', 'sat', 'on', 'a', 'mat'],
  // Joined without a space, other words come to be the same text.
  ['a', 'aa', 'aaa'],
];

/** How a reference comes of the candidate. */
const KINDS = ['same', 'replaced', 'longer', 'shorter', 'other', 'turned'] as const;

interface Change {
  kind: (typeof KINDS)[number];
  at: number;
  words: number[];
}

const numbersOfWords = (least: number, most: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(5), { minLength: least, maxLength: most, size: 'max' });

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(7),
  words: numbersOfWords(1, 6),
});

/** A sentence of up to 8 words and 1 to 3 others that are more or less like it; often two that are a word longer and shorter. */
export const sentences: fc.Arbitrary<[candidate: string[], references: string[][]]> = fc
  .tuple(
    fc.constantFrom(...VOCABULARIES),
    fc.oneof({ arbitrary: numbersOfWords(1, 4), weight: 1 }, { arbitrary: numbersOfWords(5, 8), weight: 2 }),
    fc.oneof(
      { arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }), weight: 3 },
      { arbitrary: fc.tuple(change, fc.boolean()).map(([drawn, first]) => aroundInLength(drawn, first)), weight: 1 },
    ),
  )
  .map(([vocabulary, base, changes]) => {
    const written = (words: readonly number[]): string[] => words.map((i) => nth(vocabulary, i % vocabulary.length));
    return [written(base), changes.map((each) => written(changed(base, each)))];
  });

/** One that is longer, and one that is as many words shorter or more. */
function aroundInLength({ at, words }: Change, longerFirst: boolean): Change[] {
  const added = words.slice(0, 1 + (at % 2));
  const pair: Change[] = [
    { kind: 'longer', at, words: added },
    { kind: 'shorter', at: at < 4 ? added.length - 1 : 2, words },
  ];
  return longerFirst ? pair : pair.toReversed();
}

function changed(base: readonly number[], { kind, at, words }: Change): number[] {
  const place = at % base.length;
  switch (kind) {
    case 'same':
      return [...base];
    case 'replaced':
      return base.with(place, nth(base, place) + 1);
    case 'longer':
      return [...base, ...words];
    case 'shorter':
      return base.slice(0, Math.max(1, base.length - 1 - (at % 3)));
    case 'other':
      return words;
    case 'turned':
      return [...base.slice(place), ...base.slice(0, place)];
  }
}
