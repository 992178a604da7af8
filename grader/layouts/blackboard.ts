import type { ClassEntry } from '../class/class-entry.ts';
import type { TreeNode } from '../class/class-tree.ts';
import { within } from '../class/class-tree.ts';
import type { KnownStudent } from '../roster/student.ts';
import { lastAttempt } from './attempts.ts';
import { grouped, sharedPrefix } from './groups.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';
import { textOf } from './small-file.ts';
import { dashedTime } from './times.ts';

interface BlackboardFile {
  node: TreeNode;
  /** `HW1_ada`: an underscore may be in either */
  assignmentAndUser: string;
  time: string;
  /** the student's own name of the file; null for Blackboard's receipt */
  name: string | null;
}

/** `Name: Ada Lovelace (ada)` in a receipt. */
interface Receipt {
  name: string;
  user: string;
}

// The first fit: what comes behind it is named by the student.
const NAME = /^(?<before>.+?)_attempt_(?<time>\d{4}(?:-\d\d){5})(?:_(?<file>.+)|\.txt)$/u;
const RECEIPT = /^Name:\s*(?<name>.*?)\s*\((?<user>[^()]+)\)\s*$/mu;

/**
 * `HW1_ada_attempt_2026-11-01-12-00-00_softmax.ts`: assignment, user name, the time of the attempt on Blackboard's clock, the student's
 * own name of the file; and for each attempt a receipt, the same without a file name, which says who it was.
 */
export const blackboard: Layout = {
  name: 'blackboard',
  title: 'a Blackboard download',
  example: 'HW1_ada_attempt_2026-11-01-12-00-00_softmax.ts',
  read: readBlackboard,
};

async function readBlackboard(folder: ClassFolder): Promise<ReadLayout | null> {
  const files = folder.nodes.flatMap(fileOf);
  if (files.length === 0) return null;
  const receipts = await receiptsOf(folder, files);
  const assignment = assignmentOf(files, receipts);
  const userOf = ({ assignmentAndUser }: BlackboardFile): string =>
    receipts.get(assignmentAndUser)?.user ?? withoutStart(assignmentAndUser, assignment);
  const groups = grouped(files, userOf);
  return {
    because: `${files.length === folder.nodes.length ? 'every name is' : `${files.length} of ${folder.nodes.length} names are`} ${assignment}user_attempt_time_… as Blackboard writes it`,
    doubt: null,
    entries: [...groups].map(([id, own]) => entryOf(folder, id, own)),
    people: new Map([...groups].map(([id, own]) => [id, [personOf(id, own, receipts)]])),
    strays: folder.nodes.filter((node) => !files.some((file) => file.node === node)),
    notes: [],
  };
}

function fileOf(node: TreeNode): BlackboardFile[] {
  const found = NAME.exec(node.name.normalize('NFC'))?.groups;
  if (found === undefined || node.kind === 'folder') return [];
  return [
    {
      node,
      assignmentAndUser: found['before'] ?? '',
      time: found['time'] ?? '',
      name: found['file'] ?? null,
    },
  ];
}

async function receiptsOf({ tree, at }: ClassFolder, files: readonly BlackboardFile[]): Promise<Map<string, Receipt>> {
  const receipts = new Map<string, Receipt>();
  for (const { node, name, assignmentAndUser } of files) {
    if (name !== null) continue;
    const found = RECEIPT.exec((await textOf(tree, at, node.name)) ?? '')?.groups;
    const user = (found?.['user'] ?? '').normalize('NFC');
    // A comment of the student comes later in it, and must name nobody else.
    if (user === '' || !assignmentAndUser.endsWith(`_${user}`)) continue;
    receipts.set(assignmentAndUser, { name: (found?.['name'] ?? '').normalize('NFC'), user });
  }
  return receipts;
}

/** `HW1_`: a receipt tells where it ends, or else what the names share. */
function assignmentOf(files: readonly BlackboardFile[], receipts: ReadonlyMap<string, Receipt>): string {
  for (const [both, { user }] of receipts) return both.slice(0, both.length - user.length);
  const names = [...new Set(files.map(({ assignmentAndUser }) => assignmentAndUser))];
  const [only = ''] = names;
  return names.length > 1 ? sharedPrefix(names, '_') : only.slice(0, only.lastIndexOf('_') + 1);
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

function entryOf({ at }: ClassFolder, id: string, files: readonly BlackboardFile[]): ClassEntry {
  const attempts = [...grouped(files, ({ time }) => time)].map(([time, own]) => ({
    order: time,
    shown: dashedTime(time) ?? time,
    files: own,
  }));
  const { files: counting, number, leftOut } = lastAttempt(attempts, ({ name, node }) => name ?? node.name);
  const submittedAt = dashedTime(counting[0]?.time ?? '');
  const own = counting.filter(({ name }) => name !== null);
  const receipts = new Set(files.flatMap(({ name, node }) => (name === null ? [node.name] : [])));
  return {
    id,
    parts: (own.length > 0 ? own : counting).map(({ node, name }) => ({
      path: within(at, node.name),
      name: name ?? 'a receipt without files (.txt)',
    })),
    leftOut: leftOut.filter(({ name }) => !receipts.has(name)),
    projectFiles: 'fallback',
    attempt: number,
    ...(submittedAt === undefined ? {} : { submittedAt }),
  };
}

function personOf(id: string, files: readonly BlackboardFile[], receipts: ReadonlyMap<string, Receipt>): KnownStudent {
  const name = files.map(({ assignmentAndUser }) => receipts.get(assignmentAndUser)?.name).find((each) => each);
  return { login: id, ...(name === undefined ? {} : { name }) };
}
