import type { ClassEntry } from '../class/class-entry.ts';
import { within } from '../class/class-tree.ts';
import { isCodeName, sourcePath } from '../class/code-file.ts';
import type { KnownStudent } from '../roster/student.ts';
import { grouped, sharedPrefix } from './groups.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';
import { settleNumbered } from './numbered-files.ts';

/** A file of a Canvas download, read from its name. */
interface CanvasFile {
  path: string;
  /** the student's own name of the file */
  name: string;
  id: string;
  person: KnownStudent;
  late: boolean;
  /** Canvas's number of the file; null for a text or link entry */
  attachment: string | null;
}

// Not \w, which is ASCII: Canvas keeps the letters of every script. Nothing may be left of a name.
const WHO = /^[\p{L}\p{M}\p{N}_]*/u;
const UPLOAD = /_(?<late>LATE_|late_)?(?<user>\d+)_(?<attachment>\d+)_(?<file>.+)$/uy;
const ENTRY = /_(?<late>LATE_|late_)?(?<user>\d+)_(?<file>(?:text|link)\.html)$/uy;
const ANONYMOUS = /^(?<late>LATE_)?anon_(?<user>[A-Za-z0-9]+)_(?:(?<attachment>\d+)_)?(?<file>.+)$/;
/** Below, the numbers of files could be anybody's: a Canvas in use has given out more. */
const FEWEST_FILES = 1000;
/** Of a name full of numbers, the readings that are tried. */
const MOST_READINGS = 8;
/** Two files of one student, or two students of one name, may be all that there is; three of either are rather a class. */
const MOST_ALIKE = 2;

/**
 * `lovelaceada_LATE_12345_67890_softmax-1.ts`: the sortable name in lower case without punctuation (a group's name for a group), LATE,
 * the user's number, the file's number, the student's own name of the file, to which Canvas adds `-1`, `-2`, … when it is handed in
 * again (LATE was once in lower case). Text and link entries are `lovelaceada_12345_text.html` and `…_link.html`; anonymous students are `anon_Ab1cD`.
 *
 * @see https://github.com/instructure/canvas-lms/blob/master/lib/content_zipper.rb (`get_filename`, `add_upload_submission`)
 */
export const canvas: Layout = {
  name: 'canvas',
  title: 'a Canvas download',
  example: 'lovelaceada_LATE_12345_67890_softmax.ts',
  read: (folder) => Promise.resolve(readCanvas(folder)),
};

function readCanvas({ at, nodes }: ClassFolder): ReadLayout | null {
  const readings = nodes.map((node) => ({ node, all: node.kind === 'folder' ? [] : readingsOf(at, node.name) }));
  const typical = typicalNumbers(
    readings.flatMap(({ all: [only, ...others] }) => (only && others.length === 0 ? [only] : [])),
  );
  const read = readings.map(({ node, all }) => ({ node, file: likeliest(all, typical) }));
  const files = read.flatMap(({ file }) => (file === null ? [] : [file]));
  if (files.length === 0) return null;
  const groups = grouped(files, ({ id }) => id);
  const late = files.filter((file) => file.late).length;
  return {
    because: `${files.length === nodes.length ? 'every name is' : `${files.length} of ${nodes.length} names are`} name_user_file_… as Canvas writes it${late > 0 ? `, ${late} of them marked LATE` : ''}`,
    doubt: doubtOf(files),
    entries: [...groups].map(([id, own]) => entryOf(id, own)),
    people: new Map([...groups].map(([id, [first]]) => [id, first === undefined ? [] : [first.person]])),
    strays: read.filter(({ file }) => file === null).map(({ node }) => node),
    notes: [],
  };
}

/** What a name can be read as: a student's or group's name may end in a number itself, and a file's begin with some. */
function readingsOf(folder: string, node: string): CanvasFile[] {
  const name = node.normalize('NFC');
  const path = within(folder, node);
  const anonymous = ANONYMOUS.exec(name)?.groups;
  if (anonymous !== undefined) return [fileOf(path, `anon_${anonymous['user']}`, {}, anonymous)];
  const end = WHO.exec(name)?.[0].length ?? 0;
  const files: CanvasFile[] = [];
  let last = -1;
  for (
    let at = name.indexOf('_');
    at !== -1 && at < end && files.length < MOST_READINGS;
    at = name.indexOf('_', at + 1)
  ) {
    // What follows LATE begins in the same place as what LATE is a part of.
    if (at <= last) continue;
    const found = groupsAt(UPLOAD, name, at) ?? groupsAt(ENTRY, name, at);
    if (found === undefined) continue;
    if (found['late'] !== undefined) last = at + found['late'].length;
    const user = found['user'] ?? '';
    files.push(fileOf(path, `${name.slice(0, at)}_${user}`, { canvasId: user }, found));
  }
  return files;
}

function groupsAt(pattern: RegExp, name: string, at: number): Readonly<Record<string, string | undefined>> | undefined {
  pattern.lastIndex = at;
  return pattern.exec(name)?.groups;
}

function fileOf(
  path: string,
  id: string,
  person: KnownStudent,
  found: Readonly<Record<string, string | undefined>>,
): CanvasFile {
  const { late, attachment = null, file = '' } = found;
  return { path, name: file, id, person, late: late !== undefined, attachment };
}

/** The numbers of users and of files in the middle of those that can be read in one way alone; null if there are none. */
function typicalNumbers(files: readonly CanvasFile[]): { user: number | null; attachment: number | null } {
  const middle = (numbers: readonly (string | null | undefined)[]): number | null => {
    const sorted = numbers.flatMap((number) => (number == null ? [] : [Number(number)])).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? null;
  };
  return {
    user: middle(files.map(({ person }) => person.canvasId)),
    attachment: middle(files.map(({ attachment }) => attachment)),
  };
}

function isSmall(attachment: string | null): boolean {
  return attachment !== null && Number(attachment) < FEWEST_FILES;
}

/** The reading whose numbers are most like the others', otherwise the first with a number of a file that Canvas would give. */
function likeliest(
  readings: readonly CanvasFile[],
  typical: { user: number | null; attachment: number | null },
): CanvasFile | null {
  const apart = (number: string | null | undefined, middle: number | null): number =>
    number == null || middle === null ? 0 : Math.abs(Math.log((Number(number) + 1) / (middle + 1)));
  const farness = ({ person, attachment }: CanvasFile): number =>
    isSmall(attachment) ? Infinity : apart(person.canvasId, typical.user) + apart(attachment, typical.attachment);
  const [first = null, ...others] = readings;
  return others.reduce((best, other) => (best !== null && farness(other) < farness(best) ? other : best), first);
}

function entryOf(id: string, files: readonly CanvasFile[]): ClassEntry {
  // By their numbers, which grow: of two files of one name the last is the newest.
  const sorted = [...files].sort((a, b) => Number(a.attachment) - Number(b.attachment));
  const loose = sorted.filter(({ name }) => isCodeName(name)).map(({ name }) => sourcePath(name));
  return {
    id,
    parts: sorted.map(({ path, name }) => ({ path, name })),
    projectFiles: 'fallback',
    settle: (raw) => settleNumbered(raw, loose),
    ...(files.some(({ late }) => late) ? { late: true } : {}),
  };
}

/** Numbers between underscores could be in anybody's file names, so they must behave as Canvas's do. */
function doubtOf(files: readonly CanvasFile[]): string | null {
  const byNumber = grouped(
    files.filter(({ attachment }) => attachment !== null),
    ({ attachment }) => attachment ?? '',
  );
  for (const [number, own] of byNumber) {
    if (new Set(own.map(({ id }) => id)).size > 1) return `two students have the file number ${number}`;
  }
  const byUser = grouped(files, ({ person, id }) => person.canvasId ?? id);
  for (const [user, own] of byUser) {
    if (new Set(own.map(({ id }) => id)).size > 1) return `the user number ${user} has two names`;
  }
  if (files.some(({ id }) => id !== id.toLowerCase() && !id.startsWith('anon_')))
    return 'Canvas writes names in lower case';
  const isMarked = files.some(({ late, attachment }) => late || attachment === null);
  const alike = isMarked ? null : doubtOfNames(byUser);
  if (alike !== null) return alike;
  const isLarge = ![...byNumber.keys()].some(isSmall);
  return isMarked || isLarge ? null : 'the numbers are smaller than those of a Canvas in use';
}

/** `hw1_2026_41234_ada.ts`: a prefix that a course puts before all its file names is not a student's name. */
function doubtOfNames(byUser: ReadonlyMap<string, readonly CanvasFile[]>): string | null {
  const ids = [...byUser].map(([user, [first]]) => ({ user, id: first?.id ?? '' }));
  const names = new Set(ids.map(({ user, id }) => id.slice(0, -`_${user}`.length)));
  const [only] = names;
  const count = ids.length === 1 ? ([...byUser.values()][0]?.length ?? 0) : ids.length;
  if (names.size === 1 && count > MOST_ALIKE)
    return ids.length === 1
      ? `all files would be those of one student, ${only}`
      : `all students would be called ${only}`;
  const prefix = names.size > 1 ? sharedPrefix([...names], '_') : '';
  return prefix === '' ? null : `all names begin with ${prefix}`;
}
