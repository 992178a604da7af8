import type { RawFile } from './source-hash.ts';
import type { HandedIn, LeftOut } from './submission.ts';

/** A file or folder of the class that belongs to a submission. */
export interface Part {
  /** where it lies in the class */
  path: string;
  /** what its student called it: the platform's additions to the name are taken off */
  name: string;
}

/** One submission of a class by its names; nothing of it has been read yet. */
export interface ClassEntry extends HandedIn {
  id: string;
  /** what it is made of */
  parts: readonly Part[];
  /** what its names alone say about why it cannot be graded */
  problem?: string;
  /** parts of the student's that are left out by their names: earlier attempts */
  leftOut?: readonly LeftOut[];
  /**
   * What becomes of tests, builds and configuration beside the code: graded as code (absent), graded only if there is nothing else
   * (`fallback`), or never graded (`never`, in a clone of a repository, which has the tests of the course in it).
   */
  projectFiles?: 'fallback' | 'never';
  /** whether its folders are the platform's own, so that a zip in one is what the student handed in */
  isInFolders?: true;
  /** the last word on which of the files count and what they are called, once they are read */
  settle?: (files: readonly RawFile[]) => Settled;
}

export interface Settled {
  files: RawFile[];
  leftOut: LeftOut[];
}
