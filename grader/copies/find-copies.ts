import type { Assignment } from '../assignment/assignment.ts';
import type { ClassEntry } from '../class/class-entry.ts';
import type { Submission } from '../class/submission.ts';
import type { OpenClass } from '../layouts/open-class.ts';
import type { StoredResults } from '../store/stored-results.ts';
import { UsageError } from '../text/errors.ts';
import { type Copies, type ExerciseCopies, type FoundPair, type Group, HINT } from './copies.ts';
import { type Corpus, readCorpus, weighing } from './corpus.ts';
import { inOrder, type Pair, type Printed, pairsOf } from './pairs.ts';
import type { ReaderProcess } from './reader-process.ts';

const UNMEASURED = {
  threshold: null,
  why: 'not measured yet',
  copies: { named: 0, of: 0 },
  honest: { named: 0, of: 0 },
};

interface Read {
  functions: Map<string, Printed[]>;
  submissions: number;
  notAsGraded: string[];
  unreadable: string[];
}

/** Compares the functions of a class, as it was graded, exercise by exercise. */
export async function findCopies(
  results: Pick<StoredResults, 'records'>,
  {
    opened,
    assignment,
    reader,
    onProgress,
  }: {
    opened: OpenClass;
    assignment: Assignment;
    reader: ReaderProcess;
    onProgress: (done: number, total: number) => void;
  },
): Promise<Copies> {
  const names = assignment.exercises.map(({ name }) => name);
  const corpus = readCorpus();
  const { functions, ...read } = await readClass(results, { opened, assignment, names, reader, onProgress });
  const found = names.map((name) => comparedExercise(name, corpus, functions.get(name) ?? []));
  const pairs = found.flatMap(({ pairs: own, exercise: { name } }) =>
    own.map(
      ({ left, right, similarity }): FoundPair => ({ exercise: name, left, right, similarity: rounded(similarity) }),
    ),
  );
  return {
    schema: 'backproof/copies/1',
    note: HINT,
    assignment: assignment.name,
    ...read,
    exercises: found.map(({ exercise }) => exercise),
    pairs: pairs.sort((a, b) => inOrder(a, b) || (a.exercise < b.exercise ? -1 : 1)),
    groups: found.flatMap(({ groups, exercise: { name } }) =>
      groups.map((submissions): Group => ({ exercise: name, submissions })),
    ),
  };
}

function rounded(similarity: number): number {
  return Math.round(1000 * similarity) / 1000;
}

function comparedExercise(
  name: string,
  corpus: Corpus,
  functions: readonly Printed[],
): { exercise: ExerciseCopies; pairs: Pair[]; groups: string[][] } {
  const measured = corpus.exercises[name];
  const { threshold, why, copies, honest } = measured ?? UNMEASURED;
  const about = { name, threshold, why, copies, honest };
  if (measured === undefined || threshold === null)
    return { exercise: { ...about, compared: 0, tooLittle: 0, more: 0 }, pairs: [], groups: [] };
  const { pairs, groups, ...counts } = pairsOf(functions, weighing(corpus, measured), threshold);
  return { exercise: { ...about, ...counts }, pairs, groups };
}

/** The fingerprints of a class by exercise. The sources are not kept: there may be ten thousand. */
async function readClass(
  results: Pick<StoredResults, 'records'>,
  {
    opened,
    assignment,
    names,
    reader,
    onProgress,
  }: {
    opened: OpenClass;
    assignment: Assignment;
    names: readonly string[];
    reader: ReaderProcess;
    onProgress: (done: number, total: number) => void;
  },
): Promise<Read> {
  const { entries } = opened;
  const read: Read = { functions: new Map(), submissions: entries.length, notAsGraded: [], unreadable: [] };
  for (const [at, entry] of entries.entries()) {
    onProgress(at + 1, entries.length);
    const submission = await readOrNull(opened, entry, assignment);
    if (submission === null) read.unreadable.push(entry.id);
    else if (!isAsGraded(results, submission)) read.notAsGraded.push(submission.id);
    else if (submission.files.length > 0) {
      const answer = await reader.ask({ files: submission.files, exercises: names, whole: null });
      if (answer === null) read.unreadable.push(submission.id);
      for (const [name, hashes] of answer?.hashes ?? []) {
        const functions = read.functions.get(name) ?? [];
        functions.push({ id: submission.id, hashes });
        read.functions.set(name, functions);
      }
    }
  }
  return read;
}

/** Null if the machine cannot read it. */
async function readOrNull(opened: OpenClass, entry: ClassEntry, { limits }: Assignment): Promise<Submission | null> {
  try {
    return await opened.read(entry, limits);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return null;
  }
}

/** Whether a submission is the one that its record is of. */
function isAsGraded(results: Pick<StoredResults, 'records'>, { id, sourceHash }: Submission): boolean {
  const record = results.records.get(id);
  return record !== undefined && record.sourceHash === sourceHash;
}
