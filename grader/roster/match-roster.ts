import { type DownloadName, downloadName } from './download-name.ts';
import { nameWords, splitName } from './person-name.ts';
import { nameless, type Student } from './student.ts';

/** How the submissions of a class belong to the students of a roster. */
export interface Matched {
  /** by student id: the one submission of the student, null if there is none */
  submissions: ReadonlyMap<string, string | null>;
  /** submissions of no student of the roster */
  strays: string[];
  /** students with several submissions: only the instructor can say which one counts */
  contested: { student: Student; submissions: string[] }[];
}

/** What a submission may be named by, in this order. */
const KEYS = ['id', 'sisId', 'login', 'email'] as const;

/**
 * Finds the student of each submission: by id, SIS id, login or email (exactly, then ignoring case), otherwise by the
 * number or the name in the file name that Canvas or Moodle gave it. A name that two students share matches neither.
 */
export function matchRoster(submissions: readonly string[], roster: readonly Student[]): Matched {
  const find = finder(roster);
  const found = new Map<Student, string[]>();
  const strays: string[] = [];
  for (const submission of submissions) {
    const student = find(submission);
    if (student === null) strays.push(submission);
    else found.set(student, [...(found.get(student) ?? []), submission]);
  }
  const matched = new Map<string, string | null>();
  const contested: Matched['contested'] = [];
  for (const student of roster) {
    const own = found.get(student) ?? [];
    if (own.length > 1) contested.push({ student, submissions: own });
    else matched.set(student.id, own[0] ?? null);
  }
  return { submissions: matched, strays, contested };
}

/** What the name of a submission says of its student if there is no roster. */
export function studentOfName(submission: string): Student {
  const student = nameless(submission);
  const download = downloadName(submission);
  if (download?.platform === 'canvas') student.canvasId = download.number;
  if (download?.platform === 'moodle') {
    student.moodleId = download.number;
    student.name = download.name;
  }
  return student;
}

function finder(roster: readonly Student[]): (submission: string) => Student | null {
  const exact = indexed(roster, (student) => KEYS.map((key) => student[key]));
  const folded = indexed(roster, (student) => KEYS.map((key) => student[key]?.toLowerCase() ?? null));
  const byNumber = {
    canvas: indexed(roster, ({ canvasId, id }) => [canvasId ?? id]),
    moodle: indexed(roster, ({ moodleId }) => [moodleId]),
  };
  const byName = indexed(roster, (student) => namesOf(student));
  return (submission) => {
    const id = submission.normalize('NFC');
    const named = exact.get(id) ?? folded.get(id.toLowerCase());
    if (named !== undefined) return named;
    const download = downloadName(id);
    if (download === null) return null;
    const numbered = byNumber[download.platform].get(download.number);
    if (numbered !== undefined) return numbered;
    const called = byName.get(keyOf(download)) ?? null;
    // The same name with another number is somebody else.
    const number = download.platform === 'canvas' ? called?.canvasId : called?.moodleId;
    return number === null || number === undefined ? called : null;
  };
}

/** Only what exactly one student has; null marks what several share. */
function indexed(
  roster: readonly Student[],
  keysOf: (student: Student) => readonly (string | null)[],
): { get: (key: string) => Student | undefined } {
  const index = new Map<string, Student | null>();
  for (const student of roster) {
    for (const key of new Set(keysOf(student))) {
      if (key !== null) index.set(key, index.has(key) ? null : student);
    }
  }
  return { get: (key) => index.get(key) ?? undefined };
}

/** `canvas:lovelaceada`, and for Moodle the words in the order of the alphabet: sites differ in which name comes first. */
function keyOf({ platform, name }: DownloadName): string {
  const words = nameWords(name);
  return `${platform}:${platform === 'canvas' ? words.join('') : words.sort().join(' ')}`;
}

function namesOf(student: Student): string[] {
  const { first, last } = splitName(student);
  const names = [
    keyOf({ platform: 'canvas', name: `${last} ${first}`, number: '' }),
    keyOf({ platform: 'moodle', name: `${first} ${last}`, number: '' }),
  ];
  return nameWords(`${first} ${last}`).length === 0 ? [] : names;
}
