import type { ClassEntry } from '../class/class-entry.ts';
import { type TreeNode, within } from '../class/class-tree.ts';
import { isSkipped } from '../class/code-file.ts';
import { suggestion } from '../text/did-you-mean.ts';
import { UsageError } from '../text/errors.ts';
import { shownCount } from '../text/numbers.ts';
import { withoutJunk } from './junk.ts';
import type { ClassFolder, Layout, LayoutOptions, ReadLayout } from './layout.ts';
import { insideOf, textOf } from './small-file.ts';
import { programTime } from './times.ts';

const SUBMITTED = 'submitted';
const TIME = 'timestamp.txt';

interface StudentFolder {
  node: TreeNode;
  assignments: readonly string[];
}

/**
 * nbgrader's `submitted/STUDENT/ASSIGNMENT/`, with `timestamp.txt` beside the files; the class is that folder or the one above it.
 *
 * @see https://nbgrader.readthedocs.io/en/stable/user_guide/philosophy.html
 */
export const nbgrader: Layout = {
  name: 'nbgrader',
  title: "nbgrader's folder of submissions",
  example: 'submitted/ada/hw1/',
  read: readNbgrader,
};

async function readNbgrader(folder: ClassFolder, { nbgraderAssignment }: LayoutOptions): Promise<ReadLayout | null> {
  const isAbove = folder.nodes.some(({ name, kind }) => name === SUBMITTED && kind === 'folder');
  const at = isAbove ? within(folder.at, SUBMITTED) : folder.at;
  const nodes = isAbove ? visible(await insideOf(folder.tree, at)) : folder.nodes;
  const students = await studentsIn(folder, at, nodes);
  if (students.length === 0) return null;
  const hasTimes = await someTime(folder, at, students);
  const isNamed = isAbove || folder.name === SUBMITTED;
  if (!isNamed && (!hasTimes || students.some(hasPersons))) return null;
  const assignment = chosen(folder, students, nbgraderAssignment);
  const having = students.filter(({ assignments }) => assignments.includes(assignment));
  const without = students.length - having.length;
  return {
    because: `the folders are ${SUBMITTED}/student/assignment${hasTimes ? `, with a ${TIME}` : ''}; graded is ${assignment}`,
    doubt: null,
    entries: await Promise.all(having.map(({ node }) => entryOf(folder, at, node.name, assignment))),
    people: new Map(having.map(({ node }) => [node.name.normalize('NFC'), []])),
    strays: nodes.filter((node) => !students.some((one) => one.node === node)),
    straysAt: at,
    notes: without > 0 ? [`students in ${SUBMITTED} without ${assignment}: ${shownCount(without)}`] : [],
  };
}

function visible(nodes: readonly TreeNode[]): TreeNode[] {
  return withoutJunk(nodes).nodes.filter(({ name }) => !isSkipped(name));
}

/** Whether the folders within are called after people, as Sakai's in the folder of an assignment. */
function hasPersons({ assignments }: StudentFolder): boolean {
  return assignments.some((name) => name.endsWith(')'));
}

/** Folders that hold nothing but folders. */
async function studentsIn({ tree }: ClassFolder, at: string, nodes: readonly TreeNode[]): Promise<StudentFolder[]> {
  const students: StudentFolder[] = [];
  for (const node of nodes.filter(({ kind }) => kind === 'folder')) {
    const inside = visible(await insideOf(tree, within(at, node.name)));
    if (inside.length === 0 || inside.some(({ kind }) => kind !== 'folder')) continue;
    students.push({ node, assignments: inside.map(({ name }) => name) });
  }
  return students;
}

async function someTime({ tree }: ClassFolder, at: string, students: readonly StudentFolder[]): Promise<boolean> {
  for (const { node, assignments } of students) {
    for (const assignment of assignments) {
      const inside = await insideOf(tree, within(within(at, node.name), assignment));
      if (inside.some(({ name }) => name === TIME)) return true;
    }
  }
  return false;
}

function chosen({ tree }: ClassFolder, students: readonly StudentFolder[], named: string | null): string {
  const all = [...new Set(students.flatMap(({ assignments }) => assignments))].sort();
  const [only, ...others] = all;
  if (named !== null) {
    if (all.includes(named)) return named;
    throw new UsageError(
      `${tree.path} holds no assignment ${named}${suggestion(named, all)}: it has ${all.slice(0, 20).join(', ')}`,
    );
  }
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(
    `${tree.path} holds submissions of several assignments (${all.slice(0, 20).join(', ')}): name one with --nbgrader-assignment`,
  );
}

async function entryOf({ tree }: ClassFolder, at: string, student: string, assignment: string): Promise<ClassEntry> {
  const path = within(within(at, student), assignment);
  const submittedAt = programTime((await textOf(tree, path, TIME)) ?? '');
  return {
    id: student.normalize('NFC'),
    parts: [{ path, name: assignment }],
    projectFiles: 'fallback',
    isInFolders: true,
    ...(submittedAt === undefined ? {} : { submittedAt }),
  };
}
