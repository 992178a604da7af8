import type { SubmissionRecord } from '../record.ts';
import type { FolderHeader } from './header.ts';

/** Whether a line is a record of this folder, and if not, why. */
export type ParsedLine = { record: SubmissionRecord; fault: null } | { record: null; fault: string };

const STATUSES: ReadonlySet<unknown> = new Set([
  'graded',
  'invalid',
  'infra_error',
] satisfies SubmissionRecord['status'][]);

/** One line of results.jsonl, without its end of line. */
export function recordLine(record: SubmissionRecord): string {
  return JSON.stringify(record);
}

/** Reads a line back. Only what the grader relies on is checked; reports trust the rest, which we wrote. */
export function parseRecordLine(line: string, header: Pick<FolderHeader, 'assignment' | 'seed'>): ParsedLine {
  let json: Partial<SubmissionRecord> | null;
  try {
    json = JSON.parse(line);
  } catch {
    return { record: null, fault: 'is not JSON' };
  }
  const fault = faultOf(json, header);
  return fault === null ? { record: json as SubmissionRecord, fault } : { record: null, fault };
}

function faultOf(
  json: Partial<SubmissionRecord> | null,
  header: Pick<FolderHeader, 'assignment' | 'seed'>,
): string | null {
  if (typeof json !== 'object' || json === null || json.schema !== 'backproof/record/1')
    return 'is not a backproof record';
  if (typeof json.submission !== 'string') return 'names no submission';
  if (!STATUSES.has(json.status)) return 'has no status that we know';
  if (typeof json.sourceHash !== 'string' && json.sourceHash !== null) return 'has no source hash';
  if (typeof json.oracleHash !== 'string') return 'has no oracle hash';
  if (typeof json.points !== 'number' && json.points !== null) return 'has no points';
  if (!Array.isArray(json.exercises)) return 'has no exercises';
  if (json.assignment !== header.assignment) return `is of another assignment (${String(json.assignment)})`;
  if (json.seed !== header.seed) return `is of another seed (${String(json.seed)})`;
  return null;
}
