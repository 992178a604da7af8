import { type DownloadName, downloadName } from './download-name.ts';
import { nameWords, splitName } from './person-name.ts';
import { type KnownStudent, nameless, type Student } from './student.ts';

/** Who handed each submission in, by its id, as far as the platform says it. */
export type People = ReadonlyMap<string, readonly KnownStudent[]>;

/** How the submissions of a class belong to the students of a roster. */
export interface Matched {
  /** by student id: the one submission of the student, null if there is none */
  submissions: ReadonlyMap<string, string | null>;
  /** submissions of no student of the roster */
  strays: string[];
  /** students with several submissions: only the instructor can say which one counts */
  contested: { student: Student; submissions: string[] }[];
  /** strays with a name that several students of the roster have */
  ambiguous: string[];
}

/** What a submission may be named by, in this order. */
const KEYS = ['id', 'sisId', 'login', 'email'] as const;

/**
 * Finds the students of each submission (several for a group): by id, SIS id, login or email (exactly, then ignoring case), otherwise
 * by what the platform says of who handed it in: the same, its own number of the student, or the name. A name that two students share
 * matches neither.
 */
export function matchRoster(
  submissions: readonly string[],
  roster: readonly Student[],
  people: People = new Map(),
): Matched {
  const find = finder(roster);
  const found = new Map<Student, string[]>();
  const strays: string[] = [];
  const ambiguous: string[] = [];
  for (const submission of submissions) {
    const { students, isShared } = find(submission, people.get(submission) ?? []);
    if (students.length === 0) strays.push(submission);
    if (students.length === 0 && isShared) ambiguous.push(submission);
    for (const student of students) found.set(student, [...(found.get(student) ?? []), submission]);
  }
  const matched = new Map<string, string | null>();
  const contested: Matched['contested'] = [];
  for (const student of roster) {
    const own = found.get(student) ?? [];
    if (own.length > 1) contested.push({ student, submissions: own });
    else matched.set(student.id, own[0] ?? null);
  }
  return { submissions: matched, strays, contested, ambiguous };
}

/** The students of a submission if there is no roster: one, or the members of a group. */
export function studentsOf(submission: string, known: readonly KnownStudent[]): Student[] {
  const [only, ...others] = known;
  if (only === undefined) return [studentOfName(submission)];
  if (others.length === 0) return [{ ...nameless(submission), ...only }];
  return known.map((person, i) => {
    const id = person.email ?? person.sisId ?? person.login ?? person.name ?? `${submission} ${i + 1}`;
    return { ...nameless(id), ...person };
  });
}

/** What the name of a submission says of its student if nothing else is known. */
function studentOfName(submission: string): Student {
  const student = nameless(submission);
  const download = downloadName(submission);
  if (download?.platform === 'canvas') student.canvasId = download.number;
  if (download?.platform === 'moodle') {
    student.moodleId = download.number;
    student.name = download.name;
  }
  return student;
}

interface Found {
  students: Student[];
  /** a name was found, but several students have it */
  isShared: boolean;
}

function finder(roster: readonly Student[]): (submission: string, known: readonly KnownStudent[]) => Found {
  const exact = indexed(roster, (student) => KEYS.map((key) => student[key]));
  const folded = indexed(roster, (student) => KEYS.map((key) => student[key]?.toLowerCase() ?? null));
  const byNumber = {
    canvas: indexed(roster, ({ canvasId, id }) => [canvasId ?? id]),
    moodle: indexed(roster, ({ moodleId }) => [moodleId]),
  };
  const byName = indexed(roster, (student) => namesOf(student));
  const byGroup = sections(roster);
  const named = (id: string): Student | undefined => exact.get(id) ?? folded.get(id.toLowerCase());
  const called = (name: DownloadName): Found => {
    const numbered = byNumber[name.platform].get(name.number);
    if (numbered !== undefined) return one(numbered);
    const key = keyOf(name);
    const student = byName.get(key) ?? null;
    const number = name.platform === 'canvas' ? student?.canvasId : student?.moodleId;
    // The same name with another number is somebody else.
    const isOther = name.number !== '' && number !== null && number !== undefined;
    return { students: student === null || isOther ? [] : [student], isShared: byName.isShared(key) };
  };
  const personOf = (person: KnownStudent, submission: string): Found => {
    const by = [person.email, person.sisId, person.login].map((id) => (id === undefined ? undefined : named(id)));
    const student = by.find((each) => each !== undefined);
    if (student !== undefined) return one(student);
    const names = knownNames(person, submission).map(called);
    return names.find(({ students }) => students.length > 0) ?? names.find(({ isShared }) => isShared) ?? NONE;
  };
  // A group's number is not that of a student, although one may have the same.
  const membersOf = ([person, ...others]: readonly KnownStudent[]): Student[] => {
    const name = others.length > 0 ? undefined : person?.name;
    if (name === undefined || byName.get(keyOf({ platform: 'moodle', name, number: '' })) !== undefined) return [];
    return byGroup.get(nameWords(name.replace(NOT_IN_FILES, '')).join('')) ?? [];
  };
  return (submission, known) => {
    const id = submission.normalize('NFC');
    const direct = named(id);
    if (direct !== undefined) return one(direct);
    if (known.length === 0) {
      const download = downloadName(id);
      return download === null ? NONE : called(download);
    }
    const ofCanvas = byGroup.get(canvasName(id, known) ?? '') ?? [];
    const ofName = membersOf(known);
    if (ofName.length > 0) return { students: ofName, isShared: false };
    const found = known.map((person) => personOf(person, id));
    const students = new Set([...found.flatMap((each) => each.students), ...ofCanvas]);
    return { students: [...students], isShared: found.some(({ isShared }) => isShared) };
  };
}

const NONE: Found = { students: [], isShared: false };

function one(student: Student): Found {
  return { students: [student], isShared: false };
}

/** The students of each section or group, by its name as platforms write names of groups into those of files. */
function sections(roster: readonly Student[]): Map<string, Student[]> {
  const groups = new Map<string, Student[]>();
  for (const student of roster) {
    const name = nameWords((student.section ?? '').replace(NOT_IN_FILES, '')).join('');
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), student]);
  }
  return groups;
}

/** `lovelaceada` of `lovelaceada_12345`; a group's name for a group. */
function canvasName(submission: string, [person]: readonly KnownStudent[]): string | null {
  const end = `_${person?.canvasId}`;
  if (person?.canvasId === undefined || !submission.endsWith(end)) return null;
  return nameWords(submission.slice(0, -end.length)).join('');
}

/** The names that a platform may have given somebody; Moodle writes a group's name before it, `Group A-Ada Lovelace`. */
function knownNames(person: KnownStudent, submission: string): DownloadName[] {
  const number = person.canvasId ?? person.moodleId ?? '';
  const canvas = canvasName(submission, [person]);
  if (canvas !== null) return [{ platform: 'canvas', name: canvas, number }];
  const { first, last } = splitName({ ...nameless(submission), ...person });
  const name = `${first} ${last}`.trim();
  if (name === '') return number === '' ? [] : [{ platform: 'moodle', name: '', number }];
  const names = [name, ...(name.includes('-') ? [name.slice(name.indexOf('-') + 1)] : [])];
  return names.map((each) => ({ platform: 'moodle', name: each, number }));
}

/** Only what exactly one student has; null marks what several share. */
function indexed(
  roster: readonly Student[],
  keysOf: (student: Student) => readonly (string | null)[],
): { get: (key: string) => Student | undefined; isShared: (key: string) => boolean } {
  const index = new Map<string, Student | null>();
  for (const student of roster) {
    for (const key of new Set(keysOf(student))) {
      if (key !== null) index.set(key, index.has(key) ? null : student);
    }
  }
  return { get: (key) => index.get(key) ?? undefined, isShared: (key) => index.get(key) === null };
}

/** Moodle takes them out of the names of files (`clean_filename`): O'Brien is OBrien there. */
const NOT_IN_FILES = /['’`"&<>|:\\/]/gu;

/** `canvas:lovelaceada`, and for Moodle the words in the order of the alphabet: sites differ in which name comes first. */
function keyOf({ platform, name }: DownloadName): string {
  const words = nameWords(name.replace(NOT_IN_FILES, ''));
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
