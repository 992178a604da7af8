import { charactersOf, replaceHarmful } from '../../properties/text/characters.ts';
import { shownCount } from '../text/numbers.ts';
import type { CounterexampleRecord, ExerciseRecord } from './record.ts';

/** A message is a sentence or two; what a student put into it may be longer. */
const LONGEST_MESSAGE = 2000;
/** Characters of JSON: more than any input of an exercise takes. */
const LONGEST_VALUE = 20_000;
const HALVES = charactersOf('half');

/** A sentence that may contain a student's words, made fit for a record: one line of a bounded length. */
export function boundedText(text: string, longest = LONGEST_MESSAGE): string {
  const line = replaceHarmful(text.slice(0, 2 * longest), () => '\0')
    .replace(/\0+/g, ' ')
    .trim();
  return line.length > longest ? `${cut(line, longest - 1)}…` : line;
}

/** The beginning of a text, without half of a character at its end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/**
 * The first items of a list in one sentence, and how many more there are: a submission may have a thousand faulty files.
 *
 * @example listed(['a', 'b', 'c'], 2) // 'a; b; and 1 more'
 */
export function listed(items: readonly string[], most = 5): string {
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join('; ')}; and ${shownCount(more)} more` : items.join('; ');
}

/** An exercise of a record in which a student cannot have made anything too long for a report. */
export function bounded(exercise: ExerciseRecord): ExerciseRecord {
  const { message, line, notes, counterexample } = exercise;
  return {
    ...exercise,
    message: message === null ? null : boundedText(message),
    line: line === null ? null : boundedText(line),
    notes: notes.map((note) => boundedText(note)),
    counterexample: counterexample === null ? null : boundedValues(counterexample),
  };
}

/** The value with U+FFFD for halves of characters, which no encoder of UTF-8 takes. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(HALVES, '\ufffd');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.replace(HALVES, '\ufffd'), wellFormed(item)]),
  );
}

function boundedValues(counterexample: CounterexampleRecord): CounterexampleRecord {
  const { got, because } = counterexample;
  const length = JSON.stringify(got)?.length ?? 0;
  const short = length > LONGEST_VALUE ? `a value that takes ${length} characters to write` : wellFormed(got);
  return { ...counterexample, got: short, because: boundedText(because) };
}
