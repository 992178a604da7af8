import fc from 'fast-check';
import type { Entry, Misconception } from '../../properties/entry/entry.ts';
import { formsOf } from '../../properties/entry/forms.ts';
import { plain } from '../../properties/entry/subject.ts';
import { firstMismatch } from '../../properties/values/agreement.ts';
import { mapNumbers } from '../../properties/values/tree.ts';
import type { Tree, Value } from '../../properties/values/value.ts';

const SEED = 1;

interface Variant {
  name: string;
  misconception: Misconception;
  compute: (args: readonly Value[]) => Value | undefined;
}

/**
 * Which misconceptions cannot be distinguished from the right formula, or from each other, on the entry's own inputs:
 * the mild ones, or, for those that fail only on extreme input, the extreme ones. An unstable one must be right on mild
 * input.
 */
export function checkToldApart(entry: Entry): string[] {
  const mild = [...Object.values(entry.edges), ...sample(entry.inputs, 60)] as Value[][];
  const extreme = [...Object.values(entry.extremeEdges ?? {}), ...sample(entry.extreme, 30)] as Value[][];
  const reference = plain(entry, entry.reference);
  const variants = entry.misconceptions.flatMap((misconception) => variantsOf(entry, misconception));
  const messages: string[] = [];
  for (const [i, a] of variants.entries()) {
    const unstable = a.misconception.verdict === 'unstable';
    if (!differSomewhere(unstable ? extreme : mild, a.compute, reference)) {
      messages.push(`misconception ${a.name} gives what the reference gives on every ${word(unstable)} input`);
    }
    if (unstable && differSomewhere(mild, a.compute, reference)) {
      messages.push(`misconception ${a.name} is called unstable and is wrong on mild input`);
    }
    for (const b of variants.slice(i + 1)) {
      if (a.misconception === b.misconception) continue;
      // Its answers change from call to call, and those of the others do not.
      if (a.misconception.stateful !== b.misconception.stateful) continue;
      const bothUnstable = unstable && b.misconception.verdict === 'unstable';
      if (!differSomewhere(bothUnstable ? extreme : mild, a.compute, b.compute)) {
        messages.push(`misconceptions ${a.name} and ${b.name} agree on every ${word(bothUnstable)} input`);
      }
    }
  }
  return messages;
}

function variantsOf(entry: Entry, misconception: Misconception): Variant[] {
  return formsOf(entry, misconception).map((form, i) => ({
    name: i === 0 ? `'${misconception.id}'` : `'${misconception.id}' (reading ${i + 1})`,
    misconception,
    compute: (args) => form(structuredClone(args)),
  }));
}

function differSomewhere(cases: readonly Value[][], a: Variant['compute'], b: Variant['compute']): boolean {
  return cases.some((args) => {
    const [got, expected] = [outcome(a, args), outcome(b, args)];
    if (got === undefined || expected === undefined) return false;
    const allowed = mapNumbers(expected as Tree<number>, (x) =>
      Number.isFinite(x) ? Math.max(1e-9 * Math.abs(x), 1e-12) : 0,
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
