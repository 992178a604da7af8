import type { Outcome } from '../outcome.ts';
import { KINDS, type Place, placesIn } from './places.ts';
import { parse } from './syntax.ts';

/** A numeric mutant of a file, before it has been run. */
export interface NumericMutant extends Omit<Outcome, 'status'> {
  id: string;
}

/** The names that Stryker's own instrumented code reads and writes, so that one runner serves both. */
const HEADER = `
const __board = (globalThis.__stryker__ ??= {});
const __active = (id) => {
  if (__board.activeMutant !== id) return false;
  if (__board.hitCount !== undefined && ++__board.hitCount > __board.hitLimit) throw new Error('hit limit reached');
  return true;
};
const __cover = (...ids) => {
  if (__board.activeMutant !== undefined) return;
  const coverage = (__board.mutantCoverage ??= { static: {}, perTest: {} });
  const of = __board.currentTestId === undefined ? coverage.static : (coverage.perTest[__board.currentTestId] ??= {});
  for (const id of ids) of[id] = (of[id] ?? 0) + 1;
};
`.replaceAll('\n', ' ');

/** A module that holds all its numeric mutants, each behind a switch of its own; none is on. */
export function instrument(file: string, source: string): { code: string; mutants: NumericMutant[] } {
  const places = placesIn(parse(file, source), source).filter(
    ({ start, end, replacement }) => source.slice(start, end) !== replacement,
  );
  const counts = new Map<string, number>(KINDS.map((kind) => [kind, 0]));
  const mutants = places.map((place): NumericMutant => {
    const count = (counts.get(place.kind) as number) + 1;
    counts.set(place.kind, count);
    const before = source.slice(0, place.start).split('\n');
    return {
      id: `${file}#${place.kind}#${count}`,
      file,
      line: before.length,
      column: (before.at(-1) as string).length + 1,
      kind: place.kind,
      original: source.slice(place.start, place.end),
      replacement: place.replacement,
      within: source.split('\n')[before.length - 1]?.trim() ?? '',
    };
  });
  const switched = places.map((place, i): Switched => ({ place, id: (mutants[i] as NumericMutant).id }));
  return { code: HEADER + render(source, 0, source.length, switched), mutants };
}

interface Switched {
  place: Place;
  id: string;
}

/** The source between two points with the mutants of the places inside it; mutants are made from unchanged source. */
function render(source: string, start: number, end: number, places: readonly Switched[]): string {
  let code = '';
  let at = start;
  // The outermost place first among those that begin together.
  const sorted = places.toSorted((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  while (sorted.length > 0) {
    const { start: from, end: to } = (sorted[0] as Switched).place;
    const here = sorted.filter(({ place }) => place.start === from && place.end === to);
    const within = sorted.filter(({ place }) => place.start >= from && place.end <= to);
    const inner = within.filter((place) => !here.includes(place));
    const ids = here.map(({ id }) => JSON.stringify(id));
    const mutated = here.map(({ place }, i) => `__active(${ids[i]}) ? (${place.replacement}) : `).join('');
    code += `${source.slice(at, from)}(${mutated}(__cover(${ids.join(', ')}), ${render(source, from, to, inner)}))`;
    at = to;
    sorted.splice(0, within.length);
  }
  return code + source.slice(at, end);
}
