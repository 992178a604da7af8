import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../properties/entry/entry.ts';
import { leaves } from '../../properties/values/tree.ts';
import type { Value } from '../../properties/values/value.ts';
import { argumentLists } from './argument-lists.ts';
import { loadAuthorities } from './authorities.ts';
import type { Authority } from './authority.ts';
import { type Big, carryDigits, DIGITS } from './big.ts';
import { isBig } from './is-big.ts';
import { excess } from './limits.ts';
import { measure, measureGradient, truthOf } from './measure.ts';
import { distance } from './ulps.ts';

// A few points of each formula; `npm run accuracy` takes 10,000.
const POINTS = 24;

const all = await loadAuthorities();

/** A list of argument lists, from the beginning. */
function first(count: number, lists: Iterable<readonly Value[]>): (readonly Value[])[] {
  const taken: (readonly Value[])[] = [];
  for (const args of lists) {
    taken.push(args);
    if (taken.length === count) break;
  }
  return taken;
}

for (const stated of all) {
  const { authority, entry, path } = stated;
  if (!authority) {
    // A formula may have none: then the table of docs/accuracy.md lacks its row.
    test.skip(`${entry.id} has no authority in tools/accuracy/exact`, () => undefined);
    continue;
  }
  describe(entry.id, () => {
    test(`stays within its class, ${authority.class}`, () => {
      expect(excess(authority.class, measure({ ...stated, authority }, POINTS))).toBeNull();
    });

    if (authority.class === 'sum')
      test('derives its bound in the docstring of the reference', () => {
        const reference = fileURLToPath(new URL(`../../reference/${path}.ts`, import.meta.url));
        const [, docstring] =
          new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\nexport function ${entry.id}\\(`).exec(
            readFileSync(reference, 'utf8'),
          ) ?? [];
        expect(docstring).toMatch(/^ \* Error .*\\gamma_/m);
      });

    if (entry.gradient)
      test('has a gradient by hand within twice the bound', () => {
        expect(excess('gradient', measureGradient({ ...stated, authority }, POINTS))).toBeNull();
      });

    test('has an authority that 64 digits are enough for', () => {
      for (const args of first(4, argumentLists(stated))) {
        const [coarse, fine] = [
          numbersWith(DIGITS, entry, authority, args),
          numbersWith(2 * DIGITS, entry, authority, args),
        ];
        fine.forEach((value, i) => {
          const double = value.toNumber();
          const [before, after] = [distance(double, coarse[i] as Big), distance(double, value)];
          expect(Math.abs(before.ulps - after.ulps)).toBeLessThan(1e-6);
        });
      }
    });
  });
}

function numbersWith(digits: number, entry: Entry, authority: Authority, args: readonly Value[]): Big[] {
  carryDigits(digits);
  try {
    return leaves(truthOf(entry, authority, args), isBig).map(({ leaf }) => leaf);
  } finally {
    carryDigits(DIGITS);
  }
}
