import { type TreeNode, within } from '../class/class-tree.ts';
import { sharedPrefix } from './groups.ts';
import type { ClassFolder } from './layout.ts';
import { insideOf } from './small-file.ts';

/** A folder that may be the clone of a student's repository, and what lies in it. */
export interface Clone {
  node: TreeNode;
  path: string;
  /** names of what lies in it */
  inside: ReadonlySet<string>;
}

/** What Classroom 50 puts into each repository. */
export const CLASSROOM50_MARKS = ['.classroom50.yaml', '.classroom50.yml'];

export function isOfClassroom50({ inside }: Clone): boolean {
  return CLASSROOM50_MARKS.some((mark) => inside.has(mark));
}

/** The folders of a class with what lies in them; other entries are no clones. */
export async function clonesIn({ tree, at, nodes }: ClassFolder): Promise<Clone[]> {
  const clones: Clone[] = [];
  for (const node of nodes.filter(({ kind }) => kind === 'folder')) {
    const path = within(at, node.name);
    const inside = await insideOf(tree, path);
    clones.push({ node, path, inside: new Set(inside.map(({ name }) => name)) });
  }
  return clones;
}

/**
 * What the names of all clones begin with, the assignment: what the folder around them is called for, `hw1-submissions`, if that fits,
 * or else what they share; '' if they share nothing.
 */
export function assignmentPrefix(names: readonly string[], folder: string): string {
  const slug = `${/^(.+?)[-_]submissions\b/.exec(folder)?.[1] ?? folder}-`;
  if (names.every((name) => name.startsWith(slug) && name.length > slug.length)) return slug;
  return names.length < 2 ? '' : sharedPrefix(names, '-');
}
