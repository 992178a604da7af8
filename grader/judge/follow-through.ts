import type { LocatedExercise } from '../../exercises/exercises.ts';
import { loadParser } from '../../host/syntax.ts';
import { plain } from '../../properties/entry/subject.ts';
import { type Internal } from '../../properties/parameters/codec.ts';
import type { Value } from '../../properties/values/value.ts';
import type { Assignment } from '../assignment/assignment.ts';
import type { SourceFile } from '../class/submission.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { FollowThrough } from '../record/record.ts';
import { decode } from '../sandbox/decode.ts';
import { literal } from '../sandbox/literal.ts';
import { rebind } from '../sandbox/rebind.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { transpile } from '../sandbox/transpile.ts';
import { hexOf } from '../secret/hex.ts';
import { judgeExercise } from './judge.ts';

/** The most characters of encoded arguments that a replaced function takes: far more than any case needs. */
const MOST_CHARACTERS = 200_000;

/**
 * The verdict on an exercise with the reference in the place of the student's other broken functions; null if it calls
 * none of them, or if they cannot be replaced safely in a source of this form.
 */
export async function followThroughOf(
  located: LocatedExercise,
  files: readonly SourceFile[],
  broken: readonly LocatedExercise[],
  oracle: Oracle,
  maxPoints: number,
  settings: Pick<Assignment, 'shares'> & { limits: { ticks: number; memoryMiB: number } },
): Promise<FollowThrough | null> {
  const others = new Map(broken.filter(({ name }) => name !== located.name).map((other) => [other.name, other]));
  if (!(await mayCall(files, new Set(others.keys())))) return null;
  const called = new Set<string>();
  const room = newRoom();
  const sandbox = await Sandbox.open(files, settings.limits, {
    room,
    names: [...others.keys()],
    rewrite: (code) => rebind(code, new Set(others.keys()), room).code,
    answer: (name, args) => {
      const other = others.get(name);
      if (other === undefined) throw new Error('cannot be computed');
      called.add(name);
      if (args === '' || args.length > MOST_CHARACTERS) throw new Error('cannot be computed');
      return literal(referenceValue(other, decode(args) as Value[]));
    },
  });
  try {
    if (!sandbox.functions.has(located.name)) return null;
    // Judged in full only if a case shows that it calls one of them.
    for (const { args } of [...oracle.mild, ...oracle.extreme]) {
      const { kind } = sandbox.call(located.name, args);
      if (called.size > 0 || kind === 'timeout' || kind === 'memory') break;
    }
    if (called.size === 0) return null;
    const { record } = await judgeExercise(located, sandbox, oracle, maxPoints, settings.shares, false);
    return { calls: [...called].sort(), status: record.status, points: record.points };
  } finally {
    sandbox.dispose();
  }
}

/** The name of the module that holds the replacements, and the beginning of names for them: whoever knows it can call them all. */
function newRoom(): string {
  return `$${hexOf(crypto.getRandomValues(new Uint8Array(16)))}`;
}

/** Whether any file uses one of these functions and can be rebound: a look at the sources that runs nothing. */
async function mayCall(files: readonly SourceFile[], names: ReadonlySet<string>): Promise<boolean> {
  await loadParser();
  const bound = new Set<string>();
  const referenced = new Set<string>();
  for (const { path, code } of files) {
    const transpiled = await transpile(path, code);
    if (!('code' in transpiled)) continue;
    const rebound = rebind(transpiled.code, names, newRoom());
    for (const name of rebound.bound) bound.add(name);
    for (const name of rebound.referenced) referenced.add(name);
  }
  return [...bound].some((name) => referenced.has(name));
}

/** The reference's answer to a call as students write them: extra arguments (from `map`) are ignored. */
function referenceValue({ entry }: LocatedExercise, args: readonly Value[]): Value {
  const given = args.slice(0, Object.keys(entry.parameters).length);
  while (given.length > 0 && given.at(-1) === undefined) given.pop();
  return plain(entry, entry.reference as (...args: Internal[]) => unknown)(given);
}
