import fc from 'fast-check';
import { expectThat, type Law, law } from '../entry/law.ts';
import { mild } from '../inputs/inputs.ts';

/** The law of a function of one number that never falls. */
export const nonDecreasing: Law<(z: number) => number> = law(
  'it does not fall',
  fc.tuple(mild, mild),
  async (f, a, b) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const allowed = f.allowed(low) + f.allowed(high);
    expectThat((await f(low)) <= (await f(high)) + allowed, `falls from ${low} to ${high}`);
  },
);
