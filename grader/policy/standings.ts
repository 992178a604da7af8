import type { Policy } from '../assignment/policy.ts';
import type { HandedIn } from '../class/submission.ts';
import type { SubmissionRecord } from '../record/record.ts';
import { settled } from '../record/settled.ts';
import { matchRoster, type People } from '../roster/match-roster.ts';
import type { Student } from '../roster/student.ts';
import { type Lateness, latenessOf } from './lateness.ts';

/** What a record says of a submission beside its verdicts. */
export interface Standing {
  late: Lateness | null;
  excused: boolean;
}

/** What is known of a class. */
interface Known {
  /** what the platform noted, by submission */
  handedIn?: ReadonlyMap<string, HandedIn>;
  /** who handed each submission in, as far as the platform says it */
  people?: People;
  roster: readonly Student[] | null;
}

/** Who in a class is late or excused. What the roster says counts before what the platform noted. */
export class Standings {
  readonly #policy: Policy;
  readonly #handedIn: ReadonlyMap<string, HandedIn>;
  readonly #students: ReadonlyMap<string, Student>;

  constructor(
    policy: Policy,
    submissions: readonly string[],
    { handedIn = new Map(), people = new Map(), roster }: Known,
  ) {
    this.#policy = policy;
    this.#handedIn = handedIn;
    this.#students = roster === null ? new Map() : studentsOf(submissions, roster, people);
  }

  of(submission: string): Standing {
    const student = this.#students.get(submission);
    const said = student?.submitted == null ? {} : { submittedAt: student.submitted };
    const late = latenessOf({ ...this.#handedIn.get(submission), ...said }, this.#policy);
    return { late, excused: student?.excused != null };
  }
}

/** The record of a submission with this standing. */
export function withStanding(record: SubmissionRecord, { late, excused }: Standing): SubmissionRecord {
  return settled({ ...record, late: late === null ? null : { ...late, points: 0 }, excused });
}

/** Whether two records of a submission say the same of it beside its verdicts. */
export function isSameStanding(a: SubmissionRecord, b: SubmissionRecord): boolean {
  return a.excused === b.excused && a.points === b.points && JSON.stringify(a.late) === JSON.stringify(b.late);
}

/** The student of each submission; one who has several is the student of each. */
function studentsOf(submissions: readonly string[], roster: readonly Student[], people: People): Map<string, Student> {
  const { submissions: found, contested } = matchRoster(submissions, roster, people);
  const students = new Map<string, Student>();
  for (const student of roster) {
    const own = found.get(student.id);
    if (own != null) students.set(own, student);
  }
  for (const { student, submissions: several } of contested) for (const each of several) students.set(each, student);
  return students;
}
