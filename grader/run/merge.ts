import { hasDecisions, withDecisionsOf } from '../record/decision.ts';
import type { SubmissionRecord } from '../record/record.ts';
import { recordLine } from '../store/record-line.ts';
import type { Store } from '../store/store.ts';
import { type Fingerprints, keepFingerprints } from './fingerprints.ts';
import { noteSimilar } from './note-similar.ts';
import type { GradedShard } from './open-shards.ts';

export interface MergeSummary {
  total: number;
  /** ids with a new source, so that decisions in an earlier merge lapsed */
  lapsed: string[];
  /** ids without a submission in the class folder, or of an earlier merge alone */
  absent: string[];
}

/**
 * Puts the records of all shards of a class into one folder, as one run would have written them. A folder that was merged into
 * before keeps what was decided there about the same source.
 */
export async function mergeShards(store: Store, shards: readonly GradedShard[]): Promise<MergeSummary> {
  const fingerprints: Fingerprints = new Map(shards.flatMap(({ kept }) => [...kept.fingerprints]));
  const places = new Map<string, GradedShard>();
  for (const shard of shards) for (const id of shard.results.records.keys()) places.set(id, shard);
  const ids = [...new Set([...places.keys(), ...store.records.keys()])].sort();
  const lapsed: string[] = [];
  async function* merged(): AsyncGenerator<string> {
    for (const id of ids) {
      const known = await store.record(id);
      const graded = (await places.get(id)?.results.record(id)) ?? null;
      const record = kept(known, graded);
      if (record === null) continue;
      if (known !== null && hasDecisions(known) && !hasDecisions(record)) lapsed.push(id);
      yield recordLine(record);
    }
  }
  await store.replaceAll(merged());
  await noteSimilar(store, fingerprints);
  const classHash = shards[0]?.kept.classHash ?? '';
  await keepFingerprints(store.folder, { classHash, fingerprints });
  return { total: ids.length, lapsed, absent: ids.filter((id) => !fingerprints.has(id)) };
}

/** As a run does it: a fault of the grader does not take away a verdict that somebody decided about. */
function kept(known: SubmissionRecord | null, graded: SubmissionRecord | null): SubmissionRecord | null {
  if (graded === null) return known;
  if (known !== null && graded.status === 'infra_error' && hasDecisions(known)) return known;
  // What was decided in the shard itself is the newer word.
  return hasDecisions(graded) ? graded : withDecisionsOf(known, graded);
}
