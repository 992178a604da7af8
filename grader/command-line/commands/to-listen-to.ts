import { fromJson, type Value } from '../../../properties/values/value.ts';
import type { Submission } from '../../class/submission.ts';
import type { Listened } from '../../sandbox/listen.ts';
import { mayPrint } from '../../sandbox/may-print.ts';
import { type Checked, exportedOf, toFixOf } from './what-to-fix.ts';

/** Inputs that a function without a counterexample is called on, until it prints something. */
const LISTENED = 3;

/**
 * What to call of a submission to hear what it prints: each function in the call that shows its fault, or in some that are drawn; what
 * is to be fixed first comes first. None of them if it exports none: it may print while it is loaded; null if it cannot print.
 *
 * @param drawn the drawn inputs of an exercise
 */
export async function toListenTo(
  checked: Checked & { submission: Submission },
  drawn: (name: string) => Promise<readonly { args: readonly Value[] }[]>,
): Promise<Listened[] | null> {
  if (checked.judged.kind !== 'judged' || !mayPrint(checked.submission.files)) return null;
  const { faults, unwritten } = toFixOf(checked);
  const rest = exportedOf(checked).filter((exercise) => !faults.includes(exercise) && !unwritten.includes(exercise));
  const exercises: Listened[] = [];
  for (const { name, counterexample } of [...faults, ...rest]) {
    const calls = counterexample
      ? [counterexample.args.map(fromJson)]
      : (await drawn(name)).slice(0, LISTENED).map(({ args }) => args);
    exercises.push({ exercise: name, calls });
  }
  return exercises;
}
