import { exerciseSummaries } from '../../exercises/exercises.ts';
import type { Assignment } from '../../grader/assignment/assignment.ts';
import { readAssignment } from '../../grader/assignment/read-assignment.ts';
import { readSingle } from '../../grader/class/read-submission.ts';
import type { SourceFile } from '../../grader/class/submission.ts';
import { oracleHash } from '../../grader/oracle/oracle-hash.ts';
import { PUBLIC_SEED } from '../../grader/oracle/public-seed.ts';
import type { SubmissionRecord } from '../../grader/record/record.ts';
import { type JudgeSettings, judgeSource, recordOf } from '../../grader/run/judged.ts';
import { oraclesOf, sharedPool } from '../../grader/run/judging-pool.ts';
import type { HandIn } from './submissions.ts';

/** A hand-in as `backproof check --json` reads and judges it. */
export interface JudgedHandIn {
  files: readonly SourceFile[];
  assignment: Assignment;
  record: SubmissionRecord;
}

/** Judges as `check` does, in processes that serve one submission after the other. */
export class CommandLine {
  readonly #bench = new Map<string, Promise<{ settings: JudgeSettings; pool: ReturnType<typeof sharedPool> }>>();
  #oracles: ReturnType<typeof oraclesOf> | undefined;

  async judge({ path, assignment: name }: HandIn): Promise<JudgedHandIn> {
    const opened = this.#bench.get(name) ?? this.#open(name);
    this.#bench.set(name, opened);
    const { settings, pool } = await opened;
    const { assignment } = settings;
    const submission = await readSingle(path, assignment.limits);
    const judged = await judgeSource(pool, submission, assignment.exercises);
    return { files: submission.files, assignment, record: recordOf(submission, judged, settings).record };
  }

  async close(): Promise<void> {
    for (const opened of this.#bench.values()) (await opened).pool.close();
  }

  async #open(name: string) {
    const known = (await exerciseSummaries()).map((exercise) => ({ ...exercise, bundled: true }));
    const assignment = await readAssignment(name, known);
    const settings: JudgeSettings = {
      secret: PUBLIC_SEED,
      perSource: false,
      assignment,
      oracleHash: oracleHash(),
      backend: 'wasm',
    };
    this.#oracles ??= oraclesOf(settings);
    return { settings, pool: sharedPool(settings, 1, this.#oracles) };
  }
}
