import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import './task-meta.ts';
import { loadEntries } from '../entry/entries.ts';
import type { Entry } from '../entry/entry.ts';
import { type Form, readingsOf } from '../entry/forms.ts';
import {
  decodedUpstream,
  gradientByAutodiff,
  gradientByDifferences,
  gradientByHand,
  upstreamLike,
} from '../entry/gradient.ts';
import { hardCases, illegalInputs } from '../entry/implied.ts';
import type { Law } from '../entry/law.ts';
import { boundOf, plain, subject } from '../entry/subject.ts';
import { grid, numbers } from '../inputs/inputs.ts';
import { decodeArguments, encode, type Internal } from '../parameters/codec.ts';
import { completed } from '../parameters/completed.ts';
import { describeMismatch, firstMismatch } from '../values/agreement.ts';
import { float64 } from '../values/format.ts';
import { mapNumbers, numbersOf, zipNumbers } from '../values/tree.ts';
import type { Tree, Value } from '../values/value.ts';
import { askedNames } from './asked-formulas.ts';
import { faultIn, faultWithoutArrays } from './bad-input.ts';
import { damaged } from './damage.ts';
import { differsFromDifferences, differsFromForm, edgeGradients, notAKink } from './edge-gradients.ts';
import { replayCommand, runProperty } from './run-property.ts';
import { asViews, memoryOf } from './views.ts';

// The reference held to account: by values of others, by laws, by gradients of other origin. No test here compares it
// with itself.

const RUNS = 100;

for (const { entry, golden } of await loadEntries(askedNames())) {
  const compute = plain(entry, entry.reference);
  const reference = subject(entry, float64, compute);
  const command = (title: string): string => replayCommand('reference', `${entry.id} ${title}`);

  describe(entry.id, { meta: { formula: entry.id, backend: 'reference', draws: RUNS } }, () => {
    for (const { name, origin, args, expected } of entry.worked) {
      test(`has the worked value '${name}' (${origin})`, () => {
        expectWithin(compute(args), expected, boundOf(entry, args, float64));
      });
    }

    for (const { name, args, expected } of golden?.cases ?? []) {
      test(`has the golden value '${name}'`, () => {
        const largest = Math.max(...numbersOf(expected).filter(Number.isFinite).map(Math.abs), 0);
        const allowed = mapNumbers(expected as Tree<number>, (x) =>
          Number.isFinite(x) ? Math.max(1e-12 * Math.abs(x), 4e-15 * largest, float64.smallest) : 0,
        );
        const mismatch = firstMismatch(compute(args), expected, {
          allowed,
          because: `1e-12 relative or 4e-15 of the largest element; ${golden?.source.package} ${golden?.source.version}`,
          signedZero: false,
        });
        expect(mismatch && describeMismatch(mismatch)).toBeNull();
      });
    }

    for (const law of entry.laws) {
      test(`obeys: ${law.name}`, async () => {
        await runProperty(law.inputs, (...inputs) => law.holds(reference, ...inputs), {
          runs: RUNS,
          command: command(`obeys: ${law.name}`),
        });
      });
    }

    test('is what its running-error form computes', async () => {
      const known = [...Object.values(entry.edges), ...Object.values(entry.extremeEdges ?? {})] as Value[][];
      for (const args of known) expectSameFormula(entry, compute(args), args);
      for (const inputs of [entry.inputs, entry.extreme, entry.extended]) {
        if (!inputs) continue;
        await runProperty(inputs, async (...args) => expectSameFormula(entry, compute(args), args), {
          runs: RUNS,
          command: command('is what its running-error form computes'),
        });
      }
    });

    test('leaves its arguments as they are', async () => {
      await runProperty(
        entry.inputs,
        async (...args: Value[]) => {
          const decoded = decodeArguments(entry.parameters, args);
          const before = JSON.stringify(encode(decoded));
          entry.reference(...decoded);
          expect(JSON.stringify(encode(decoded))).toBe(before);
        },
        { runs: 20, command: command('leaves its arguments as they are') },
      );
    });

    test('takes a view for what it shows, whatever lies beside it in memory', () => {
      for (const args of Object.values(entry.edges) as Value[][]) {
        const value = compute(args);
        const views = decodeArguments(entry.parameters, args).map(asViews);
        expect(encode(entry.reference(...views) as Internal)).toEqual(value);
        if (!entry.gradient) continue;
        const upstream = upstreamLike(value, [0.5, -2, 3]);
        const gradient = entry.gradient.reference(asViews(decodedUpstream(entry, upstream)), ...views);
        expect(encode(gradient as Internal)).toEqual(gradientByHand(entry, upstream, args));
      }
    });

    test('gives memory of its own: what is changed in a result does not show in an argument', () => {
      for (const args of Object.values(entry.edges) as Value[][]) {
        const decoded = decodeArguments(entry.parameters, args);
        const results = [entry.reference(...decoded) as Internal];
        if (entry.gradient) {
          decoded.unshift(decodedUpstream(entry, upstreamLike(encode(results[0]), [1])));
          results.push(entry.gradient.reference(...decoded) as Internal);
        }
        const given = new Set(memoryOf(decoded));
        expect(memoryOf(results).filter((memory) => given.has(memory))).toEqual([]);
      }
    });

    for (const [name, { args, names }] of Object.entries(illegalInputs(entry))) {
      test(`refuses: ${name}`, () => {
        expect(() => compute(args as Value[])).toThrow(about(names));
      });
    }

    test('refuses damaged input by the name of the argument, or gives what the formula does', async () => {
      await runProperty(
        damaged(entry),
        async (damage) => {
          expect(faultIn(entry, damage), damage.what).toBeNull();
        },
        { runs: 60, command: command('refuses damaged input') },
      );
    });

    test('refuses what only looks like an ndarray or a list', () => {
      for (const args of Object.values(entry.edges)) expect(faultWithoutArrays(entry, args as Value[])).toBeNull();
    });

    if (entry.gradient) {
      const drawn = fc.tuple(entry.gradient.inputs ?? entry.inputs, numbers(grid, 16));
      test('gradient by hand equals central differences', async () => {
        await runProperty(
          drawn,
          async (args, weights) => {
            const upstream = upstreamLike(compute(args), weights);
            const { value, allowed, because } = gradientByDifferences(entry, upstream, args);
            expectWithin(gradientByHand(entry, upstream, args), value as Value, { allowed, because });
          },
          { runs: 40, command: command('gradient by hand equals central differences') },
        );
      });
      test('gradient by hand equals backward differentiation', async () => {
        await runProperty(
          drawn,
          async (args, weights) => {
            const upstream = upstreamLike(compute(args), weights);
            const { value, allowed, because } = gradientByAutodiff(entry, upstream, args, float64);
            const both = mapNumbers(allowed, (error) => 2 * error);
            expectWithin(gradientByHand(entry, upstream, args), value as Value, { allowed: both, because });
          },
          { runs: RUNS, command: command('gradient by hand equals backward differentiation') },
        );
      });
      test('gradient by hand equals backward differentiation at every edge', () => {
        for (const edge of edgeGradients(entry)) {
          if (edge.kink === undefined) expectNoFault(differsFromForm(entry, edge), edge.name);
        }
      });
      test('gradient by hand equals central differences at every edge', () => {
        // Extreme edges are left out: there no step is both short beside the numbers and long beside their rounding.
        for (const edge of edgeGradients(entry)) {
          if (edge.kink !== undefined || edge.extreme) continue;
          expectNoFault(differsFromDifferences(entry, edge), edge.name);
        }
      });
      for (const [name, reason] of Object.entries(entry.gradient.kinks ?? {})) {
        test(`gradient has a kink at '${name}': ${reason}`, () => expectNoFault(notAKink(entry, name), name));
      }
      test('gradient refuses what the formula refuses', () => {
        for (const { args, names } of Object.values(illegalInputs(entry))) {
          expect(() => gradientByHand(entry, 1, args as Value[])).toThrow(about(names));
        }
      });
      test('gradient refuses damaged input in the words of the formula', async () => {
        let refused = 0;
        await runProperty(
          damaged(entry),
          async ({ args, what }) => {
            const words = refusal(() => compute(args));
            if (words === null) return;
            refused += 1;
            expect(
              refusal(() => gradientByHand(entry, 1, args)),
              what,
            ).toBe(words);
          },
          { runs: 60, command: command('gradient refuses damaged input') },
        );
        expect(refused).toBeGreaterThan(0);
      });
      test('gradient refuses an upstream gradient of another shape', () => {
        for (const args of Object.values(entry.edges) as Value[][]) {
          for (const upstream of longer(upstreamLike(compute(args), [1]))) {
            expect(() => gradientByHand(entry, upstream, args)).toThrow(about('upstream'));
          }
        }
      });
    }

    for (const misconception of entry.misconceptions) {
      const evidence = [misconception.caughtBy].flat();
      for (const [reading, { form }] of readingsOf(entry, misconception).entries()) {
        const title = `refutes ${misconception.id}${reading > 0 ? `, reading ${reading + 1}` : ''}: ${evidence.join(' or ')}`;
        test(title, async () => {
          const accepted = await Promise.all(evidence.map((name) => accepts(entry, name, form)));
          expect(
            accepted,
            'this wrong form passes it: name another law, worked value or edge, or sharpen this one',
          ).toContain(false);
        });
      }
    }

    for (const { where, printed, holds, variant } of entry.errata ?? []) {
      if (!variant) continue;
      test(`erratum, ${where}: '${printed}' fails, '${holds}' holds`, () => {
        const bound = boundOf(entry, variant.fails, float64);
        const found = firstMismatch(
          variant.implementation(...completed(entry.parameters, variant.fails)),
          compute(variant.fails),
          bound,
        );
        expect(found).not.toBeNull();
      });
    }

    test('draws its hard cases often enough', () => {
      const sample = fc.sample(entry.inputs, { numRuns: 1000, seed: 1 });
      for (const [name, applies] of Object.entries(hardCases(entry))) {
        const share = sample.filter((args) => applies(...args)).length / sample.length;
        expect(share, `share of '${name}'`).toBeGreaterThanOrEqual(0.02);
      }
    });
  });
}

/** The value with the rows of one of its arrays one entry longer, for each array in turn. */
function longer(value: Value): Value[] {
  if (typeof value !== 'object') return [];
  if (!Array.isArray(value)) {
    const fields = value as Record<string, Value>;
    return Object.entries(fields).flatMap(([key, held]) => longer(held).map((other) => ({ ...fields, [key]: other })));
  }
  const items = value as Value[];
  if (items.every((item) => typeof item === 'number')) return [[...items, 1]];
  if (items.every(Array.isArray)) return [items.map((item) => longer(item)[0] as Value)];
  return items.flatMap((item, i) => longer(item).map((other) => items.with(i, other)));
}

/** What a call is refused with, or null. */
function refusal(call: () => unknown): string | null {
  try {
    call();
    return null;
  } catch (error) {
    return String(error);
  }
}

function expectNoFault(fault: string | null, edge: string): void {
  if (fault !== null) throw new Error(`edge '${edge}': ${fault}`);
}

/** An error's message begins with the argument that is wrong, or a part of it: `x[0]: expected …`. */
function about(name: string): RegExp {
  return new RegExp(`^${name.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)}[:.[]`);
}

function expectWithin(got: Value, expected: Value, terms: { allowed: Tree<number>; because: string }): void {
  const mismatch = firstMismatch(got, expected, { ...terms, signedZero: false });
  expect(mismatch && describeMismatch(mismatch)).toBeNull();
}

/** The running-error form states the formula on its own: both may be off by the bound. */
function expectSameFormula(entry: Entry, got: Value, args: readonly Value[]): void {
  const { value, allowed, because } = boundOf(entry, args, float64);
  expectWithin(got, value as Value, { allowed: zipNumbers(allowed, allowed, (a, b) => a + b), because });
}

/** Whether the law, worked value or edge of that name accepts an implementation. */
async function accepts(entry: Entry, name: string, form: Form): Promise<boolean> {
  const law = entry.laws.find((candidate) => candidate.name === name);
  if (law) return obeys(law, entry, form);
  const known = entry.worked.find((candidate) => candidate.name === name);
  const args = known?.args ?? entry.edges[name] ?? entry.extremeEdges?.[name];
  if (!args) throw new Error(`${entry.id}: no law, worked value or edge is named '${name}'`);
  const expected = known?.expected ?? plain(entry, entry.reference as (...args: Internal[]) => unknown)(args);
  return firstMismatch(form(args), expected, boundOf(entry, args, float64)) === null;
}

async function obeys(law: Law, entry: Entry, form: Form): Promise<boolean> {
  const candidate = subject(entry, float64, form);
  const property = fc.asyncProperty(law.inputs, (inputs) => law.holds(candidate, ...inputs));
  return !(await fc.check(property, { numRuns: RUNS, seed: 1 })).failed;
}
