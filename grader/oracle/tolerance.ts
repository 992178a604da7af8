import type { Exercise } from '../../exercises/exercise.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { boundOf } from '../../properties/entry/subject.ts';
import { float64 } from '../../properties/values/format.ts';
import { mapNumbers, numbersOf } from '../../properties/values/tree.ts';
import { isRecord, type Tree, type Value } from '../../properties/values/value.ts';

/** How far each number of a student's result may be off, and why. */
export interface Tolerance {
  allowed: Tree<number>;
  because: string;
}

const MILD = 'within 1e-9 of the value, 1e-12 of its array, or the float64 rounding of the formula';
const RELATIVE = 'within 1e-9 of the value itself, or the float64 rounding of the formula';

/**
 * The contract's section Agreement: an element is never refused within 1e-9 of its true value, 1e-12, or 1e-12 of the
 * largest element of its array; on extreme input 1e-9 is measured against that largest element; if the row says
 * "relative", only the first counts. Beyond that the derived bound for float64 decides.
 */
export function toleranceOf(
  entry: Entry,
  exercise: Exercise,
  args: readonly Value[],
  expected: Value,
  extreme: boolean,
  bounds: readonly number[] = derivedBounds(entry, args),
): Tolerance {
  let next = 0;
  const bound = (): number => {
    const derived = bounds[next++] ?? 0;
    return Number.isFinite(derived) ? derived : 0;
  };
  const share = extreme ? (exercise.extremeTolerance ?? 1e-9) : 1e-12;
  const floors = (field: Value): Tree<number> => {
    // Not Math.max(...): a law may need the tolerance of a student's result of any length.
    const largest = numbersOf(field).reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
    return mapNumbers(field as Tree<number>, (x) => {
      const derived = bound();
      if (!Number.isFinite(x)) return 0;
      const own = 1e-9 * Math.abs(x);
      return exercise.relative ? Math.max(own, derived) : Math.max(own, 1e-12, share * largest, derived);
    });
  };
  return {
    allowed: byField(expected, floors),
    because: exercise.relative
      ? RELATIVE
      : extreme
        ? `within ${share} of the largest element, or the float64 rounding of the formula`
        : MILD,
  };
}

/** What float64 rounding may add to each number of the result, one after another. */
export function derivedBounds(entry: Entry, args: readonly Value[]): number[] {
  return numbersOf(boundOf(entry, args, float64).allowed);
}

/** An array of the contract is the whole result, or a whole field of a result that is a record. */
function byField(value: Value, f: (field: Value) => Tree<number>): Tree<number> {
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, byField(field, f)]));
  }
  if (Array.isArray(value) && value.some(isRecord)) return value.map((item) => byField(item, f));
  return f(value);
}
