import type { SourceFile } from '../../grader/class/submission.ts';
import type { ExerciseRecord } from '../../grader/record/record.ts';
import { inventedCounterexample, inventedExercise, inventedRecord } from '../../grader/report/invented-records.ts';
import type { Checked } from '../engine/engine.ts';
import { fileOfExercise } from './exercises.ts';
import type { Judge } from './judge.ts';

/**
 * A judge for tests of the page: what it says follows from words in the code. `WRONG` is a wrong function, `UNSTABLE` an
 * unstable one, `LOOP` never ends, `SYNTAX` cannot be loaded, `CRASH` is a fault of the judge itself.
 */
export class FakeJudge implements Judge {
  #end = (): void => undefined;

  warm(): Promise<void> {
    return Promise.resolve();
  }

  check(files: readonly SourceFile[], exercises: readonly { name: string; points: number }[]): Promise<Checked | null> {
    this.#end();
    const all = files.map(({ code }) => code).join('\n');
    if (all.includes('CRASH')) return Promise.reject(new Error('the judge did not start'));
    if (all.includes('LOOP'))
      return new Promise((resolve) => {
        this.#end = () => resolve(null);
      });
    return Promise.resolve(checkedOf(files, exercises));
  }

  close(): void {
    this.#end();
  }
}

function checkedOf(files: readonly SourceFile[], exercises: readonly { name: string; points: number }[]): Checked {
  const broken = files.find(({ code }) => code.includes('SYNTAX'));
  if (broken !== undefined) {
    const message = `${broken.path}:2: Unexpected token`;
    return { ...NOTHING, record: inventedRecord({ status: 'invalid', points: 0, exercises: [], message }) };
  }
  const judged = exercises.map(({ name, points }) => verdictOn(name, points, files));
  return {
    ...NOTHING,
    record: inventedRecord({ exercises: judged }),
    heard: files.some(({ code }) => code.includes('console.log'))
      ? [{ exercise: exercises[0]?.name ?? null, args: [1], lines: ['<b>printed</b>', 'twice'], more: 3 }]
      : [],
  };
}

const NOTHING = { drawings: [], misspelt: [], heard: [] } as const;

function verdictOn(name: string, points: number, files: readonly SourceFile[]): ExerciseRecord {
  const path = fileOfExercise(name, files);
  const code = files.find((file) => file.path === path)?.code ?? '';
  const some = { name, maxPoints: points, points: 0, agreement: 0, line: `${path}:1` };
  if (path === null) return inventedExercise({ ...some, status: 'missing', line: null });
  const stub = `${name} is not written yet`;
  if (code.includes(stub)) {
    const counterexample = inventedCounterexample({ got: `an error: Error: ${stub}`, error: null });
    return inventedExercise({ ...some, status: 'error', message: `throws: Error: ${stub}`, counterexample });
  }
  if (code.includes('UNSTABLE'))
    return inventedExercise({ ...some, points: points / 2, status: 'unstable', message: 'NaN' });
  if (!code.includes('WRONG')) return inventedExercise({ name, maxPoints: points, points, line: `${path}:1` });
  return inventedExercise({
    ...some,
    status: 'wrong',
    message: 'each column sums to 1: got <img src=x onerror=alert(1)>, expected 0.25',
    misconception: 'softmax/over-batch',
    hint: 'Which entries must sum to 1?',
    notes: ['an option is not read'],
    counterexample: inventedCounterexample({ got: 0.5 }),
    followThrough: { calls: ['relu'], status: 'correct', points },
  });
}
