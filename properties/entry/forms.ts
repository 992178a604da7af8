import { completed } from '../parameters/completed.ts';
import type { Value } from '../values/value.ts';
import type { Entry, Misconception } from './entry.ts';

/** A wrong formula over the arguments as they are given; undefined where it cannot be computed. */
export type Form = (args: readonly Value[]) => Value | undefined;

const known = new WeakMap<Misconception, readonly Form[]>();

/** Every reading of a misconception, its own first, each over arguments from which it leaves the defaults out. */
export function formsOf({ parameters }: Pick<Entry, 'parameters'>, misconception: Misconception): readonly Form[] {
  const before = known.get(misconception);
  if (before) return before;
  const { implementation, readings = [], ownDefaults } = misconception;
  const forms = [implementation, ...readings].map((form): Form => {
    return (args) => form(...(ownDefaults ? args : completed(parameters, args)));
  });
  known.set(misconception, forms);
  return forms;
}
