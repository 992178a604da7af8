import { TOPICS } from '../../properties/entry/topics.ts';
import { type CatalogueRow, fileNameOf, type Track } from './catalogue.ts';
import type { Fault } from './fault.ts';

/** A formula with at least one file. */
export interface Begun {
  row: CatalogueRow;
  /** `training/softmax`: the path in each of the trees */
  path: string;
  /** the existing files of its tracks */
  present: ReadonlySet<string>;
}

/** What is written for an exercise; its stub and its signature follow from the entry. */
const EXERCISE_FILES: readonly string[] = ['exercise.ts', 'instructions.md'];

/** The files of each tree's folder for one formula, by the track that asks for them. */
const FILES: Readonly<Record<Exclude<Track, 'G'>, (path: string) => string[]>> = {
  R: (path) => [`reference/${path}.ts`],
  A: (path) => [`accelerated/${path}.ts`],
  P: (path) => [`properties/${path}.ts`, `properties/${path}.misconceptions.ts`],
  E: (path) => EXERCISE_FILES.map((file) => `exercises/${path}/${file}`),
};

/**
 * Which formulas are begun, and what is missing, stray or in the wrong folder among the files of the four trees, given
 * as paths relative to the root.
 */
export function checkFiles(
  rows: readonly CatalogueRow[],
  files: readonly string[],
): { begun: Begun[]; faults: Fault[] } {
  const byFile = new Map(rows.map((row) => [fileNameOf(row.id), row]));
  const faults: Fault[] = [];
  const topics = new Map<CatalogueRow, Set<string>>();
  for (const path of files) {
    const place = placeOf(path);
    if (!place) continue;
    const row = byFile.get(place.name);
    if (!TOPICS.some((topic) => topic === place.topic)) {
      faults.push({ path, message: `'${place.topic}' is not a topic; known: ${TOPICS.join(', ')}` });
    } else if (!row) {
      faults.push({ path, message: 'stray: no row of the catalogue has this name' });
    } else if (!place.expected) {
      const cure = path.endsWith('/stub.ts') ? '; the stub follows from the parameters of the entry' : '';
      faults.push({ path, message: `stray: no track of '${row.id}' asks for this file${cure}` });
    } else {
      topics.set(row, (topics.get(row) ?? new Set()).add(place.topic));
    }
  }
  const existing = new Set(files);
  const begun: Begun[] = [];
  for (const row of rows) {
    const found = topics.get(row);
    if (!found) continue;
    const path = mostComplete(row, [...found], existing);
    for (const topic of found) {
      const elsewhere = `${topic}/${fileNameOf(row.id)}`;
      if (elsewhere === path) continue;
      const wrong = files.filter(
        (file) => placeOf(file)?.topic === topic && placeOf(file)?.name === fileNameOf(row.id),
      );
      faults.push(...wrong.map((file) => ({ path: file, message: `belongs to ${path}, like '${row.id}' elsewhere` })));
    }
    const wanted = filesOf(row, path);
    const missing = wanted.filter((file) => !existing.has(file));
    faults.push(...missing.map((file) => ({ path: file, message: `missing: '${row.id}' is begun` })));
    begun.push({ row, path, present: new Set(wanted.filter((file) => existing.has(file))) });
  }
  return { begun, faults };
}

function filesOf(row: CatalogueRow, path: string): string[] {
  return [...row.tracks].flatMap((track) => (track === 'G' ? [] : FILES[track](path)));
}

function mostComplete(row: CatalogueRow, topics: readonly string[], existing: ReadonlySet<string>): string {
  const paths = topics.map((topic) => `${topic}/${fileNameOf(row.id)}`);
  const count = (path: string): number => filesOf(row, path).filter((file) => existing.has(file)).length;
  return paths.reduce((best, path) => (count(path) > count(best) ? path : best));
}

interface Place {
  topic: string;
  name: string;
  expected: boolean;
}

/** The folders of a tree that hold no formulas. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  accelerated: ['divergences'],
  properties: ['values', 'rounding', 'entry', 'inputs', 'parameters', 'suite', 'text', 'laws', 'models'],
};

/** The formula that a file of a topic folder belongs to by its name; null for what several formulas share. */
function placeOf(path: string): Place | null {
  const [tree, topic, file, inner] = path.split('/');
  if (tree === undefined || topic === undefined || file === undefined) return null;
  if (ROOMS[tree]?.includes(topic)) return null;
  if (file === 'shared' && inner !== undefined && tree !== 'exercises') return null;
  if (tree === 'exercises') {
    const expected = EXERCISE_FILES.includes(inner ?? '') && path.split('/').length === 4;
    return { topic, name: file, expected };
  }
  const endings = tree === 'properties' ? /(\.misconceptions|\.cases|\.test)?\.ts$|\.golden\.json$/ : /(\.test)?\.ts$/;
  return { topic, name: file.replace(endings, ''), expected: inner === undefined && endings.test(file) };
}
