import type { ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { mostPoints } from '../record/scale.ts';
import { jsonText } from '../text/json-text.ts';
import type { FolderHeader } from './header.ts';

/** Points are kept to six places. */
const ROUNDING = 1e-6;

/** Whether a line is a record of this folder, and if not, why. */
export type ParsedLine = { record: SubmissionRecord; fault: null } | { record: null; fault: string };

const STATUSES: ReadonlySet<unknown> = new Set([
  'graded',
  'invalid',
  'infra_error',
] satisfies SubmissionRecord['status'][]);

/** One line of results.jsonl, without its end of line. */
export function recordLine(record: SubmissionRecord): string {
  return jsonText(record);
}

/** Reads a line back. Only what the grader relies on is checked; reports trust the rest, which the grader wrote. */
export function parseRecordLine(
  line: string,
  header: Pick<FolderHeader, 'assignment' | 'seed' | 'keyHash'>,
): ParsedLine {
  let json: Partial<SubmissionRecord> | null;
  try {
    json = JSON.parse(line);
  } catch {
    return { record: null, fault: 'is not JSON' };
  }
  const fault = faultOf(json, header);
  return fault === null ? { record: withDefaults(json as SubmissionRecord), fault } : { record: null, fault };
}

/** The record in a line of ours, which was checked when its file was opened. */
export function parsedRecord(line: string): SubmissionRecord {
  return withDefaults(JSON.parse(line) as SubmissionRecord);
}

/** Records of before notes, lateness, excuses and decisions about the whole were kept have none. */
function withDefaults(record: SubmissionRecord): SubmissionRecord {
  const exercises = record.exercises.map((exercise) =>
    Array.isArray(exercise.notes) ? exercise : { ...exercise, notes: [] },
  );
  return {
    ...record,
    exercises,
    late: record.late ?? null,
    excused: record.excused === true,
    decision: record.decision ?? null,
  };
}

function faultOf(
  json: Partial<SubmissionRecord> | null,
  header: Pick<FolderHeader, 'assignment' | 'seed' | 'keyHash'>,
): string | null {
  if (typeof json !== 'object' || json === null || json.schema !== 'backproof/record/1')
    return 'is not a backproof record';
  if (typeof json.submission !== 'string') return 'names no submission';
  if (!STATUSES.has(json.status)) return 'has no status that we know';
  if (typeof json.sourceHash !== 'string' && json.sourceHash !== null) return 'has no source hash';
  if (typeof json.oracleHash !== 'string') return 'has no oracle hash';
  if (typeof json.points !== 'number' && json.points !== null) return 'has no points';
  if (!Array.isArray(json.exercises)) return 'has no exercises';
  if (!Array.isArray(json.similarTo)) return 'has no list similarTo';
  const exercise = json.exercises.map(exerciseFault).find((found) => found !== null);
  if (exercise !== undefined) return exercise;
  if (!isWithin(json.points, mostOf(json.exercises, json.maxPoints)))
    return `has ${json.points} points of ${String(json.maxPoints)}`;
  if (json.assignment !== header.assignment) return `is of another assignment (${String(json.assignment)})`;
  if (json.seed !== header.seed) return `is of another seed (${String(json.seed)})`;
  // A record from before there were keys has none.
  if ((json.keyHash ?? null) !== header.keyHash) return 'is of another key';
  return null;
}

/** With every bonus on top. */
function mostOf(exercises: ExerciseRecord[], maxPoints: unknown): number | null {
  return typeof maxPoints === 'number' ? mostPoints({ exercises, maxPoints }) : null;
}

/** Points are null if the grader failed. */
function isWithin(points: unknown, maxPoints: unknown): boolean {
  return (
    points === null || (typeof maxPoints === 'number' && typeof points === 'number' && points <= maxPoints + ROUNDING)
  );
}

/** What reports and decisions read of an exercise must be there: a record may have been edited by hand. */
function exerciseFault(exercise: Partial<ExerciseRecord> | null): string | null {
  if (typeof exercise !== 'object' || exercise === null) return 'has an exercise that is not a record';
  const { name, status, points, maxPoints, checks } = exercise;
  if (typeof name !== 'string' || typeof status !== 'string' || !Array.isArray(checks))
    return 'has an exercise without name, status or checks';
  return typeof points === 'number' && isWithin(points, maxPoints)
    ? null
    : `has ${String(points)} points of ${String(maxPoints)} for ${name}`;
}
