import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocatedExercise } from '../../exercises/exercises.ts';
import { readSingle } from '../../grader/class/read-submission.ts';
import { expectationOf } from '../../grader/honest/expectation.ts';
import { ask, type Student } from '../../grader/judge/answers.ts';
import { pointsOf } from '../../grader/judge/points.ts';
import { shareOf } from '../../grader/judge/share.ts';
import { casesOf } from '../../grader/oracle/cases.ts';
import { computeOracle, type Oracle } from '../../grader/oracle/oracle.ts';
import { PUBLIC_SEED } from '../../grader/oracle/public-seed.ts';
import { argumentText } from '../../grader/sandbox/literal.ts';
import { Sandbox } from '../../grader/sandbox/sandbox.ts';
import { originOf } from '../../grader/secret/secret.ts';
import { plain } from '../../properties/entry/subject.ts';
import { mapNumbers } from '../../properties/values/tree.ts';
import type { Value } from '../../properties/values/value.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const LIMITS = { ticks: 300, memoryMiB: 32, sourceKiB: 512 };

/** What a wrong submission earns under several seeds, as shares of the exercise's points. */
export interface Earned {
  submission: string;
  least: number;
  most: number;
}

/** The oracles of an exercise under the seeds 1, 2, 3 and so on. */
export async function oraclesOf(located: LocatedExercise, seeds: number): Promise<Oracle[]> {
  const oracles: Oracle[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) oracles.push(await computeOracle(located, seed, null));
  return oracles;
}

/** The points of the wrong submissions in grader/honest, which depend on the seed. */
export async function earnedBy(located: LocatedExercise, oracles: readonly Oracle[]): Promise<Earned[]> {
  const folder = `grader/honest/${located.path}`;
  const all: Earned[] = [];
  const names = existsSync(join(PROJECT, folder)) ? readdirSync(join(PROJECT, folder)) : [];
  for (const name of names.filter((each) => !each.startsWith('.')).sort()) {
    const { status } = expectationOf(`${folder}/${name}`);
    if (status !== 'wrong' && status !== 'error') continue;
    const { files } = await readSingle(join(PROJECT, folder, name), LIMITS);
    const points: number[] = [];
    for (const oracle of oracles) {
      // A new one for each: some submissions keep state between calls.
      const sandbox = await Sandbox.open(files, LIMITS);
      points.push(pointsFor(located, sandbox, oracle, status));
      sandbox.dispose();
    }
    all.push({ submission: `${located.path}/${name}`, least: Math.min(...points), most: Math.max(...points) });
  }
  return all;
}

/** The points of the best guess that knows the public seed's answers, and says one constant to everything else. */
export function guessed(located: LocatedExercise, oracles: readonly Oracle[]): number {
  const { name, entry } = located;
  const right = plain(entry, entry.reference);
  const { mild, extreme } = casesOf(located, originOf(PUBLIC_SEED, name));
  const table = new Map([...mild, ...extreme].map(({ args }) => [argumentText(args).text, right(args)]));
  const answers = [...table.values()];
  const constants: ((args: readonly Value[]) => Value)[] = [
    ...[0, 1, 0.5].map((x) => (args: readonly Value[]) => mapNumbers(right(args), () => x)),
    ...mostCommon(answers, 3).map((answer) => () => answer),
  ];
  return Math.max(
    ...constants.map((constant) => {
      const guess = inProcess(name, (args) => table.get(argumentText(args).text) ?? constant(args));
      return mean(oracles.map((oracle) => pointsFor(located, guess, oracle, 'wrong')));
    }),
  );
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

function pointsFor(located: LocatedExercise, student: Student, oracle: Oracle, status: 'wrong' | 'error'): number {
  const mild = oracle.mild.map((item) => ask(student, located.name, item));
  const share = shareOf(located, student, oracle, mild, () => false);
  return pointsOf({ status, ...share, pure: true, refusesIllegal: true }, 1, SHARES);
}

function mostCommon(values: readonly Value[], most: number): Value[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(JSON.stringify(value), (counts.get(JSON.stringify(value)) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => b - a).slice(0, most);
  return byCount.map(([text]) => JSON.parse(text) as Value);
}

function inProcess(name: string, compute: (args: readonly Value[]) => Value): Student {
  return {
    functions: new Map([[name, 'a guess']]),
    lines: new Map(),
    characters: 0,
    forget: () => undefined,
    ticks: 0,
    maxTicks: Number.POSITIVE_INFINITY,
    call: (_, args) => ({ kind: 'value', value: compute(args), changed: false }),
  };
}
