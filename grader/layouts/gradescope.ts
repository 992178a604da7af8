import { within } from '../class/class-tree.ts';
import { shownCount } from '../text/numbers.ts';
import { readMetadata } from './gradescope-metadata.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';
import { textOf } from './small-file.ts';

const METADATA = 'submission_metadata.yml';
const FOLDER = /^submission_\d+$/;
/** It holds the results of each submission too, so that of a large class is large. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * "Export Submissions" of a programming assignment: a folder `submission_11` each, and `submission_metadata.yml` with the submitters
 * (several for a group) and the time.
 */
export const gradescope: Layout = {
  name: 'gradescope',
  title: 'a Gradescope export',
  example: 'submission_11/ beside submission_metadata.yml',
  read: readGradescope,
};

async function readGradescope({ tree, at, nodes }: ClassFolder): Promise<ReadLayout | null> {
  const folders = nodes.filter(({ name, kind }) => kind === 'folder' && FOLDER.test(name));
  const hasMetadata = nodes.some(({ name }) => name === METADATA);
  if (folders.length === 0) return null;
  const text = hasMetadata ? await textOf(tree, at, METADATA, MOST_BYTES) : null;
  const { submissions, faults } = readMetadata(text ?? '');
  const names = new Set(folders.map(({ name }) => name));
  const absent = [...submissions.keys()].filter((id) => !names.has(id));
  const unknown = folders.filter(({ name }) => !submissions.has(name)).map(({ name }) => name);
  return {
    because: `there is a ${METADATA} beside folders submission_…`,
    doubt: hasMetadata ? null : `there is no ${METADATA} beside the folders submission_…`,
    entries: folders.map(({ name }) => {
      const submittedAt = submissions.get(name)?.submittedAt;
      return {
        id: name,
        parts: [{ path: within(at, name), name }],
        projectFiles: 'fallback',
        isInFolders: true,
        ...(submittedAt === undefined ? {} : { submittedAt }),
      };
    }),
    people: new Map([...submissions].map(([id, { people }]) => [id, people])),
    strays: nodes.filter(({ name, kind }) => name !== METADATA && !(kind === 'folder' && FOLDER.test(name))),
    notes: [
      ...faults.map((fault) => `${METADATA}: ${fault}`),
      ...noteOn(absent, `in ${METADATA} without a folder, so not graded`),
      ...(hasMetadata ? noteOn(unknown, `not in ${METADATA}, so nothing says who handed it in`) : []),
    ],
  };
}

function noteOn(ids: readonly string[], what: string): string[] {
  const [first] = ids;
  if (first === undefined) return [];
  return [`${first}${ids.length > 1 ? ` and ${shownCount(ids.length - 1)} more` : ''}: ${what}`];
}
