import { shownCount } from '../text/numbers.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import type { RawFile } from './source-hash.ts';

/** Whether a file or folder inside a submission is passed over. */
export type PassesOver = (name: string, isFolder: boolean) => boolean;

/** The code in a folder or archive, and what else is worth a word. */
export interface Gathered {
  files: RawFile[];
  /** how many links there are, which nobody follows */
  links: number;
  /** archives in it, which are not opened */
  archives: string[];
  /** what was passed over, by its path */
  passedOver: Set<string>;
}

const ARCHIVE = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz)$/i;

export function isArchive(name: string): boolean {
  return ARCHIVE.test(name);
}

/** What is said of a folder or archive without code; there may be links or archives in it that lead to some. */
export function noCode(name: string, { links, archives, passedOver }: Omit<Gathered, 'files'>): SubmissionProblem {
  const [archive] = archives;
  const [passed] = passedOver;
  let why = '';
  if (links > 0) why = ' (links are not followed)';
  else if (archive !== undefined)
    why = `, only the archive ${shownName(archive)} in it: hand in the files themselves, or one .zip of them`;
  else if (passed !== undefined) {
    const more = passedOver.size > 1 ? ` and ${shownCount(passedOver.size - 1)} more` : '';
    why = ` but tests, builds or configuration (${shownName(passed)}${more}), which are not graded`;
  }
  return new SubmissionProblem(`${shownName(name)} holds no .ts, .js or .mjs file${why}`);
}
