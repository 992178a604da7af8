/** What something in a class folder is; only files and folders hold submissions. */
export type NodeKind = 'file' | 'folder' | 'link' | 'pipe' | 'socket' | 'device';

/** Something that lies in a folder of a class. */
export interface TreeNode {
  /** as the file system or the archive spells it */
  name: string;
  kind: NodeKind;
}

/**
 * A class as it lies on the disk, or in the zip that was downloaded. Paths are relative to it, with `/` between folders; '' is the
 * class itself. Nothing is read before it is asked for.
 */
export interface ClassTree {
  /** where it lies, as the command line named it */
  readonly path: string;
  /** what a folder holds, sorted by name */
  list(path: string): Promise<TreeNode[]>;
  kind(path: string): Promise<NodeKind>;
  /**
   * Up to `most + 1` bytes of a file, so that a longer result says "too large".
   *
   * @param shown what messages call the file
   */
  read(path: string, shown: string, most: number): Promise<Buffer>;
  /** whether it can still be read; an unmounted share takes all its files with it */
  isThere(): boolean;
  close(): Promise<void>;
}

/** A path in a tree; no `/` before what lies in the class itself. */
export function within(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
