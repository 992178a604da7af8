import { type ClassTree, type TreeNode, within } from '../class/class-tree.ts';
import { SubmissionProblem } from '../class/problem.ts';
import { Unreadable } from '../class/read-bytes.ts';

const MOST_BYTES = 64 * 1024;

/** The text of a small file that the platform itself wrote; null if it is not there or cannot be read. */
export async function textOf(tree: ClassTree, folder: string, name: string, most = MOST_BYTES): Promise<string | null> {
  try {
    const bytes = await tree.read(within(folder, name), name, most);
    return bytes.length > most ? null : bytes.toString('utf8').replace(/^\ufeff/, '');
  } catch (error) {
    // A link, a folder, locked or gone: what it would have said is then not known.
    if (error instanceof SubmissionProblem || error instanceof Unreadable) return null;
    throw error;
  }
}

/** What lies in a folder of the class; nothing if it cannot be listed, which the reading of its submission will say. */
export async function insideOf(tree: ClassTree, folder: string): Promise<TreeNode[]> {
  try {
    return await tree.list(folder);
  } catch (error) {
    if (error instanceof SubmissionProblem || error instanceof Unreadable) return [];
    throw error;
  }
}
