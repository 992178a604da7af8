import { shownCount } from '../text/numbers.ts';
import type { ClassEntry, Part } from './class-entry.ts';
import { type ClassTree, type NodeKind, within } from './class-tree.ts';
import { ACCEPTED, isCodeName, isSkipped, sourcePath } from './code-file.ts';
import { type Gathered, noCode, type PassesOver } from './gathered.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import { isProjectFile } from './project-file.ts';
import { readFolder } from './read-folder.ts';
import { readZip } from './read-zip.ts';
import { SizeBudget } from './size-budget.ts';
import type { RawFile } from './source-hash.ts';
import type { LeftOut, SourceLimits } from './submission.ts';
import { MOST_ZIP_BYTES } from './zip-rules.ts';

/** The code of a submission, and what lies beside it. */
export interface Contents {
  files: RawFile[];
  leftOut: LeftOut[];
}

/** What one part of a submission gives: code, or the reason why it gives none. */
interface PartContents {
  name: string;
  files: RawFile[];
  passedOver: ReadonlySet<string>;
  nothing: SubmissionProblem | null;
}

const ZIP = /\.zip$/i;
const NOTHING: PassesOver = () => false;
const KINDS: Readonly<Record<Exclude<NodeKind, 'file' | 'folder'>, string>> = {
  link: 'a link, and links are not followed',
  pipe: 'a named pipe',
  socket: 'a socket',
  device: 'a device',
};

/**
 * The code of all parts of a submission. A part without code costs nothing beside one with code.
 *
 * @throws {SubmissionProblem} It holds no code, too much code, or code that cannot be read.
 */
export async function readParts(tree: ClassTree, entry: ClassEntry, limits: SourceLimits): Promise<Contents> {
  const read = await readOf(tree, entry, limits, entry.projectFiles === undefined ? NOTHING : isProjectFile);
  const isRest = isEmpty(read) && entry.projectFiles === 'fallback';
  return joined(isRest ? await readOf(tree, entry, limits, NOTHING) : read);
}

function isEmpty(parts: readonly PartContents[]): boolean {
  return parts.every(({ files }) => files.length === 0);
}

/** The files of a submission. Where its folders hold no code, the zips in a platform's own folders are opened. */
async function readOf(
  tree: ClassTree,
  { parts, isInFolders }: ClassEntry,
  limits: SourceLimits,
  passesOver: PassesOver,
): Promise<PartContents[]> {
  const read = await readEach(tree, parts, new SizeBudget(limits), passesOver);
  if (!isEmpty(read) || isInFolders !== true) return read;
  const opened: Part[] = [];
  for (const part of parts) {
    const zips = await zipsIn(tree, part);
    opened.push(...(zips.length > 0 ? zips : [part]));
  }
  return readEach(tree, opened, new SizeBudget(limits), passesOver);
}

async function zipsIn(tree: ClassTree, { path }: Part): Promise<Part[]> {
  if ((await tree.kind(path)) !== 'folder') return [];
  const zips = (await tree.list(path)).filter(
    ({ name, kind }) => kind === 'file' && ZIP.test(name) && !isSkipped(name),
  );
  return zips.map(({ name }) => ({ path: within(path, name), name }));
}

/** Archives last: what is wrong with one costs nothing if there is code beside it. */
async function readEach(
  tree: ClassTree,
  parts: readonly Part[],
  budget: SizeBudget,
  passesOver: PassesOver,
): Promise<PartContents[]> {
  const read: PartContents[] = [];
  for (const part of parts.filter(({ name }) => !ZIP.test(name)))
    read.push(await readPart(tree, part, budget, passesOver));
  for (const part of parts.filter(({ name }) => ZIP.test(name))) {
    const hasCode = read.some(({ files }) => files.length > 0);
    const zip = await readPart(tree, part, budget, passesOver).catch((error: unknown) => {
      if (!(error instanceof SubmissionProblem)) throw error;
      return { name: part.name, files: [], passedOver: new Set<string>(), nothing: error };
    });
    read.push(hasCode ? besideCode(zip, read) : zip);
  }
  return read;
}

async function readPart(
  tree: ClassTree,
  { path, name }: Part,
  budget: SizeBudget,
  passesOver: PassesOver,
): Promise<PartContents> {
  const none = (why: string): PartContents => ({
    name,
    files: [],
    passedOver: new Set(),
    nothing: new SubmissionProblem(`${shownName(name)} is ${why}: hand in ${ACCEPTED}`),
  });
  const kind = await tree.kind(path);
  if (kind === 'folder') return gatheredPart(name, await readFolder(tree, path, name, budget, passesOver));
  if (kind !== 'file') return none(KINDS[kind]);
  if (ZIP.test(name)) {
    const packed = await tree.read(path, name, MOST_ZIP_BYTES);
    return gatheredPart(name, await readZip(packed, name, budget, passesOver));
  }
  if (!isCodeName(name)) return none('not code');
  if (passesOver(name, false)) return { ...none('configuration, not code'), passedOver: new Set([name]) };
  const bytes = await tree.read(path, name, budget.limit);
  budget.take(name, bytes.length);
  return { name, files: [{ path: sourcePath(name), bytes }], passedOver: new Set(), nothing: null };
}

function gatheredPart(name: string, gathered: Gathered): PartContents {
  const { files, passedOver } = gathered;
  return { name, files, passedOver, nothing: files.length === 0 ? noCode(name, gathered) : null };
}

/** An archive beside loose files has a folder of its own, without what is handed in beside it once more. */
function besideCode(zip: PartContents, others: readonly PartContents[]): PartContents {
  const loose = others.flatMap(({ files }) => files.map(({ bytes }) => Buffer.from(bytes)));
  const folder = sourcePath(zip.name).replace(ZIP, '');
  const own = zip.files.filter(({ bytes }) => !loose.some((other) => other.equals(bytes)));
  return { ...zip, files: own.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes })) };
}

function joined(parts: readonly PartContents[]): Contents {
  const files = parts.flatMap((part) => part.files);
  if (files.length === 0) throw nothingIn(parts);
  const leftOut = parts.flatMap(({ name, passedOver, nothing }) => [
    ...(nothing === null ? [] : [{ name, why: isCodeName(name) ? nothing.message : shortReason(name, nothing) }]),
    ...[...passedOver].map((path) => ({ name: path, why: 'tests, builds or configuration' })),
  ]);
  return { files, leftOut };
}

/** `not code`, from the sentence for its student. */
function shortReason(name: string, { message }: SubmissionProblem): string {
  const shown = shownName(name);
  if (message.startsWith(`${shown} is not code`)) return 'not code';
  return message.startsWith(`${shown} holds no`) ? 'no code in it' : message;
}

/** What is said of an archive or folder says more than that other things are not code. */
function nothingIn(parts: readonly PartContents[]): SubmissionProblem {
  const reasons = parts.flatMap(({ nothing }) => (nothing === null ? [] : [nothing]));
  const [first] = reasons;
  if (first === undefined) return new SubmissionProblem(`there is nothing in it: hand in ${ACCEPTED}`);
  const telling = reasons.find(({ message }) => !message.endsWith(`hand in ${ACCEPTED}`));
  if (reasons.length === 1 || telling !== undefined) return telling ?? first;
  const names = parts.map(({ name }) => shownName(name));
  return new SubmissionProblem(`${listed(names)} are not code: hand in ${ACCEPTED}`);
}

const MOST_NAMES = 5;

/** `a.pdf, b.txt and c.md` */
function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  if (more > 0) return `${names.slice(0, MOST_NAMES).join(', ')} and ${shownCount(more)} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
