import type { SubmissionRecord } from './record.ts';
import { mostPoints, scaleFactor } from './scale.ts';

/**
 * The record with the points that follow from the rest of it: those of its exercises, scaled to the possible points,
 * less what lateness takes off; or what an instructor decided about the whole, as far as it is possible, from which
 * nothing is taken off.
 */
export function settled(record: SubmissionRecord): SubmissionRecord {
  const { status, exercises, late } = record;
  const isJudged = status !== 'infra_error';
  const earned = exercises.reduce((sum, { points }) => sum + points, 0) * scaleFactor(record);
  const taken = isJudged && late !== null ? rounded(earned * late.share) : 0;
  const own = isJudged ? rounded(earned - taken) : null;
  const decision =
    record.decision === null
      ? null
      : { ...record.decision, points: Math.min(record.decision.points, mostPoints(record)), verdictPoints: own ?? 0 };
  return {
    ...record,
    points: decision?.points ?? own,
    late: late === null ? null : { ...late, points: decision === null ? taken : 0 },
    decision,
  };
}

/** Points without the last digits of a sum. */
export function rounded(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
