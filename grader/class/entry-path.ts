import { charactersOf } from '../../properties/text/characters.ts';
import { shownName } from './problem.ts';

/** The most characters of a file name with its folders; archives could hold 65,535. */
const LONGEST_PATH = 1024;
const CONTROL = charactersOf('control');

/** A path in an archive as its steps, and what is wrong with it, if it must not be used. */
export interface EntryPath {
  steps: string[];
  isFolder: boolean;
  fault: string | null;
}

/** A path as an archive spells it, without `.` and doubled slashes. */
export function pathIn(path: string): EntryPath {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return { steps, isFolder: path.endsWith('/'), fault: faultOf(path, steps) };
}

function faultOf(path: string, steps: readonly string[]): string | null {
  if (path.search(CONTROL) >= 0) return 'an entry with a control character in its name';
  if (path.length > LONGEST_PATH) return `a file whose name is longer than ${LONGEST_PATH} characters`;
  const leadsOut = /^[a-z]:|^\/|\\/i.test(path) || steps.includes('..');
  return leadsOut ? `"${shownName(path)}", a path that leads out of the archive` : null;
}
