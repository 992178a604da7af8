import { isCodeName, isSkipped, sourcePath } from '../../grader/class/code-file.ts';
import { pathIn } from '../../grader/class/entry-path.ts';
import { shownName } from '../../grader/class/problem.ts';

/** A name that a student typed, as a file of a submission is called, and what is wrong with it, if it cannot be one. */
export interface FileName {
  path: string;
  fault: string | null;
}

/** @param taken the paths of the other files */
export function fileName(typed: string, taken: readonly string[]): FileName {
  const { steps, fault } = pathIn(typed.trim());
  const path = sourcePath(steps.join('/'));
  return { path, fault: typed.trim() === '' ? 'Type a name, such as math.ts.' : faultOf(path, steps, fault, taken) };
}

function faultOf(
  path: string,
  steps: readonly string[],
  unsafe: string | null,
  taken: readonly string[],
): string | null {
  const shown = shownName(path);
  if (unsafe !== null) return 'A name holds letters, digits and dots, and / only between folders.';
  if (!isCodeName(path)) return `${shown} is not code for the grader: end the name in .ts, .js or .mjs.`;
  if (/(?:^|\/)\.[^/]*$/.test(path))
    return `${shown} is hidden, so the grader would pass it over: begin with a letter.`;
  const skipped = steps.find(isSkipped);
  if (skipped !== undefined) return `The grader passes over ${shownName(skipped)}: choose another name.`;
  // Two names that differ in case alone are one file on many disks.
  const same = taken.find((other) => other.toLowerCase() === path.toLowerCase());
  return same === undefined ? null : `There is a file ${shownName(same)} already.`;
}

/** A name for a further file that nobody has taken. */
export function freeName(taken: readonly string[]): string {
  const names = ['helpers.ts', ...taken.map((_, n) => `helpers${n + 2}.ts`)];
  return names.find((name) => !taken.includes(name)) ?? 'helpers.ts';
}
