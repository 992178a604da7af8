import type { ClassEntry } from '../class/class-entry.ts';
import { type TreeNode, within } from '../class/class-tree.ts';
import { lastAttempt } from './attempts.ts';
import { grouped } from './groups.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';

interface AutolabFile {
  node: TreeNode;
  email: string;
  version: string;
  name: string;
}

const NAME = /^(?<email>[^@\s]+@[^_@\s]+\.[^_@.\s]+)_(?<version>\d+)_(?<file>.+)$/u;

/**
 * `ada@uni.edu_3_softmax.ts`: e-mail, the number of the version, the name that the assignment gives its files.
 *
 * @see https://github.com/autolab/Autolab/blob/master/app/models/submission.rb (`create_user_directory_and_return_file_name`)
 */
export const autolab: Layout = {
  name: 'autolab',
  title: 'an Autolab download',
  example: 'ada@uni.edu_3_softmax.ts',
  read: (folder) => Promise.resolve(readAutolab(folder)),
};

function readAutolab({ at, nodes }: ClassFolder): ReadLayout | null {
  const files = nodes.flatMap(fileOf);
  if (files.length === 0) return null;
  const groups = grouped(files, ({ email }) => email);
  return {
    because: `${files.length === nodes.length ? 'every name is' : `${files.length} of ${nodes.length} names are`} email_version_…, as Autolab writes it`,
    doubt: null,
    entries: [...groups].map(([id, own]) => entryOf(at, id, own)),
    people: new Map([...groups.keys()].map((email) => [email, [{ email }]])),
    strays: nodes.filter((node) => !files.some((file) => file.node === node)),
    notes: [],
  };
}

function fileOf(node: TreeNode): AutolabFile[] {
  const found = NAME.exec(node.name.normalize('NFC'))?.groups;
  if (found === undefined) return [];
  return [{ node, email: found['email'] ?? '', version: found['version'] ?? '', name: found['file'] ?? '' }];
}

function entryOf(at: string, id: string, files: readonly AutolabFile[]): ClassEntry {
  const attempts = [...grouped(files, ({ version }) => version)].map(([version, own]) => ({
    order: version.padStart(12, '0'),
    shown: `version ${version}`,
    files: own,
  }));
  const { files: counting, leftOut } = lastAttempt(attempts, ({ node }) => node.name);
  return {
    id,
    parts: counting.map(({ node, name }) => ({ path: within(at, node.name), name })),
    leftOut,
    projectFiles: 'fallback',
    attempt: Number(counting[0]?.version ?? 1),
  };
}
