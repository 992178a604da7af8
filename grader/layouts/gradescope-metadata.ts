import { parse, YAMLError } from 'yaml';
import type { KnownStudent } from '../roster/student.ts';
import { programTime } from './times.ts';

/** What the metadata of an export say of one submission. */
export interface SubmissionMetadata {
  people: KnownStudent[];
  submittedAt?: string;
}

const KEY = /^:?(submission_\d+):\s*$/;
/** The keys of a submission that are read; most of the file are results of Gradescope's own autograder. */
const WANTED = /^ {2}:(submitters|created_at):/;

/**
 * The submitters and times in a `submission_metadata.yml`. It is cut into its submissions first: a file that was cut off in the middle
 * loses the last one alone, and only what is wanted of each is parsed.
 */
export function readMetadata(text: string): { submissions: Map<string, SubmissionMetadata>; faults: string[] } {
  const submissions = new Map<string, SubmissionMetadata>();
  const faults: string[] = [];
  for (const [id, lines] of blocksOf(text)) {
    const parsed = parsedBlock(lines);
    if (typeof parsed === 'string') faults.push(`${id} cannot be read (${parsed}): export the submissions again`);
    else submissions.set(id, parsed);
  }
  return { submissions, faults };
}

function blocksOf(text: string): Map<string, string[]> {
  const blocks = new Map<string, string[]>();
  let lines: string[] = [];
  let isWanted = false;
  for (const line of text.split(/\r?\n/)) {
    const id = KEY.exec(line)?.[1];
    if (id !== undefined) {
      lines = [];
      blocks.set(id, lines);
      isWanted = false;
    } else {
      // A list may begin in the column of its key.
      if (/^ {2}[^\s-]/.test(line)) isWanted = WANTED.test(line);
      if (isWanted) lines.push(line);
    }
  }
  return blocks;
}

function parsedBlock(lines: readonly string[]): SubmissionMetadata | string {
  let json: unknown;
  try {
    json = parse(lines.join('\n'), { logLevel: 'error', schema: 'failsafe' });
  } catch (error) {
    if (error instanceof YAMLError) return error.message.split('\n', 1)[0] ?? 'not YAML';
    throw error;
  }
  const submitters = fieldOf(json, 'submitters');
  if (!Array.isArray(submitters)) return 'it names no submitters';
  const created = fieldOf(json, 'created_at');
  // Ruby may write the time as an object with two forms of it.
  const time = fieldOf(created, 'utc') ?? created;
  const submittedAt = typeof time === 'string' ? programTime(time) : undefined;
  return { people: submitters.map(personOf), ...(submittedAt === undefined ? {} : { submittedAt }) };
}

function personOf(submitter: unknown): KnownStudent {
  const known: KnownStudent = {};
  const set = (field: keyof KnownStudent, key: string): void => {
    const value = fieldOf(submitter, key);
    if (typeof value === 'string' && value.trim() !== '' && value !== 'null' && value !== '~')
      known[field] = value.trim().normalize('NFC');
  };
  set('name', 'name');
  set('sisId', 'sid');
  set('email', 'email');
  return known;
}

/** A field by its Ruby symbol, `:name`. */
function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = Object.entries(value).find(([name]) => name === `:${key}` || name === key);
  return found?.[1];
}
