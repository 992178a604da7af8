import fc from 'fast-check';
import { perplexity as reference } from '../../reference/nlp/perplexity.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './perplexity.misconceptions.ts';

export type Perplexity = (logProbabilities: Vector) => number;

/** Up to 8 tokens, each certain or of a log-probability of -1e-3 to -9. */
const texts: fc.Arbitrary<Vector> = fc
  .tuple(size(8), numbers(mild, 8))
  .map(([n, drawn]) => take(drawn.map((x) => -Math.abs(x) || 0)).vector(n));

/** The same, some or all of the tokens impossible. */
const impossible: fc.Arbitrary<[Vector]> = fc
  .tuple(texts, fc.nat(7), fc.boolean())
  .map(([text, which, all]) => [text.map((x, i) => (all || i === which % text.length ? -Infinity : x))]);

export const perplexity: Entry<Perplexity> = {
  id: 'perplexity',
  lecture: 10,
  title: 'Perplexity',
  latex: String.raw`\mathrm{PP} = \exp \Bigl( -\frac{1}{N} \sum_{i=1}^{N} \log p_i \Bigr)`,
  source: ['Jurafsky, Martin (2025), Speech and Language Processing, 3rd edition draft, section 3.3', 'Lecture 10'],
  parameters: { logProbabilities: is.vector({ element: { most: 0 } }) },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/nlp/perplexity.ts'),

  inputs: fc.tuple(texts),
  extreme: impossible,

  edges: {
    'one token': [[-1.5]],
    'one certain token': [[0]],
    'all certain': [[0, 0, 0]],
    'one certain among others': [[-1, 0, -2.5]],
    'all alike': [[-0.75, -0.75, -0.75, -0.75]],
    unlikely: [[-9, -8.5]],
    'nearly certain': [[-1 / 1024, -3 / 2048]],
    decimals: [[-2.3, -0.7, -0.1]],
  },
  extremeEdges: {
    'impossible alone': [[-Infinity]],
    'one impossible among others': [[-1, -Infinity, 0]],
    'all impossible': [[-Infinity, -Infinity]],
  },
  illegal: {
    'a log-probability that is not a number': { args: [[-1, Number.NaN]], names: 'logProbabilities' },
  },
  hardCases: {
    'one token': (text) => text.length === 1,
    'a certain token': (text) => text.includes(0),
    'all alike': (text) => text.length > 1 && text.every((x) => x === text[0]),
    'more than four tokens': (text) => text.length > 4,
    'an unlikely token': (text) => text.some((x) => x < -4),
  },

  worked: [
    {
      name: 'a half and an eighth',
      origin: 'by hand: the root of 2 times 8',
      args: [[Math.log(1 / 2), Math.log(1 / 8)]],
      expected: 4,
    },
    {
      name: 'a fair die',
      origin: 'by hand: six equal choices each time',
      args: [[-Math.log(6), -Math.log(6), -Math.log(6)]],
      expected: 6,
    },
    { name: 'certain', origin: 'by hand: e^0', args: [[0, 0]], expected: 1 },
  ],

  laws: [
    law('it is at least 1', fc.tuple(texts), async (perplexity, text) => {
      const found = await perplexity(text);
      expectThat(found >= 1 - perplexity.allowed(text), `got ${found}`);
    }),
    law(
      'equal choices among K tokens have a perplexity of K',
      fc.tuple(size(8), fc.integer({ min: 1, max: 1000 })),
      async (perplexity, n, K) => {
        const text = Array.from({ length: n }, () => -Math.log(K));
        // The logarithm is within an ULP, which its power multiplies by K.
        expectClose(await perplexity(text), K, perplexity.allowed(text), 2 ** -52 * Math.log(K) * K);
      },
    ),
    law('the order of the tokens does not matter', fc.tuple(texts), async (perplexity, text) => {
      const allowed = perplexity.allowed(text);
      expectClose(await perplexity(text.toReversed()), await perplexity(text), allowed, allowed);
    }),
    law('a text twice is as perplexing as once', fc.tuple(texts), async (perplexity, text) => {
      const twice = [...text, ...text];
      expectClose(await perplexity(twice), await perplexity(text), perplexity.allowed(twice), perplexity.allowed(text));
    }),
    law(
      'it lies between that of the likeliest and of the unlikeliest token',
      fc.tuple(texts),
      async (perplexity, text) => {
        const [least, found, most] = [
          await perplexity([Math.max(...text)]),
          await perplexity(text),
          await perplexity([Math.min(...text)]),
        ];
        const allowed = perplexity.allowed(text) + perplexity.allowed([Math.min(...text)]);
        expectThat(least - allowed <= found && found <= most + allowed, `${found} is not within ${least}..${most}`);
      },
    ),
    law('of one token it is 1 over its probability', fc.tuple(texts), async (perplexity, [x = 0]) => {
      const expected = 1 / Math.exp(x);
      expectClose(await perplexity([x]), expected, perplexity.allowed([x]), 2 ** -50 * expected);
    }),
  ],

  misconceptions,

  rounding: (r, text) =>
    text.some(({ value }) => value === -Infinity) ? r.exact(Infinity) : r.exp(r.negate(r.mean(text))),
};
