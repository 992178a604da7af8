import fc from 'fast-check';
import type { Entry, Misconception } from '../../properties/entry/entry.ts';
import { type Reading, readingsOf } from '../../properties/entry/forms.ts';
import { plain } from '../../properties/entry/subject.ts';
import { firstMismatch } from '../../properties/values/agreement.ts';
import { mapNumbers } from '../../properties/values/tree.ts';
import type { Tree, Value } from '../../properties/values/value.ts';

const SEED = 1;

interface Variant {
  name: string;
  misconception: Misconception;
  verdict: Reading['verdict'];
  compute: (args: readonly Value[]) => Value | undefined;
}

/**
 * Which misconceptions cannot be distinguished from the right formula, or from each other, on the entry's own inputs:
 * the mild ones, or, for those that fail only on extreme input, the extreme ones; and which of them no edge shows. An
 * unstable one must be right on mild input. Where the contract says "relative", sizes below 1e-12 differ too.
 */
export function checkToldApart(entry: Entry, relative = false): string[] {
  const edges = Object.values(entry.edges) as Value[][];
  const extremeEdges = Object.values(entry.extremeEdges ?? {}) as Value[][];
  const mild = [...edges, ...sample(entry.inputs, 60)];
  const extreme = [...extremeEdges, ...sample(entry.extreme, 30)];
  const reference = plain(entry, entry.reference);
  const variants = entry.misconceptions.flatMap((misconception) => variantsOf(entry, misconception));
  const floor = relative ? 0 : 1e-12;
  const differ = (cases: readonly Value[][], a: Variant['compute'], b: Variant['compute']): boolean =>
    differSomewhere(cases, a, b, floor);
  const messages: string[] = [];
  for (const [i, a] of variants.entries()) {
    const unstable = a.verdict === 'unstable';
    if (!differ(unstable ? extreme : mild, a.compute, reference)) {
      messages.push(`misconception ${a.name} gives what the reference gives on every ${word(unstable)} input`);
    } else if (!a.misconception.stateful && !differ(unstable ? extremeEdges : edges, a.compute, reference)) {
      // The draws of a class depend on its key, and a worked value or a law is not asked in grading.
      messages.push(`misconception ${a.name} gives what the reference gives on every ${word(unstable)} edge: add one`);
    }
    if (unstable && differ(mild, a.compute, reference)) {
      messages.push(`misconception ${a.name} is called unstable and is wrong on mild input`);
    }
    for (const b of variants.slice(i + 1)) {
      if (a.misconception === b.misconception) continue;
      // Its answers change from call to call, and those of the others do not.
      if (a.misconception.stateful !== b.misconception.stateful) continue;
      const bothUnstable = unstable && b.verdict === 'unstable';
      if (!differ(bothUnstable ? extreme : mild, a.compute, b.compute)) {
        messages.push(`misconceptions ${a.name} and ${b.name} agree on every ${word(bothUnstable)} input`);
      }
    }
  }
  return messages;
}

function variantsOf(entry: Entry, misconception: Misconception): Variant[] {
  return readingsOf(entry, misconception).map(({ form, verdict }, i) => ({
    name: i === 0 ? `'${misconception.id}'` : `'${misconception.id}' (reading ${i + 1})`,
    misconception,
    verdict,
    compute: (args) => form(structuredClone(args)),
  }));
}

function differSomewhere(
  cases: readonly Value[][],
  a: Variant['compute'],
  b: Variant['compute'],
  floor: number,
): boolean {
  return cases.some((args) => {
    const [got, expected] = [outcome(a, args), outcome(b, args)];
    if (got === undefined || expected === undefined) return false;
    const allowed = mapNumbers(expected as Tree<number>, (x) =>
      Number.isFinite(x) ? Math.max(1e-9 * Math.abs(x), floor) : 0,
    );
    const terms = { allowed, because: 'told apart', signedZero: false };
    return firstMismatch(got, expected, terms) !== null;
  });
}

/** Arguments at which it cannot be computed do not distinguish anything. */
function outcome(compute: Variant['compute'], args: readonly Value[]): Value | undefined {
  try {
    return compute(args);
  } catch {
    return undefined;
  }
}

function sample(inputs: fc.Arbitrary<Value[]> | undefined, numRuns: number): Value[][] {
  return inputs ? fc.sample(inputs, { numRuns, seed: SEED }) : [];
}

function word(extreme: boolean): string {
  return extreme ? 'extreme' : 'mild';
}
