import { nameList } from '../text/name-list.ts';

/** From this share on, on both sides, the same people are likely called by two things. */
const MUCH_UNMATCHED = 1 / 4;
const FEWEST = 3;

/** What a roster and a class have that the other one lacks. */
export interface Unmatched {
  submissions: readonly string[];
  students: readonly string[];
  /** how many there are in all */
  of: { submissions: number; students: number };
}

/** Submissions without a student and students without a submission, a line each; one for both if they may be the same people. */
export function matchLines({ submissions, students, of }: Unmatched): { submissions: string[]; students: string[] } {
  const isMuch = (missing: number, all: number): boolean => missing >= Math.max(FEWEST, all * MUCH_UNMATCHED);
  if (isMuch(submissions.length, of.submissions) && isMuch(students.length, of.students)) {
    const strays = `${submissions.length} of ${of.submissions} submissions have no student in the roster (${nameList(submissions)})`;
    const absent = `${students.length} of its ${of.students} students no submission (${nameList(students)})`;
    const cure =
      "take the platform's own gradebook as --roster, or give it a column with what the submissions are called";
    return { submissions: [`${strays}, and ${absent}: if they are the same people, ${cure}`], students: [] };
  }
  return {
    submissions: lineOf('submissions of no student of the roster', submissions, of.submissions),
    students: lineOf('students without a submission', students, of.students),
  };
}

function lineOf(what: string, names: readonly string[], of: number): string[] {
  return names.length === 0 ? [] : [`${what} (${names.length} of ${of}): ${nameList(names)}`];
}
