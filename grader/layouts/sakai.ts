import { parse } from 'csv-parse/sync';
import type { ClassEntry, Part } from '../class/class-entry.ts';
import { type ClassTree, type TreeNode, within } from '../class/class-tree.ts';
import { isSkipped } from '../class/code-file.ts';
import { SubmissionProblem } from '../class/problem.ts';
import { Unreadable } from '../class/read-bytes.ts';
import type { KnownStudent } from '../roster/student.ts';
import { nameList } from '../text/name-list.ts';
import { grouped } from './groups.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';
import { insideOf, textOf } from './small-file.ts';
import { programTime } from './times.ts';

interface SakaiFolder {
  node: TreeNode;
  id: string;
  people: KnownStudent[];
  inside: readonly TreeNode[];
}

const PERSON = /^(?<last>[^,]*),\s*(?<first>.*?)\((?<user>[^()]+)\)$/u;
/** Without folders: `Lovelace, Ada(ada)_Submission attachment(s)_softmax.ts`. */
const FLAT = /^(?<who>.+?\([^()]+\))_(?:(?<part>[^_]*\(s\))_(?<file>.+)|(?<text>submissionText\.html))$/u;
const GRADES = /^grades\.(?:csv|xlsx?)$/i;
const TIME = 'timestamp.txt';
/** What Sakai writes beside the attachments. */
const OWN = /^(?:timestamp\.txt|comments\.txt|feedbackText\.html)$/;
/** The folder of what the instructor attached. */
const FEEDBACK = /^feedback/i;
/** What a student wrote into the form, empty if that is nothing. */
const FORM = /_submissionText\.html$/;

/**
 * A folder `Lovelace, Ada(ada)` for each student (several, joined by `; `, for a group), with `timestamp.txt`, `Submission
 * attachment(s)/` and what Sakai adds; `grades.csv` beside them; one folder with the name of the assignment around all.
 *
 * @see https://github.com/sakaiproject/sakai/blob/master/assignment/impl/src/java/org/sakaiproject/assignment/impl/AssignmentServiceImpl.java
 *   (`zipSubmissions`)
 */
export const sakai: Layout = {
  name: 'sakai',
  title: 'a Sakai download',
  example: 'Lovelace, Ada(ada)/Submission attachment(s)/ beside grades.csv',
  read: readSakai,
};

async function readSakai(folder: ClassFolder): Promise<ReadLayout | null> {
  const flat = readFlat(folder);
  if (flat !== null) return flat;
  const folders = await foldersOf(folder);
  const nodes = folder.nodes.filter(({ name }) => !GRADES.test(name));
  const hasGrades = nodes.length < folder.nodes.length;
  if (folders.length === 0 || !folders.some((one) => hasGrades || hasMark(one))) return null;
  const late = await lateUsers(folder);
  const entries: ClassEntry[] = [];
  const absent: string[] = [];
  for (const one of folders) {
    if (!(await hasHandedIn(folder, one))) {
      absent.push(one.id);
      continue;
    }
    const submittedAt = programTime((await textOf(folder.tree, within(folder.at, one.node.name), TIME)) ?? '');
    entries.push({
      id: one.id,
      parts: partsOf(folder.at, one),
      projectFiles: 'fallback',
      isInFolders: true,
      ...(submittedAt === undefined ? {} : { submittedAt }),
      ...(one.people.some(({ login }) => login !== undefined && late.has(login)) ? { late: true } : {}),
    });
  }
  return {
    because: `the folders are called family name, given name(user)${hasGrades ? ', with the grades beside them' : `, with a ${TIME} or attachments in them`}`,
    doubt: null,
    entries,
    people: new Map(folders.filter(({ id }) => !absent.includes(id)).map(({ id, people }) => [id, people])),
    strays: nodes.filter((node) => !folders.some((one) => one.node === node)),
    notes:
      absent.length === 0 ? [] : [`handed nothing in, so without a record (${absent.length}): ${nameList(absent)}`],
  };
}

async function foldersOf({ tree, at, nodes }: ClassFolder): Promise<SakaiFolder[]> {
  const folders: SakaiFolder[] = [];
  for (const node of nodes.filter(({ kind }) => kind === 'folder')) {
    const name = node.name.normalize('NFC');
    const people = peopleOf(name);
    const inside = (await insideOf(tree, within(at, node.name))).filter((one) => !isSkipped(one.name));
    const one = { node, people, inside, id: people.map(({ login }) => login).join('; ') || name };
    // Anonymous grading leaves out the name and keeps only Sakai's own files.
    if (people.length > 0 || hasMark(one)) folders.push(one);
  }
  return folders;
}

function peopleOf(name: string): KnownStudent[] {
  const people = name.split(';').map((part) => PERSON.exec(part.trim())?.groups);
  if (people.some((found) => found === undefined)) return [];
  return people.map((found) => ({
    login: found?.['user']?.trim() ?? '',
    firstName: found?.['first']?.trim() ?? '',
    lastName: found?.['last']?.trim() ?? '',
  }));
}

function hasMark({ inside }: Pick<SakaiFolder, 'inside'>): boolean {
  return inside.some(({ name, kind }) => name === TIME || (kind === 'folder' && name.endsWith('(s)')));
}

/** Sakai makes a folder for everybody if it is asked to, with a time and something in it only for those who handed in. */
async function hasHandedIn({ tree, at }: ClassFolder, { node, inside }: SakaiFolder): Promise<boolean> {
  if (inside.some(({ name }) => name === TIME)) return true;
  const path = within(at, node.name);
  const nodes = await listed(tree, path);
  for (const { name, kind } of nodes ?? []) {
    if (isSkipped(name) || (kind === 'folder' ? FEEDBACK : OWN).test(name)) continue;
    const isForm = kind === 'file' && FORM.test(name);
    const isEmpty = isForm
      ? (await textOf(tree, path, name))?.trim() === ''
      : kind === 'folder' && (await holdsNothing(tree, within(path, name)));
    if (!isEmpty) return true;
  }
  return nodes === null;
}

async function holdsNothing(tree: ClassTree, path: string): Promise<boolean> {
  const nodes = await listed(tree, path);
  if (nodes === null) return false;
  for (const { name, kind } of nodes)
    if (!isSkipped(name) && (kind !== 'folder' || !(await holdsNothing(tree, within(path, name))))) return false;
  return true;
}

/** Null for what cannot be listed, which may hold anything: the reading of the submission says why. */
async function listed(tree: ClassTree, path: string): Promise<TreeNode[] | null> {
  try {
    return await tree.list(path);
  } catch (error) {
    if (error instanceof SubmissionProblem || error instanceof Unreadable) return null;
    throw error;
  }
}

/** The attachments, and the text that a student wrote into the form, which is not code. */
function partsOf(at: string, { node, inside, id }: SakaiFolder): Part[] {
  const own = inside.filter(({ name, kind }) => !(kind === 'folder' ? FEEDBACK : OWN).test(name));
  const path = within(at, node.name);
  if (own.length === 0) return [{ path, name: id }];
  return own.map(({ name }) => ({ path: within(path, name), name }));
}

function readFlat({ at, nodes }: ClassFolder): ReadLayout | null {
  const files = nodes.flatMap((node) => {
    const found = FLAT.exec(node.name.normalize('NFC'))?.groups;
    const people = peopleOf(found?.['who'] ?? '');
    if (found === undefined || node.kind === 'folder' || people.length === 0) return [];
    const isFeedback = FEEDBACK.test(found['part'] ?? '');
    const name = found['file'] ?? found['text'] ?? node.name;
    return [{ node, people, isFeedback, part: { path: within(at, node.name), name } }];
  });
  if (files.length === 0) return null;
  const groups = grouped(
    files.filter(({ isFeedback }) => !isFeedback),
    ({ people }) => people.map(({ login }) => login).join('; '),
  );
  return {
    because: `${files.length} names begin with family name, given name(user) and go on as Sakai's`,
    doubt: null,
    entries: [...groups].map(([id, own]) => ({
      id,
      parts: own.map(({ part }) => part),
      projectFiles: 'fallback',
      isInFolders: true,
    })),
    people: new Map([...groups].map(([id, [first]]) => [id, first?.people ?? []])),
    strays: nodes.filter((node) => !GRADES.test(node.name) && !files.some((file) => file.node === node)),
    notes: [],
  };
}

/** The users whose row in `grades.csv` ends in a word on lateness: display id, id, names, grade, time, lateness. */
async function lateUsers({ tree, at, nodes }: ClassFolder): Promise<Set<string>> {
  if (!nodes.some(({ name }) => name === 'grades.csv')) return new Set();
  const text = (await textOf(tree, at, 'grades.csv', 16 * 1024 * 1024)) ?? '';
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch {
    return new Set();
  }
  const late = rows.filter((row) => row.length >= 7 && /^late\b/i.test(row[6] ?? ''));
  return new Set(late.flatMap(([display = '', user = '']) => [display, user]));
}
