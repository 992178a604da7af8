import type { ClassEntry } from '../class/class-entry.ts';
import { within } from '../class/class-tree.ts';
import { idOf } from '../class/id-of.ts';
import { shownName } from '../class/problem.ts';
import { shownCount } from '../text/numbers.ts';
import { grouped } from './groups.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';

/** Each entry of the folder is one submission, its name without extension the id. */
export const plain: Layout = {
  name: 'plain',
  title: 'a plain class folder',
  example: 'ada.ts, ada/ or ada.zip',
  read: (folder) => Promise.resolve(readPlain(folder)),
};

function readPlain({ at, nodes }: ClassFolder): ReadLayout {
  return {
    because: 'each entry in it is one submission',
    doubt: null,
    entries: plainEntries(at, nodes),
    people: new Map(),
    strays: [],
    notes: onlyZip(nodes),
  };
}

/** An archive in an archive may be the class. */
function onlyZip([only, ...others]: ClassFolder['nodes']): string[] {
  if (only === undefined || others.length > 0 || !/\.zip$/i.test(only.name)) return [];
  return [
    `the only entry is ${shownName(only.name)}: if that is the class, unpack what is around it and name it itself`,
  ];
}

/** The entries of a folder as submissions of their own. */
export function plainEntries(at: string, nodes: ClassFolder['nodes']): ClassEntry[] {
  const groups = grouped(nodes, ({ name, kind }) => idOf(name, kind === 'folder'));
  return [...groups].map(([id, own]) => {
    const names = own.map(({ name }) => name).sort();
    const parts = names.map((name) => ({ path: within(at, name), name }));
    return names.length === 1 ? { id, parts } : { id, parts, problem: doubledProblem(id, names) };
  });
}

/** The most names in a message: a student may hand in thousands of files whose names differ behind the dot alone. */
const MOST_NAMES = 5;

/** What is said of an id that several entries have. */
export function doubledProblem(id: string, names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  const first = names.slice(0, MOST_NAMES).map(shownName);
  const all = more > 0 ? `${first.join(', ')} and ${shownCount(more)} more` : first.join(' and ');
  const isSpelling = new Set(names.map((name) => name.normalize('NFC'))).size < names.length;
  const why = isSpelling ? ' (the same letters, with accents in two spellings, NFC and NFD)' : '';
  return `the id ${shownName(id)} is there more than once: ${all}${why}; leave one of them`;
}
