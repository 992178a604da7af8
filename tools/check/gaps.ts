import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';

/** What marks a place of a new formula that is still to be filled in: `TODO(gap): the maths, with the names of the page`. */
export const GAP = 'TODO(gap):';

/** Where the files of a formula are, what a gap may be left in. */
const OWN = /^(reference|accelerated|properties|exercises|tools\/accuracy\/exact|tools\/bench\/sizes)\//;

/** The gaps of a file: each with its line, and what to do there. */
export function gapsOf(path: string, text: string): Fault[] {
  return text.split('\n').flatMap((line, i) => {
    const at = line.indexOf(GAP);
    if (at < 0) return [];
    // In code it is a string or a comment, whose ends are no part of it.
    const [what = ''] = line.slice(at + GAP.length).split("'");
    return [{ path, line: i + 1, message: `gap: ${what.replace(/\s*(\*\/|\$\$)$/, '').trim()}` }];
  });
}

/** The gaps of those of the files that belong to formulas. */
export function gapsBelow(root: string, files: readonly string[]): Fault[] {
  return files.filter((path) => OWN.test(path)).flatMap((path) => gapsOf(path, readFileSync(join(root, path), 'utf8')));
}
