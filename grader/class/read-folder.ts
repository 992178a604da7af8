import { type ClassTree, within } from './class-tree.ts';
import { isCodeName, isSkipped, sourcePath } from './code-file.ts';
import { type Gathered, isArchive, type PassesOver } from './gathered.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import type { SizeBudget } from './size-budget.ts';

/** The most files and folders of any kind that one submission may hold. */
export const MOST_ENTRIES = 1000;

/**
 * The code in a student's folder and the folders in it. Other files are ignored, links among them.
 *
 * @param name what messages call the folder
 * @throws {SubmissionProblem} It holds too much, or code that cannot be read.
 */
export async function readFolder(
  tree: ClassTree,
  root: string,
  name: string,
  budget: SizeBudget,
  passesOver: PassesOver,
): Promise<Gathered> {
  const gathered: Gathered = { files: [], links: 0, archives: [], passedOver: new Set() };
  const folders = [''];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside = within(root, folder).replace(/\/$/, '');
    for (const entry of await tree.list(inside)) {
      if (isSkipped(entry.name)) continue;
      const path = within(folder, entry.name);
      if (passesOver(entry.name, entry.kind === 'folder')) {
        gathered.passedOver.add(path);
        continue;
      }
      seen += 1;
      if (seen > MOST_ENTRIES) throw new SubmissionProblem(`${shownName(name)} holds more than ${MOST_ENTRIES} files`);
      if (entry.kind === 'folder') folders.push(path);
      else if (entry.kind === 'link') gathered.links += 1;
      else if (entry.kind === 'file' && isCodeName(entry.name)) {
        const bytes = await tree.read(within(inside, entry.name), path, budget.limit);
        budget.take(path, bytes.length);
        gathered.files.push({ path: sourcePath(path), bytes });
      } else if (isArchive(entry.name)) gathered.archives.push(path);
    }
  }
  return gathered;
}
