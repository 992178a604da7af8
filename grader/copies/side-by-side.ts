import type { Assignment } from '../assignment/assignment.ts';
import type { Submission } from '../class/submission.ts';
import type { OpenClass } from '../layouts/open-class.ts';
import type { FoundPair } from './copies.ts';
import { readCorpus, weighing } from './corpus.ts';
import type { ReachedFunction } from './fingerprints.ts';
import type { ReaderProcess } from './reader-process.ts';
import { type ShownPiece, shownSource } from './shown-source.ts';

/** A pair with both sources. */
export interface ShownPair extends FoundPair {
  sources: [ShownPiece[], ShownPiece[]];
}

/** What so little weighs is everybody's, and not marked: every other function has it. */
const LEAST_MARKED = 100;

/** Reads the sources of pairs again, for a page. Those that are gone meanwhile are left out. */
export async function sideBySide(
  pairs: readonly FoundPair[],
  { opened, assignment, reader }: { opened: OpenClass; assignment: Assignment; reader: ReaderProcess },
): Promise<ShownPair[]> {
  const entries = new Map(opened.entries.map((entry) => [entry.id, entry]));
  const exercises = assignment.exercises.map(({ name }) => name);
  const corpus = readCorpus();
  const reached = async (id: string, whole: string): Promise<[Submission, ReachedFunction] | null> => {
    const entry = entries.get(id);
    if (entry === undefined) return null;
    const submission = await opened.read(entry, assignment.limits);
    const found = (await reader.ask({ files: submission.files, exercises, whole }))?.whole ?? null;
    return found === null ? null : [submission, found];
  };
  const shown: ShownPair[] = [];
  for (const pair of pairs) {
    const measured = corpus.exercises[pair.exercise];
    const [left, right] = [await reached(pair.left, pair.exercise), await reached(pair.right, pair.exercise)];
    if (left === null || right === null || measured === undefined) continue;
    const weigh = weighing(corpus, measured);
    const hashesOf = ([, { fingerprints }]: [Submission, ReachedFunction]): Set<number> =>
      new Set(fingerprints.map(({ hash }) => hash));
    const [ours, theirs] = [hashesOf(left), hashesOf(right)];
    const isShared = (hash: number): boolean => ours.has(hash) && theirs.has(hash) && weigh(hash) >= LEAST_MARKED;
    const source = ([{ files }, found]: [Submission, ReachedFunction]): ShownPiece[] =>
      shownSource(files, found, isShared);
    shown.push({ ...pair, sources: [source(left), source(right)] });
  }
  return shown;
}
