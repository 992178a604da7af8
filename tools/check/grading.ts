import { exercisePaths, type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import type { Student } from '../../grader/judge/answers.ts';
import { judgeExercise } from '../../grader/judge/judge.ts';
import { computeOracle, type Oracle } from '../../grader/oracle/oracle.ts';
import type { ExerciseRecord } from '../../grader/record/record.ts';
import { nameOf } from '../../properties/entry/entries.ts';
import { readingsOf } from '../../properties/entry/forms.ts';
import { plain } from '../../properties/entry/subject.ts';
import type { Internal } from '../../properties/parameters/codec.ts';
import type { Value } from '../../properties/values/value.ts';
import type { Fault } from './fault.ts';

const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const SEED = 1;

/**
 * Of each exercise, or of those of the given names, the stub scores zero, the reference scores full, and each
 * misconception, in every reading, is caught under its own name.
 */
export async function checkGrading(names: ReadonlySet<string> = everyExercise()): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const located of await loadExercises(names)) {
    const oracle = await computeOracle(located, SEED, null);
    const found = (message: string): number => faults.push({ path: `exercises/${located.path}`, message });
    const stub = await verdict(located, oracle, () => {
      throw new Error('not written yet');
    });
    if (stub.points !== 0) found(`the stub earns ${stub.points} points, not 0`);
    const right = await verdict(
      located,
      oracle,
      plain(located.entry, located.entry.reference as (...args: Internal[]) => unknown),
    );
    if (right.status !== 'correct' || right.points !== 1) {
      found(`the reference is '${right.status}' with ${right.points} of 1 points: ${right.message}`);
    }
    for (const wrong of located.entry.misconceptions) {
      const { id, stateful = false } = wrong;
      // A form keeps nothing between calls, so it is not this error.
      if (stateful) continue;
      for (const [index, { form, verdict: wanted }] of readingsOf(located.entry, wrong).entries()) {
        const { status, misconception } = await verdict(located, oracle, form);
        if (status === wanted && misconception === id) continue;
        found(
          `${id}, reading ${index + 1}, is '${status}' and named ${misconception}, not '${wanted}' by its own name`,
        );
      }
    }
  }
  return faults;
}

function everyExercise(): ReadonlySet<string> {
  return new Set(exercisePaths().map(nameOf));
}

async function verdict(
  located: LocatedExercise,
  oracle: Oracle,
  compute: (args: readonly Value[]) => Value,
): Promise<ExerciseRecord> {
  const { record } = await judgeExercise(located, inProcess(located.name, compute), oracle, 1, SHARES);
  return record;
}

/** One of our functions in place of a student's. */
function inProcess(name: string, compute: (args: readonly Value[]) => Value): Student {
  return {
    functions: new Map([[name, 'ours']]),
    lines: new Map(),
    characters: 0,
    ticks: 0,
    maxTicks: Infinity,
    forget: () => undefined,
    call: (_, args) => {
      const given = structuredClone(args);
      const changed = (): boolean => JSON.stringify(given) !== JSON.stringify(args);
      try {
        return { kind: 'value', value: compute(given), changed: changed() };
      } catch (error) {
        return { kind: 'threw', message: String(error), line: null, changed: changed() };
      }
    },
  };
}
