import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEntries } from '../../properties/entry/entries.ts';
import { readingsOf } from '../../properties/entry/forms.ts';
import { plain } from '../../properties/entry/subject.ts';
import { firstMismatch } from '../../properties/values/agreement.ts';
import { mapNumbers } from '../../properties/values/tree.ts';
import type { Tree, Value } from '../../properties/values/value.ts';
import { rearranged } from './trial.ts';

// A rearrangement is trusted where two errors are told apart, so it must be what its misconception computes by itself.

const entries = (await loadEntries()).map(({ entry }) => entry);
const declared = entries.flatMap((entry) =>
  entry.misconceptions.flatMap((item) => {
    const over = rearranged(entry, item);
    return over === null ? [] : [[item.id, entry, item, over] as const];
  }),
);

describe('the formula over the arguments that a misconception rearranges', () => {
  test.each(declared)('%s', (_, entry, item, over) => {
    const right = over(plain(entry, entry.reference));
    const inputs = fc.sample(entry.inputs as fc.Arbitrary<Value[]>, { numRuns: 60, seed: 3 });
    const computed = inputs.map((args) => orUndefined(() => right(args)));
    expect(computed.filter((value) => value !== undefined).length).toBeGreaterThan(5);
    const forms = readingsOf(entry, item).map(({ form }) => inputs.map((args) => form(structuredClone(args))));
    const agreeing = forms.filter((values) =>
      values.every((value, i) => value === undefined || computed[i] === undefined || isClose(computed[i], value)),
    );
    expect(agreeing.length, 'no reading of it is the formula over these arguments').toBeGreaterThan(0);
  });
});

describe('no form changes its arguments', () => {
  test.each(entries.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
    const inputs = fc.sample(entry.inputs as fc.Arbitrary<Value[]>, { numRuns: 30, seed: 5 }).map(frozen);
    for (const item of entry.misconceptions) {
      for (const { form } of readingsOf(entry, item)) {
        for (const args of inputs) expect(() => orUnreadable(() => form(args)), item.id).not.toThrow();
      }
    }
  });
});

/** What a form computes, or that it cannot: only an attempt to write is passed on. */
function orUnreadable(compute: () => Value): Value {
  try {
    return compute();
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return undefined;
  }
}

function frozen<V>(value: V): V {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** Other arguments may be illegal where those given are not. */
function orUndefined(compute: () => Value): Value {
  try {
    return compute();
  } catch {
    return undefined;
  }
}

function isClose(got: Value, expected: Value): boolean {
  const allowed = mapNumbers(expected as Tree<number>, (x) =>
    Number.isFinite(x) ? Math.max(1e-9 * Math.abs(x), 1e-11) : 0,
  );
  return firstMismatch(got, expected, { allowed, because: '', signedZero: false }) === null;
}
