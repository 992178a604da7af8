import fc from 'fast-check';
import { numbers, take } from '../../inputs/inputs.ts';
import type { Matrix } from '../../values/value.ts';

/** The arguments of every decoder: the model, where it begins, where it stops, and the most tokens. */
export type Decoding = [logProbabilities: Matrix, start: number, end: number, maxLength: number];

/** Numbers of -1/8 to -4 in eighths: log-probabilities of which several are often alike. */
export const eighths: fc.Arbitrary<number> = fc.integer({ min: 1, max: 32 }).map((k) => -k / 8);

/** Few different ones, of which ties are the rule. */
const coarse: fc.Arbitrary<number> = fc.integer({ min: 1, max: 3 }).map((k) => -k);

/** Sizes from 1/512 to 8, with all 24 bits of a float32: sums of a few of them round nothing in float64. */
export const fine: fc.Arbitrary<number> = fc
  .tuple(fc.integer({ min: -9, max: 2 }), fc.integer({ min: 0, max: 2 ** 23 - 1 }))
  .map(([exponent, fraction]) => -(1 + fraction / 2 ** 23) * 2 ** exponent);

/** Models of 2 to 5 tokens: `least` and `most` bound the number of tokens, `longest` that of the result. */
export function decodings(
  elements: readonly fc.Arbitrary<number>[] = [eighths, coarse, fine],
  { most = 5, longest = 7 } = {},
): fc.Arbitrary<Decoding> {
  return fc
    .tuple(
      fc.integer({ min: 2, max: most }),
      fc.oneof(...elements.map((element) => numbers(element, most * most))),
      fc.nat(59),
      fc.nat(59),
      fc.integer({ min: 1, max: longest }),
    )
    .map(([V, drawn, start, further, maxLength]) => {
      const from = start % V;
      return [take(drawn).matrix(V, V), from, (from + 1 + (further % (V - 1))) % V, maxLength];
    });
}
