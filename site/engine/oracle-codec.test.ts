import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exerciseSummaries, loadExercises } from '../../exercises/exercises.ts';
import { computeOracle, type Oracle } from '../../grader/oracle/oracle.ts';
import { PUBLIC_SEED } from '../../grader/oracle/public-seed.ts';
import { decodeOracle, encodeOracle } from './oracle-codec.ts';

/** Whether it comes back, -0 not as 0 and undefined not as nothing: as a message brings it to a process. */
function comesBack(oracle: Oracle): boolean {
  return isDeepStrictEqual(decodeOracle(encodeOracle(oracle)), structuredClone(oracle));
}

test('any value comes back as it was: NaN, infinities, -0 and undefined too', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.double(),
      fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, undefined, null, true),
      fc.string(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-zA-Z]+$/), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, (it) => {
      const oracle = { name: 'f', mild: [it] } as unknown as Oracle;
      expect(comesBack(oracle)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

/** One exercise in so many, in their order; each section has more than that. */
const ONE_IN = 9;
const sampled = (await exerciseSummaries()).filter((_, n) => n % ONE_IN === 0).map(({ name }) => name);

describe('the oracle of an exercise comes back as it was', () => {
  test.each(sampled)('%s', async (name) => {
    const [located] = await loadExercises(new Set([name]));
    if (located === undefined) throw new Error(`unknown exercise ${name}`);
    const oracle = await computeOracle(located, PUBLIC_SEED, null);
    expect(comesBack(oracle)).toBe(true);
  });
});
