import fc from 'fast-check';
import { expectClose, expectThat, type Law, law } from '../../entry/law.ts';
import { given } from '../../inputs/inputs.ts';
import type { Bleu } from '../bleu.ts';
import { renamed } from './ngrams.ts';

type Arguments = Parameters<Bleu>;

/** Other words for those that are drawn, none of them the beginning of another. */
const NAMES = new Map([
  ['a', 'one'],
  ['b', 'two'],
  ['c', 'three'],
  ['ab', 'four'],
  ['ba', 'five'],
  ['aa', 'six'],
  ['the', 'seven'],
  ['cat', 'eight'],
  ['sat', 'nine'],
  ['on', 'ten'],
  ['mat', 'eleven'],
]);

/** What any right BLEU of a sentence obeys. */
export function laws(inputs: fc.Arbitrary<Arguments>): Law<Bleu>[] {
  return [
    law('it is at least 0 and at most 1', fc.tuple(inputs), async (bleu, args) => {
      const score = await bleu(...args);
      expectThat(score >= 0 && score <= 1 + bleu.allowed(...args), `got ${score}`);
    }),
    law(
      'a sentence that is one of the references scores 1',
      fc.tuple(inputs),
      async (bleu, [candidate, references]) => {
        const maxOrder = Math.min(4, candidate.length);
        const args: Arguments = [candidate, [...references, candidate], { maxOrder }];
        expectClose(await bleu(...args), 1, bleu.allowed(...args));
      },
    ),
    law(
      'the order of the references does not matter',
      fc.tuple(inputs),
      async (bleu, [candidate, references, options]) => {
        const turned = given(candidate, references.toReversed(), options);
        const args = given(candidate, references, options);
        expectClose(await bleu(...turned), await bleu(...args), bleu.allowed(...args), bleu.allowed(...turned));
      },
    ),
    law('a reference given twice changes nothing', fc.tuple(inputs), async (bleu, [candidate, references, options]) => {
      const twice = given(candidate, [...references, ...references], options);
      const args = given(candidate, references, options);
      expectClose(await bleu(...twice), await bleu(...args), bleu.allowed(...args), bleu.allowed(...twice));
    }),
    law(
      'other words for the same words change nothing',
      fc.tuple(inputs),
      async (bleu, [candidate, references, options]) => {
        const others = given(
          renamed(candidate, NAMES),
          references.map((tokens) => renamed(tokens, NAMES)),
          options,
        );
        const args = given(candidate, references, options);
        expectClose(await bleu(...others), await bleu(...args), bleu.allowed(...args), bleu.allowed(...others));
      },
    ),
    law(
      'read backwards all sentences score the same',
      fc.tuple(inputs),
      async (bleu, [candidate, references, options]) => {
        const turned = given(
          candidate.toReversed(),
          references.map((tokens) => tokens.toReversed()),
          options,
        );
        const args = given(candidate, references, options);
        expectClose(await bleu(...turned), await bleu(...args), bleu.allowed(...args), bleu.allowed(...turned));
      },
    ),
    law(
      'with order 1 the order of the words does not matter',
      fc.tuple(inputs),
      async (bleu, [candidate, references]) => {
        const args: Arguments = [candidate, references, { maxOrder: 1 }];
        const turned: Arguments = [candidate.toReversed(), references, { maxOrder: 1 }];
        expectClose(await bleu(...turned), await bleu(...args), bleu.allowed(...args), bleu.allowed(...turned));
      },
    ),
    law('words that no reference has score 0', fc.tuple(inputs), async (bleu, [candidate, references, options]) => {
      const strange = candidate.map((token) => `${token}!`);
      expectClose(await bleu(...given(strange, references, options)), 0, 0);
    }),
    law('fewer words than maxOrder score 0', fc.tuple(inputs), async (bleu, [candidate]) => {
      expectClose(await bleu(candidate, [candidate], { maxOrder: candidate.length + 1 }), 0, 0);
    }),
    law(
      'of a word n times, of which a reference has k, the share k/n counts, less what it is too short',
      fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })),
      async (bleu, n, k) => {
        const repeated = (count: number): string[] => Array.from({ length: count }, () => 'la');
        const args: Arguments = [repeated(n), [repeated(k)], { maxOrder: 1 }];
        const expected = n < k ? Math.exp(1 - k / n) : k / n;
        expectClose(await bleu(...args), expected, bleu.allowed(...args), 2 ** -48);
      },
    ),
  ];
}
