import { basename } from 'node:path';
import type { ExerciseStatus } from '../record/record.ts';

const STATUSES = ['correct', 'unstable', 'wrong', 'error', 'timeout', 'memory'] as const satisfies ExerciseStatus[];
const LOSSES = ['purity', 'errors'] as const;

/** The verdict that an honest submission must get, as its path says it. */
export interface Expectation {
  status: (typeof STATUSES)[number];
  /** the misconception that it computes, without its exercise: `over-batch` */
  misconception: string | null;
  /** what a correct one loses points for all the same */
  losses: readonly (typeof LOSSES)[number][];
}

const WORDS = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/**
 * The verdict that a file or folder promises by its name, `STATUS--[DETAIL--]TITLE`. The detail of a wrong or unstable one is the misconception
 * that it must be recognized as; that of a correct one says what it loses points for, `loses-purity` or `loses-errors`.
 *
 * @throws {Error} The name promises no verdict.
 * @example expectationOf('wrong--over-batch--columns.ts') // { status: 'wrong', misconception: 'over-batch', losses: [] }
 */
export function expectationOf(path: string): Expectation {
  const parts = basename(path)
    .replace(/\.(?:ts|js|mjs)$/, '')
    .split('--');
  const odd = parts.find((part) => !WORDS.test(part));
  if (odd !== undefined) throw misnamed(path, `'${odd}' is not words of a-z and 0-9 with single hyphens between them`);
  const [first, ...rest] = parts;
  const status = STATUSES.find((known) => known === first);
  if (status === undefined) throw misnamed(path, `'${first}' is none of ${STATUSES.join(', ')}`);
  if (rest.length === 0) throw misnamed(path, 'there is no title');
  const details = rest.slice(0, -1);
  if (status === 'correct')
    return { status, misconception: null, losses: details.map((detail) => lossOf(path, detail)) };
  const [misconception = null, ...more] = details;
  if (more.length > 0 || (misconception !== null && status !== 'wrong' && status !== 'unstable'))
    throw misnamed(path, `a submission that is '${status}' cannot have '${details.join('--')}' before its title`);
  return { status, misconception, losses: [] };
}

function lossOf(path: string, detail: string): (typeof LOSSES)[number] {
  const loss = LOSSES.find((known) => detail === `loses-${known}`);
  if (loss === undefined)
    throw misnamed(path, `'${detail}' is none of ${LOSSES.map((known) => `loses-${known}`).join(', ')}`);
  return loss;
}

function misnamed(path: string, why: string): Error {
  return new Error(
    `${path}: ${why}; expected STATUS--[DETAIL--]TITLE, such as wrong--over-batch--columns.ts or correct--loses-purity--in-place.ts`,
  );
}
