import type { SubmissionRecord } from '../record/record.ts';
import { matchRoster, studentOfName } from '../roster/match-roster.ts';
import type { Student } from '../roster/student.ts';
import { latestMaxPoints } from './summary.ts';

/** A student and what the student handed in, null if that is nothing. */
export interface Entry {
  student: Student;
  record: SubmissionRecord | null;
}

/** The assignment that the records of a class are for. */
export interface Graded {
  /** the assignment's own name, as on the command line */
  assignment: string;
  /** what the assignment is called in the gradebook */
  title: string;
  /** the names of the exercises, in the order of the assignment */
  exercises: readonly string[];
  /** of the assignment; absent if it is not known, and then the records tell */
  maxPoints?: number;
}

/** A class, ready for any format. */
export interface ClassReport extends Graded {
  maxPoints: number;
  /** every record, also those without a student */
  records: readonly SubmissionRecord[];
  /** the students of the roster in its order; without one, a student for each record */
  entries: readonly Entry[];
  hasRoster: boolean;
  /** records that belong to no student of the roster, or to one who has several */
  strays: readonly SubmissionRecord[];
  /** students with several submissions, who are in no entry */
  contested: readonly { student: Student; submissions: readonly string[] }[];
}

/** Joins the records of a class with its roster, if there is one. */
export function classReport(
  graded: Graded,
  records: readonly SubmissionRecord[],
  roster: readonly Student[] | null,
): ClassReport {
  const common = {
    ...graded,
    maxPoints: graded.maxPoints ?? latestMaxPoints(records),
    records,
    hasRoster: roster !== null,
  };
  if (roster === null) {
    const entries = records.map((record) => ({ student: studentOfName(record.submission), record }));
    return { ...common, entries, strays: [], contested: [] };
  }
  const byId = new Map(records.map((record) => [record.submission, record]));
  const { submissions, contested } = matchRoster([...byId.keys()], roster);
  const entries = roster
    .filter(({ id }) => submissions.has(id))
    .map((student) => {
      const submission = submissions.get(student.id) ?? null;
      const record = submission === null ? null : (byId.get(submission) ?? null);
      return { student: withDownloadNumbers(student, submission), record };
    });
  const taken = new Set(entries.map(({ record }) => record));
  return { ...common, entries, strays: records.filter((record) => !taken.has(record)), contested };
}

/** The platform's number of a student for whom the roster has none, from the name of the downloaded file. */
function withDownloadNumbers(student: Student, submission: string | null): Student {
  if (submission === null) return student;
  const { canvasId, moodleId } = studentOfName(submission);
  return { ...student, canvasId: student.canvasId ?? canvasId, moodleId: student.moodleId ?? moodleId };
}
