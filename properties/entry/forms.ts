import { completed } from '../parameters/completed.ts';
import type { Value } from '../values/value.ts';
import type { Entry, Misconception } from './entry.ts';

/** A wrong formula over the arguments as they are given; undefined where it cannot be computed. */
export type Form = (args: readonly Value[]) => Value | undefined;

/** A reading of a misconception, with the verdict that it gets. */
export interface Reading {
  form: Form;
  verdict: 'wrong' | 'unstable';
}

const known = new WeakMap<Misconception, readonly Reading[]>();

/** Every reading of a misconception, its own first, each over arguments from which it leaves the defaults out. */
export function readingsOf(
  { parameters }: Pick<Entry, 'parameters'>,
  misconception: Misconception,
): readonly Reading[] {
  const before = known.get(misconception);
  if (before) return before;
  const { implementation, readings = [], unstableReadings = [], ownDefaults, verdict = 'wrong' } = misconception;
  const read =
    (verdict: Reading['verdict']) =>
    (form: Misconception['implementation']): Reading => ({
      verdict,
      form: (args) => form(...(ownDefaults ? args : completed(parameters, args))),
    });
  const all = [...[implementation, ...readings].map(read(verdict)), ...unstableReadings.map(read('unstable'))];
  known.set(misconception, all);
  return all;
}

/** The readings of it that get a verdict, by default its own. */
export function formsOf(
  entry: Pick<Entry, 'parameters'>,
  misconception: Misconception,
  verdict: Reading['verdict'] = misconception.verdict ?? 'wrong',
): readonly Form[] {
  return readingsOf(entry, misconception)
    .filter((reading) => reading.verdict === verdict)
    .map(({ form }) => form);
}
