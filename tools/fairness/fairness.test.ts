import { describe, expect, test } from 'vitest';
import { type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { earnedBy, guessed, oraclesOf } from './measure.ts';

// Of the cheapest exercises alone, and those that a table of answers suits best: `npm run fairness` takes all.

describe.each(['oneHot', 'relu'])('%s', (name) => {
  test("wrong submissions earn nearly the same under each seed, and a table of the public seed's answers nothing", async () => {
    const [located] = (await loadExercises(new Set([name]))) as [LocatedExercise];
    const oracles = await oraclesOf(located, 5);
    expect(guessed(located, oracles)).toBeLessThanOrEqual(0.02);
    const earned = await earnedBy(located, oracles);
    expect(earned.filter(({ least, most }) => most - least > 0.1)).toEqual([]);
    // Half of the points, and not for everybody: a measure that gives all the same would be even too.
    expect(earned.some(({ most }) => most > 0.1)).toBe(true);
    expect(earned.some(({ least }) => least === 0)).toBe(true);
  });
});
