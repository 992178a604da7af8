import fc from 'fast-check';
import { unit } from '../../inputs/inputs.ts';

/** Drives of either sign that saturate a sigmoid, from 16 to 1e308. Beyond 3e38 float32 ends. */
export const farDrive: fc.Arbitrary<number> = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.oneof(fc.integer({ min: 4, max: 10 }), fc.integer({ min: 4, max: 127 })), unit, fc.boolean())
      .map(([exponent, fraction, negative]) => {
        const size = Math.fround(2 ** exponent * (1 + Math.abs(fraction) / 2));
        return negative ? -size : size;
      }),
    weight: 9,
  },
  { arbitrary: fc.constantFrom(1e308, -1e308), weight: 1 },
);
