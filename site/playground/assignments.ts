import {
  type Assignment,
  bundledAssignment,
  noAssignment,
  parseAssignment,
} from '../../grader/assignment/assignment.ts';
import { shownName } from '../../grader/class/problem.ts';
import { didYouMean } from '../../grader/text/did-you-mean.ts';
import { UsageError } from '../../grader/text/errors.ts';
import { assignmentAddress, type Choice } from './choice.ts';
import type { ListedExercise } from './exercise-data.ts';

/** An assignment to work on, and by which name the browser keeps the work. */
export interface Opened {
  assignment: Assignment;
  key: string;
}

/** Where assignments come from. */
export interface Sources {
  known: readonly ListedExercise[];
  page: URL;
  /** the text at an address; null if there is nothing */
  fetchText: (address: URL) => Promise<string | null>;
  /** the text of an assignment that was opened as a file; null if it is not kept */
  keptText: (name: string) => string | null;
}

/** Nothing larger is an assignment. */
const MOST_BYTES = 1024 * 1024;

/**
 * The assignment that a link asks for; null if it asks for none.
 *
 * @throws {UsageError} There is none, or it has a fault: one clear line.
 */
export async function openedBy(choice: Choice, sources: Sources): Promise<Opened | null> {
  switch (choice.kind) {
    case 'nothing':
      return null;
    case 'exercise':
      return { assignment: single(choice.name, sources.known), key: `exercise/${choice.name}` };
    case 'opened':
      return openedFile(choice.name, sources);
    case 'assignment': {
      const bundled = bundledAssignment(choice.name, sources.known);
      return bundled === null ? linked(choice.name, sources) : { assignment: bundled, key: `bundled/${choice.name}` };
    }
  }
}

/** An assignment in a file that was opened or dropped. @throws {UsageError} It is none. */
export function assignmentOf(file: string, text: string, known: readonly ListedExercise[]): Opened {
  if (text.length > MOST_BYTES) throw new UsageError(`${shownName(file)} is too large for an assignment`);
  const assignment = parseAssignment(file, text, known);
  return { assignment, key: `opened/${assignment.name}` };
}

function single(name: string, known: readonly ListedExercise[]): Assignment {
  const all = bundledAssignment('all', known);
  const found = known.find((exercise) => exercise.name === name);
  if (found === undefined || all === null) {
    const meant = didYouMean(
      name,
      known.map((exercise) => exercise.name),
    );
    throw new UsageError(
      `unknown exercise ${shownName(name)}${meant === null ? '' : ` (did you mean ${meant}?)`}: choose one below`,
    );
  }
  return { ...all, name, title: found.title, exercises: [{ name, points: found.points }] };
}

function openedFile(name: string, { known, keptText }: Sources): Opened {
  const text = keptText(name);
  if (text === null)
    throw new UsageError(`the assignment ${shownName(name)} is not kept in this browser: open its file again`);
  return assignmentOf(`${name}.json`, text, known);
}

async function linked(name: string, { known, page, fetchText }: Sources): Promise<Opened> {
  const address = assignmentAddress(name, page);
  if (typeof address === 'string') throw new UsageError(address);
  const text = await fetchText(address);
  // A name that is no file is more likely a bundled one misspelt.
  if (text === null) throw noAssignment(shownName(name), known);
  return { ...assignmentOf(name, text, known), key: `linked/${address.pathname}${address.search}` };
}
