import type { Submission } from '../class/submission.ts';
import type { Judged } from '../process/submission-run.ts';
import { scaleOf, scalesOf } from '../record/scale.ts';
import type { StoredResults } from '../store/stored-results.ts';
import type { JudgeSettings, Judging } from './judged.ts';
import { judgeSource, sameVerdict } from './judged.ts';

/**
 * Judges each source once: a submission with an equal source gets the verdict that is under way, or that is stored. What is
 * kept in memory is a hash and an id per source, and the verdicts under way.
 */
export class Twins {
  readonly #pool: Judging;
  readonly #settings: JudgeSettings;
  readonly #results: StoredResults | null;
  readonly #scales: ReadonlySet<string>;
  readonly #underWay = new Map<string, Promise<Judged>>();
  readonly #stored = new Map<string, string>();

  /** @param results stored verdicts of the same assignment, or null if none may be reused */
  constructor(pool: Judging, settings: JudgeSettings, results: StoredResults | null) {
    this.#pool = pool;
    this.#settings = settings;
    this.#results = results;
    this.#scales = scalesOf(settings.assignment);
    for (const [id, { sourceHash, oracleHash, status, scale }] of results?.records ?? []) {
      const isOurs = oracleHash === settings.oracleHash && this.#scales.has(scale);
      if (status === 'graded' && sourceHash !== null && isOurs) this.#stored.set(sourceHash, id);
    }
  }

  async judge(submission: Submission): Promise<Judged> {
    const { sourceHash } = submission;
    if (sourceHash === null) return this.#judge(submission);
    const underWay = this.#underWay.get(sourceHash);
    if (underWay) {
      const judged = await underWay;
      return judged.kind === 'fault' ? this.#judge(submission) : judged;
    }
    const judging = this.#storedOrNew(submission, sourceHash);
    this.#underWay.set(sourceHash, judging);
    return judging;
  }

  /** Called once a record is on the disk. */
  onStored({ id, sourceHash }: Submission, status: string): void {
    if (sourceHash === null) return;
    if (status === 'graded') this.#stored.set(sourceHash, id);
    this.#underWay.delete(sourceHash);
  }

  async #storedOrNew(submission: Submission, sourceHash: string): Promise<Judged> {
    const id = this.#stored.get(sourceHash);
    const twin = id === undefined ? null : await this.#results?.record(id);
    const stored =
      twin?.sourceHash === sourceHash &&
      twin.oracleHash === this.#settings.oracleHash &&
      this.#scales.has(scaleOf(twin))
        ? sameVerdict(twin, submission)
        : null;
    return stored ?? this.#judge(submission);
  }

  #judge(submission: Submission): Promise<Judged> {
    return judgeSource(this.#pool, submission, this.#settings.assignment.exercises);
  }
}
