import type { ClassEntry } from '../class/class-entry.ts';
import type { ClassTree, TreeNode } from '../class/class-tree.ts';
import type { KnownStudent } from '../roster/student.ts';
import type { LayoutName } from './layout-names.ts';

/** A folder of a class that may be what a platform hands out. */
export interface ClassFolder {
  tree: ClassTree;
  /** where it lies in the tree */
  at: string;
  /** whether it is in the zip that was downloaded */
  isArchive: boolean;
  /** its own name; of the class itself the name of the folder or zip, without extension */
  name: string;
  /** what lies in it, without what operating systems leave behind */
  nodes: readonly TreeNode[];
}

/** A class as one platform's names read it. */
export interface ReadLayout {
  /** what in the folder only this platform writes, after "because" */
  because: string;
  /** why that is not enough to be sure; null if it is */
  doubt: string | null;
  entries: ClassEntry[];
  /** who handed each submission in, by its id: several for a group */
  people: ReadonlyMap<string, readonly KnownStudent[]>;
  /** what lies there and has no name of this platform */
  strays: readonly TreeNode[];
  /** the folder that they lie in, if it is not the one that was read */
  straysAt?: string;
  /** what an instructor should know, a line each */
  notes: readonly string[];
}

export interface LayoutOptions {
  /** of several assignments in the folders of nbgrader, the one that is graded */
  nbgraderAssignment: string | null;
}

/** How one platform hands submissions out. */
export interface Layout {
  name: LayoutName;
  /** as sentences call it, `a Canvas download` */
  title: string;
  /** a name as the platform writes it, for what is said of a folder without any */
  example: string;
  /** the class, or null if the folder has nothing of this platform */
  read(folder: ClassFolder, options: LayoutOptions): Promise<ReadLayout | null>;
}
