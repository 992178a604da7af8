import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { ClassEntry } from '../class/class-entry.ts';
import type { ClassTree } from '../class/class-tree.ts';
import type { HandedIn } from '../class/submission.ts';
import type { KnownStudent } from '../roster/student.ts';
import { grouped } from './groups.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';
import { assignmentPrefix, CLASSROOM50_MARKS, type Clone, clonesIn, isOfClassroom50 } from './repositories.ts';
import { textOf } from './small-file.ts';
import { programTime } from './times.ts';

const SCORES = 'scores.csv';

/** What `scores.csv` says of a user. */
interface Row {
  person: KnownStudent;
  handedIn: HandedIn;
}

/**
 * Clones of Classroom 50, `cs-hw1-ada/`: classroom, assignment and user's name. Each holds `.classroom50.yaml`, which names the first
 * two; `scores.csv` beside them has names, e-mails and times.
 *
 * @see https://github.com/foundation50/classroom50 (`gh teacher download`)
 */
export const classroom50: Layout = {
  name: 'classroom50',
  title: 'clones of Classroom 50',
  example: 'cs-hw1-ada/ with its .classroom50.yaml',
  read: readClassroom50,
};

async function readClassroom50(folder: ClassFolder): Promise<ReadLayout | null> {
  const clones = (await clonesIn(folder)).filter(isOfClassroom50);
  if (clones.length === 0) return null;
  const shared = assignmentPrefix(
    clones.map(({ node }) => node.name),
    folder.name,
  );
  const rows = scoresOf((await textOf(folder.tree, folder.at, SCORES, 16 * 1024 * 1024)) ?? '');
  const prefix = await commonPrefix(folder.tree, clones);
  const entries: ClassEntry[] = [];
  const people = new Map<string, KnownStudent[]>();
  for (const { node, path } of clones) {
    const start = prefix !== '' && node.name.toLowerCase().startsWith(prefix) ? prefix : shared;
    const id = node.name.slice(start.length).normalize('NFC');
    const row = rows.get(id.toLowerCase());
    entries.push({ id, parts: [{ path, name: node.name }], projectFiles: 'never', ...row?.handedIn });
    people.set(id, [{ login: id, ...row?.person }]);
  }
  return {
    because: `${clones.length === folder.nodes.length ? 'every folder has' : `${clones.length} folders have`} a ${CLASSROOM50_MARKS[0]}; classroom and assignment are taken off the names`,
    doubt: null,
    entries,
    people,
    strays: folder.nodes.filter((node) => node.name !== SCORES && !clones.some((clone) => clone.node === node)),
    notes: [],
  };
}

/** `cs-hw1-`, as most clones say it: a student may have changed it in one. */
async function commonPrefix(tree: ClassTree, clones: readonly Clone[]): Promise<string> {
  const prefixes: string[] = [];
  for (const clone of clones) prefixes.push(await ownPrefix(tree, clone));
  const counts = [...grouped(prefixes, (prefix) => prefix)].sort(([, a], [, b]) => b.length - a.length);
  return counts[0]?.[0] ?? '';
}

/** `cs-hw1-`, as a clone says it; '' if it does not. */
async function ownPrefix(tree: ClassTree, { path, inside }: Clone): Promise<string> {
  const mark = CLASSROOM50_MARKS.find((name) => inside.has(name));
  const text = mark === undefined ? null : await textOf(tree, path, mark);
  try {
    const { classroom, assignment } = parseYaml(text ?? '', { logLevel: 'error' }) ?? {};
    if (typeof classroom !== 'string' || typeof assignment !== 'string') return '';
    return `${classroom}-${assignment}-`.toLowerCase();
  } catch {
    // A student may have broken it: the others say the same.
    return '';
  }
}

function scoresOf(text: string): Map<string, Row> {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { bom: true, columns: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return new Map();
  }
  return new Map(rows.map((row) => [(row['username'] ?? '').toLowerCase(), rowOf(row)]));
}

function rowOf(row: Readonly<Record<string, string>>): Row {
  const filled = (field: keyof KnownStudent, column: string): KnownStudent =>
    row[column] ? { [field]: row[column] } : {};
  const submittedAt = programTime(row['datetime'] ?? '');
  return {
    person: {
      ...filled('firstName', 'first_name'),
      ...filled('lastName', 'last_name'),
      ...filled('email', 'email'),
      ...filled('section', 'section'),
    },
    handedIn: {
      ...(submittedAt === undefined ? {} : { submittedAt }),
      ...(row['late'] === 'true' ? { late: true } : {}),
    },
  };
}
