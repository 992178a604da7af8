import { type TreeNode, within } from '../class/class-tree.ts';
import { isCodeName } from '../class/code-file.ts';
import { shownName } from '../class/problem.ts';
import { UsageError } from '../text/errors.ts';
import { nameList } from '../text/name-list.ts';
import { shownCount } from '../text/numbers.ts';
import { withoutJunk } from './junk.ts';
import type { ClassFolder, Layout, LayoutOptions, ReadLayout } from './layout.ts';
import type { LayoutName } from './layout-names.ts';
import { PLATFORMS } from './layouts.ts';
import { plain, plainEntries } from './plain.ts';
import { insideOf } from './small-file.ts';

/** What a class was taken for. */
export interface Recognised {
  layout: Layout;
  read: ReadLayout;
  /** what an instructor should know of the choice, a line each */
  notes: string[];
}

/** A platform's download may hold one entry of another kind in so many: a file that somebody put there by hand. */
const ENTRIES_PER_STRAY = 20;

/**
 * Finds what a class was downloaded from, by what only that platform writes. A folder that could be two, or that holds more than a few
 * other things, is plain.
 *
 * @param folders where it may lie: the class itself, and the one folder in it, if it holds nothing else
 */
export async function recognise(folders: readonly ClassFolder[], options: LayoutOptions): Promise<Recognised> {
  const doubts: string[] = [];
  for (const folder of folders) {
    const sure: Recognised[] = [];
    for (const layout of PLATFORMS) {
      const read = await layout.read(folder, options);
      if (read === null) continue;
      const doubt = read.doubt ?? doubtOfStrays(folder, read);
      if (doubt === null) sure.push({ layout, read, notes: [] });
      else doubts.push(`it could be ${layout.title} (--layout ${layout.name}), but ${doubt}`);
    }
    const [first, second] = sure;
    if (first !== undefined && second === undefined) return withStrays(folder, first);
    if (second !== undefined) doubts.push(`it could be ${sure.map(({ layout }) => layout.title).join(', or ')}`);
  }
  const asPlain = await readPlain(folders, options);
  return { ...asPlain, notes: [...doubts.map((doubt) => `in doubt: ${doubt}`), ...asPlain.notes] };
}

/** @throws {UsageError} The class has nothing of the layout that was asked for. */
export async function readAs(
  folders: readonly ClassFolder[],
  name: LayoutName,
  options: LayoutOptions,
): Promise<Recognised> {
  const layout = PLATFORMS.find((each) => each.name === name);
  if (layout === undefined) return readPlain(folders, options);
  for (const folder of folders) {
    const read = await layout.read(folder, options);
    if (read !== null) return withStrays(folder, { layout, read, notes: [] });
  }
  const [outer] = folders;
  const names = (outer?.nodes ?? []).slice(0, 3).map((node) => shownName(node.name));
  throw new UsageError(
    `${outer?.tree.path ?? 'the class'} is not ${layout.title}: expected names such as ${layout.example}, got ${names.join(', ') || 'nothing'}: leave --layout out`,
  );
}

/** Of a folder on the disk each entry is a submission, even if it is the only one; archivers put a folder around the class. */
async function readPlain(folders: readonly ClassFolder[], options: LayoutOptions): Promise<Recognised> {
  const [outer] = folders;
  const folder = outer?.isArchive ? folders.at(-1) : outer;
  const read = folder === undefined ? null : await plain.read(folder, options);
  if (folder === undefined || read === null) throw new Error('every folder can be read as plain');
  const notes = folder === outer ? [] : [`the folder ${shownName(folder.name)} around all entries is taken off`];
  return { layout: plain, read, notes: [...notes, ...read.notes] };
}

/** Whether something could be a submission; documents and lists that lie in a download are not. */
function mayBeSubmission({ name, kind }: TreeNode): boolean {
  return kind === 'folder' || isCodeName(name) || /\.zip$/i.test(name);
}

function doubtOfStrays({ nodes }: ClassFolder, { strays, entries }: ReadLayout): string | null {
  const other = strays.filter(mayBeSubmission);
  if (other.length * ENTRIES_PER_STRAY <= entries.length) return null;
  return `${shownCount(other.length)} of ${shownCount(nodes.length)} entries are not: ${nameList(other.map(({ name }) => name))}`;
}

/** What has no name of the platform: code is a submission by its own name, anything else is left out. */
function withStrays(folder: ClassFolder, { layout, read, notes }: Recognised): Recognised {
  const other = read.strays.filter(mayBeSubmission);
  const rest = read.strays.filter((node) => !mayBeSubmission(node)).map(({ name }) => name);
  const at = read.straysAt ?? folder.at;
  return {
    layout,
    read: { ...read, entries: [...read.entries, ...plainEntries(at, other)] },
    notes: [
      ...notes,
      ...read.notes,
      ...(other.length === 0
        ? []
        : [`read by the name alone, as in a plain class folder: ${nameList(other.map(({ name }) => name))}`]),
      ...(rest.length === 0 ? [] : [`left out, since no submission has such a name: ${nameList(rest)}`]),
    ],
  };
}

/** The class, and the folder in it if that is all that it holds. */
export async function foldersOf(outer: ClassFolder): Promise<{ folders: ClassFolder[]; junk: string[] }> {
  const [only, ...others] = outer.nodes;
  if (only?.kind !== 'folder' || others.length > 0) return { folders: [outer], junk: [] };
  const at = within(outer.at, only.name);
  const { nodes, junk } = withoutJunk(await insideOf(outer.tree, at));
  return { folders: [outer, { ...outer, at, name: only.name, nodes }], junk };
}
