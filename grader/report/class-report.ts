import type { SubmissionRecord } from '../record/record.ts';
import { asPeopleCount, type Records, type StoredRecords, someOf } from '../record/records.ts';
import { matchRoster, type People, studentsOf } from '../roster/match-roster.ts';
import type { KnownStudent, Student } from '../roster/student.ts';
import { summarize } from './summary.ts';

/** A student and what the student handed in, null if that is nothing. */
export interface Entry {
  readonly student: Student;
  /** the id of the submission */
  readonly submission: string | null;
  /** read from the results each time that it is asked for: together they do not fit into memory */
  readonly record: SubmissionRecord | null;
}

/** The assignment that the records of a class are for. */
export interface Graded {
  /** the assignment's own name, as on the command line */
  assignment: string;
  /** what the assignment is called in the gradebook */
  title: string;
  /** the names of the exercises, in the order of the assignment */
  exercises: readonly string[];
  /** the deadline in UTC */
  due?: string | null;
  /** of the assignment; absent if it is not known, and then the records tell */
  maxPoints?: number;
}

/** A class, ready for any format. */
export interface ClassReport extends Graded {
  maxPoints: number;
  /** the ids behind the pseudonyms, if that is what ids are: then nothing may lead to the students */
  originals?: ReadonlyMap<string, string>;
  /** every record, also those without a student */
  records: Records;
  /** the students of the roster in its order; without one, a student for each record */
  entries: readonly Entry[];
  hasRoster: boolean;
  /** records that belong to no student of the roster, or to one who has several */
  strays: Records;
  /** students with several submissions, who are in no entry */
  contested: readonly { student: Student; submissions: readonly string[] }[];
  /** submissions with a name that several students of the roster have */
  ambiguous: readonly string[];
}

/** Whether a student is to have no grade: the record says so, or the roster of one who handed nothing in. */
export function isExcused({ student, record }: Pick<Entry, 'student' | 'record'>): boolean {
  return record?.excused ?? student.excused !== null;
}

/**
 * Joins the records of a class with its roster, if there is one.
 *
 * @param people who handed each submission in, as far as the platform says it
 * @param isPartial whether who is not in the roster is a student as well, as without a roster
 */
export function classReport(
  graded: Graded,
  all: Records,
  roster: readonly Student[] | null,
  people: People = new Map(),
  isPartial = false,
): ClassReport {
  const records = asPeopleCount(all);
  const common = {
    ...graded,
    maxPoints: graded.maxPoints ?? summarize(records).maxPoints,
    records,
    hasRoster: roster !== null,
  };
  const ownEntries = (id: string): Entry[] =>
    studentsOf(id, people.get(id) ?? []).map((student) => new StudentEntry(student, id, records));
  if (roster === null)
    return { ...common, entries: records.ids.flatMap(ownEntries), strays: [], contested: [], ambiguous: [] };
  const { submissions, contested, ambiguous, strays: unknown } = matchRoster(records.ids, roster, people);
  const shared = sharedBySeveral([...submissions.values()]);
  const entries = roster
    .filter(({ id }) => submissions.has(id))
    .map((student) => {
      const submission = submissions.get(student.id) ?? null;
      const known = shared.has(submission) ? student : withKnown(student, submission, people);
      return new StudentEntry(known, submission, records);
    });
  const taken = new Set(entries.map(({ submission }) => submission));
  const others = isPartial ? unknown : [];
  for (const id of others) taken.add(id);
  const isStray = (id: string): boolean => !taken.has(id);
  const strays = someOf(records, records.ids.filter(isStray).length, isStray);
  return { ...common, entries: [...entries, ...others.flatMap(ownEntries)], strays, contested, ambiguous };
}

class StudentEntry implements Entry {
  readonly student: Student;
  readonly submission: string | null;
  readonly #records: StoredRecords;

  constructor(student: Student, submission: string | null, records: StoredRecords) {
    this.student = student;
    this.submission = submission;
    this.#records = records;
  }

  get record(): SubmissionRecord | null {
    return this.submission === null ? null : this.#records.recordOf(this.submission);
  }
}

/** What several students have handed in together: what is known of one of them is not known of the others. */
function sharedBySeveral(submissions: readonly (string | null)[]): ReadonlySet<string | null> {
  const seen = new Set<string | null>();
  return new Set(submissions.filter((submission) => seen.size === seen.add(submission).size));
}

/** What the platform says of a student beyond the roster; of a group, who is who is not known. */
function withKnown(student: Student, submission: string | null, people: People): Student {
  if (submission === null) return student;
  const [known, ...others] = studentsOf(submission, people.get(submission) ?? []);
  if (known === undefined || others.length > 0) return student;
  const missing = Object.entries(known).filter(([key]) => student[key as keyof KnownStudent] === null);
  return { ...student, ...Object.fromEntries(missing) };
}
