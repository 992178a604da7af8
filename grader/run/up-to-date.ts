import type { Submission } from '../class/submission.ts';
import type { SubmissionRecord } from '../record/record.ts';

/** What a stored record says of its submission, oracles and points. */
type Known = Pick<SubmissionRecord, 'status' | 'oracleHash' | 'sourceHash' | 'message'> & { scale: string };

/**
 * Whether a submission needs no judging, since its record is of the same source and oracles.
 *
 * @param scales those of the assignment: a record that was not in the class when it was regraded under other points has the old ones
 */
export function isUpToDate(
  known: Known | undefined,
  { sourceHash, problem }: Submission,
  oracleHash: string,
  scales: ReadonlySet<string>,
): boolean {
  if (!known || known.status === 'infra_error' || known.oracleHash !== oracleHash) return false;
  if (!scales.has(known.scale)) return false;
  return problem === null ? known.sourceHash === sourceHash : known.message === problem;
}
