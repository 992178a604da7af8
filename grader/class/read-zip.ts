import { type Entry, fromBufferPromise } from 'yauzl';
import { isCodeName, isSkipped, sourcePath } from './code-file.ts';
import { type Gathered, isArchive, type PassesOver } from './gathered.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import type { SizeBudget } from './size-budget.ts';
import { entryPath, isLink, unpack } from './zip-entry.ts';
import { expectFewEntries, expectZipSize, unreadableZip, withoutWrapper } from './zip-rules.ts';

/**
 * The code in a student's zip file; one folder around it is taken off. Nothing is unpacked to disk, and nothing is inflated
 * further than it declares. Other entries are ignored, links and zip files among them.
 *
 * @throws {SubmissionProblem} It is broken, an attack, or too large.
 */
export async function readZip(
  packed: Buffer,
  name: string,
  budget: SizeBudget,
  passesOver: PassesOver,
): Promise<Gathered> {
  expectZipSize(packed.length, name);
  try {
    const gathered = await readEntries(packed, name, budget, passesOver);
    return { ...gathered, files: withoutWrapper(gathered.files) };
  } catch (error) {
    if (error instanceof SubmissionProblem) throw error;
    // The archive is in memory, so whatever fails from here on is the archive's fault, not the machine's.
    throw unreadableZip(name, error);
  }
}

async function readEntries(
  packed: Buffer,
  name: string,
  budget: SizeBudget,
  passesOver: PassesOver,
): Promise<Gathered> {
  const zip = await fromBufferPromise(packed, { lazyEntries: true, decodeStrings: false });
  expectFewEntries(zip.entryCount, name);
  const gathered: Gathered = { files: [], links: 0, archives: [], passedOver: new Set() };
  const bytesAt = (start: number, length: number): Buffer => packed.subarray(start, start + length);
  for await (const entry of zip.eachEntry()) {
    const steps = safeSteps(entry, name);
    if (steps === null) continue;
    const file = steps.join('/');
    const passed = steps.findIndex((step, i) => passesOver(step, i < steps.length - 1));
    if (passed >= 0) gathered.passedOver.add(steps.slice(0, passed + 1).join('/'));
    else if (isLink(entry)) gathered.links += 1;
    else if (isCodeName(file)) {
      const path = sourcePath(file);
      budget.take(path, entry.uncompressedSize);
      gathered.files.push({ path, bytes: await unpack(zip, bytesAt, entry, `${name}/${path}`) });
    } else if (isArchive(file)) gathered.archives.push(file);
  }
  return gathered;
}

/**
 * The path of an entry in the archive as its steps, null for folders and what is skipped. An archive with a path that leads out of
 * it is refused as a whole.
 */
function safeSteps(entry: Entry, name: string): string[] | null {
  const { steps, isFolder, fault } = entryPath(entry);
  if (fault !== null) throw new SubmissionProblem(`${shownName(name)} holds ${fault}`);
  return isFolder || steps.length === 0 || steps.some(isSkipped) ? null : steps;
}
