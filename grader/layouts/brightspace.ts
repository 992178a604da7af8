import type { ClassEntry } from '../class/class-entry.ts';
import { type TreeNode, within } from '../class/class-tree.ts';
import type { KnownStudent } from '../roster/student.ts';
import { shownCount } from '../text/numbers.ts';
import { lastAttempt } from './attempts.ts';
import { grouped } from './groups.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';
import { writtenTime } from './times.ts';

interface BrightspaceItem {
  node: TreeNode;
  /** Brightspace's number of the student */
  number: string;
  person: string;
  /** as it is written */
  when: string;
  /** the student's own name of the file, if the items are files; the folder's name if they are folders */
  name: string;
}

const FOLDER = /^(?<number>\d+)-\d+ - (?<person>.+) - (?<when>[^-]*\d{4}[^-]*)$/u;
const FILE = /^(?<number>\d+)-\d+ - (?<person>.+?) - (?<when>[^-]*\d{4}[^-]*) - (?<file>.+)$/u;
const INDEX = 'index.html';

/**
 * A folder `12345-67890 - Ada Lovelace - Nov 1, 2026 1159 PM` for each time that somebody handed in (or files that begin so): numbers
 * of the student and of the assignment, the name, the time on the instructor's clock; and `index.html`, a page of all.
 */
export const brightspace: Layout = {
  name: 'brightspace',
  title: 'a Brightspace download',
  example: '12345-67890 - Ada Lovelace - Nov 1, 2026 1159 PM/',
  read: (folder) => Promise.resolve(readBrightspace(folder)),
};

function readBrightspace(folder: ClassFolder): ReadLayout | null {
  const nodes = folder.nodes.filter(({ name }) => name !== INDEX);
  const items = nodes.flatMap(itemOf);
  if (items.length === 0) return null;
  const byPerson = grouped(items, ({ person, number }) => `${person}\n${number}`);
  const namesakes = new Set(
    [...grouped([...byPerson.values()], ([first]) => first?.person ?? '')].flatMap(([person, own]) =>
      own.length > 1 ? [person] : [],
    ),
  );
  const entries: ClassEntry[] = [];
  const people = new Map<string, KnownStudent[]>();
  for (const [first, ...others] of byPerson.values()) {
    if (first === undefined) continue;
    const id = namesakes.has(first.person) ? `${first.person}_${first.number}` : first.person;
    entries.push(entryOf(folder, id, [first, ...others]));
    people.set(id, [{ name: first.person }]);
  }
  return {
    because: `${items.length === nodes.length ? 'every name is' : `${items.length} of ${nodes.length} names are`} number-number - name - time, as Brightspace writes it`,
    doubt: null,
    entries,
    people,
    strays: nodes.filter((node) => !items.some((item) => item.node === node)),
    notes: [
      ...[...namesakes].map(
        (person) =>
          `several students are called ${person}: their ids have Brightspace's number of the student behind the name`,
      ),
      ...unreadTimes(items),
    ],
  };
}

/** Which attempt is the last cannot be told from a time in another language. */
function unreadTimes(items: readonly BrightspaceItem[]): string[] {
  const unread = items.filter(({ when }) => writtenTime(when) === undefined);
  const [first] = unread;
  if (first === undefined) return [];
  const count = `${shownCount(unread.length)}, as ${first.when}`;
  return [
    `times that are not in English cannot be read (${count}): of several attempts the last by the alphabet counts`,
  ];
}

function itemOf(node: TreeNode): BrightspaceItem[] {
  const name = node.name.normalize('NFC');
  const found = (node.kind === 'folder' ? FOLDER : FILE).exec(name)?.groups;
  if (found === undefined) return [];
  return [
    {
      node,
      number: found['number'] ?? '',
      person: (found['person'] ?? '').trim(),
      when: (found['when'] ?? '').trim(),
      name: found['file'] ?? name,
    },
  ];
}

function entryOf({ at }: ClassFolder, id: string, items: readonly BrightspaceItem[]): ClassEntry {
  const attempts = [...grouped(items, ({ when }) => when)].map(([when, files]) => ({
    order: writtenTime(when) ?? when,
    shown: when,
    files,
  }));
  const { files, number, leftOut } = lastAttempt(attempts, ({ name }) => name);
  const submittedAt = writtenTime(files[0]?.when ?? '');
  return {
    id,
    parts: files.map(({ node, name }) => ({ path: within(at, node.name), name })),
    leftOut,
    projectFiles: 'fallback',
    isInFolders: true,
    attempt: number,
    ...(submittedAt === undefined ? {} : { submittedAt }),
  };
}
