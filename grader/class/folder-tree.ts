import { type Dirent, existsSync, type Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClassTree, NodeKind, TreeNode } from './class-tree.ts';
import { asProblem, readBytes } from './read-bytes.ts';

/** A folder on the disk. Links are seen and not followed. */
export function folderTree(path: string): ClassTree {
  const at = (inside: string): string => (inside === '' ? path : join(path, inside));
  return {
    path,
    list: (inside) => list(at(inside), inside),
    kind: (inside) => kindAt(at(inside), inside),
    read: (inside, shown, most) => readBytes(at(inside), shown, most),
    isThere: () => existsSync(path),
    close: () => Promise.resolve(),
  };
}

/** Sorted, so that which fault is named first does not depend on the file system. */
async function list(path: string, shown: string): Promise<TreeNode[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw asProblem(shown, error);
  }
}

async function kindAt(path: string, shown: string): Promise<NodeKind> {
  try {
    return kindOf(await lstat(path));
  } catch (error) {
    throw asProblem(shown, error);
  }
}

function kindOf(found: Dirent | Stats): NodeKind {
  if (found.isFile()) return 'file';
  if (found.isDirectory()) return 'folder';
  if (found.isSymbolicLink()) return 'link';
  if (found.isFIFO()) return 'pipe';
  return found.isSocket() ? 'socket' : 'device';
}
