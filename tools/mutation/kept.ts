import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codeLines, hashOfCode } from './code-lines.ts';
import type { Outcome, Status } from './outcome.ts';

// Outcomes are kept in one file for each origin of mutants and each folder of reference/, kept/numeric/tensors.json, so
// that the whole reference can be run in parts, and docs/mutation.md written from all of them. Of the mutants that a test
// noticed only their number is kept.

/** Where mutants come from; Stryker's take longer. */
export const ORIGINS = ['numeric', 'stryker'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What became of the mutants of a file, of one origin, and of which code. */
export interface Kept {
  /** of its code, without comments */
  hash: string;
  commit: string;
  machine: string;
  /** how many mutants of a kind met an end: `{ killed: { 'term dropped': 3 } }` */
  counts: Partial<Record<Status, Record<string, number>>>;
  living: Living[];
}

/** A mutant that no test noticed, at a line of code counted from 0, comments left out. */
interface Living {
  row: number;
  column: number;
  kind: string;
  original: string;
  replacement: string;
  status: 'survived' | 'uncovered' | 'error';
}

/** All of an outcome that is left of a mutant that a test noticed. */
export type Counted = Pick<Outcome, 'file' | 'kind' | 'status'>;

/** Where the outcomes of a file of reference/ are kept, by the part that it belongs to. */
export function partOf(file: string): string {
  return file.split('/').length > 2 ? (file.split('/')[1] as string) : 'root';
}

/** The outcomes of one file to be kept. */
export function keep(
  file: string,
  source: string,
  outcomes: readonly Outcome[],
  where: { commit: string; machine: string },
): Kept {
  const rows = new Map(codeLines(file, source).map(({ line }, row) => [line, row]));
  const counts: Kept['counts'] = {};
  const living: Living[] = [];
  for (const { line, column, kind, original, replacement, status } of outcomes) {
    if (status === 'survived' || status === 'uncovered' || status === 'error') {
      living.push({ row: rows.get(line) as number, column, kind, original, replacement, status });
    } else {
      const kinds = (counts[status] ??= {});
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
  }
  return { hash: hashOfCode(file, source), ...where, counts, living };
}

/** The kept outcomes of a file as they are in its present text: the living in full, the others to be counted. */
export function recall(file: string, source: string, kept: Kept): { living: Outcome[]; others: Counted[] } {
  const lines = codeLines(file, source);
  const texts = source.split('\n');
  const living = kept.living.map(({ row, ...mutant }): Outcome => {
    const { line } = lines[row] as { line: number };
    return { file, line, within: texts[line - 1]?.trim() ?? '', ...mutant };
  });
  const others = Object.entries(kept.counts).flatMap(([status, kinds]) =>
    Object.entries(kinds).flatMap(([kind, count]) =>
      Array.from({ length: count }, (): Counted => ({ file, kind, status: status as Status })),
    ),
  );
  return { living, others };
}

/** Of these files with their text, those whose code has changed since their outcomes were kept, or that have none. */
export function outOfDate(sources: ReadonlyMap<string, string>, kept: ReadonlyMap<string, Kept>): string[] {
  return [...sources].flatMap(([file, source]) => (kept.get(file)?.hash === hashOfCode(file, source) ? [] : [file]));
}

/** The kept outcomes of these files. */
export function readKept(files: readonly string[], folder: string): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  for (const part of new Set(files.map(partOf))) {
    for (const [file, one] of Object.entries(readPart(folder, part))) if (files.includes(file)) kept.set(file, one);
  }
  return kept;
}

/** Keeps new outcomes beside those of the other files of their parts; files that are gone from `files` are dropped. */
export function writeKept(added: ReadonlyMap<string, Kept>, files: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const part of new Set([...added.keys()].map(partOf))) {
    const ofPart = new Map([...Object.entries(readPart(folder, part)), ...added]);
    const present = files.flatMap((file) => {
      const kept = partOf(file) === part && ofPart.get(file);
      return kept ? [[file, kept] as const] : [];
    });
    writeFileSync(pathOf(folder, part), `${JSON.stringify(Object.fromEntries(present), null, 2)}\n`);
  }
}

function readPart(folder: string, part: string): Record<string, Kept> {
  const path = pathOf(folder, part);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Kept>) : {};
}

function pathOf(folder: string, part: string): string {
  return `${folder}/${part}.json`;
}
