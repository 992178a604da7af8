import type { ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { findable, type StoredRecords, someOf } from '../record/records.ts';
import { nameless } from '../roster/student.ts';
import { derivedKey } from '../secret/secret.ts';
import type { ClassReport, Entry } from './class-report.ts';

const FEWEST_DIGITS = 6;

/**
 * A pseudonym for each id, `student-3fa9c1`, from the key of the class: the same in every report, and of no use to anybody
 * without the key.
 */
export function pseudonymsOf(ids: readonly string[], key: string): Map<string, string> {
  const hashes = new Map(ids.map((id) => [id, derivedKey(key, 'pseudonym', id)]));
  const shortest = (digits: number): number =>
    new Set([...hashes.values()].map((hash) => hash.slice(0, digits))).size === ids.length
      ? digits
      : shortest(digits + 1);
  const digits = shortest(FEWEST_DIGITS);
  return new Map([...hashes].map(([id, hash]) => [id, `student-${hash.slice(0, digits)}`]));
}

/** A class under pseudonyms, in their order: that of the ids would say who is who. */
export function anonymousReport(
  report: ClassReport,
  key: string,
): { report: ClassReport; pseudonyms: Map<string, string> } {
  const records = findable(report.records);
  const absent = report.entries.flatMap(({ student, submission }) => (submission === null ? [student.id] : []));
  const pseudonyms = pseudonymsOf([...new Set([...records.ids, ...absent])], key);
  const originals = new Map([...pseudonyms].map(([id, pseudonym]) => [pseudonym, id]));
  const hidden = anonymousRecords(records, pseudonyms, originals);
  const named = (id: string): string => pseudonyms.get(id) ?? 'student';
  const entries = report.entries.map(({ student, submission }): Entry => {
    const pseudonym = named(submission ?? student.id);
    const { section, excused } = student;
    return {
      student: { ...nameless(pseudonym), section, excused },
      submission: submission === null ? null : pseudonym,
      get record() {
        return submission === null ? null : hidden.recordOf(pseudonym);
      },
    };
  });
  const strays = new Set(Array.from(report.strays, ({ submission }) => named(submission)));
  return {
    pseudonyms,
    report: {
      ...report,
      originals,
      records: hidden,
      entries: entries.sort((a, b) => (a.student.id < b.student.id ? -1 : 1)),
      strays: someOf(hidden, strays.size, (id) => strays.has(id)),
      ambiguous: report.ambiguous.map(named),
      contested: report.contested.map(({ student, submissions }) => ({
        student: nameless(named(submissions[0] ?? student.id)),
        submissions: submissions.map(named),
      })),
    },
  };
}

function anonymousRecords(
  records: StoredRecords,
  pseudonyms: ReadonlyMap<string, string>,
  originals: ReadonlyMap<string, string>,
): StoredRecords {
  const ids = records.ids.flatMap((id) => pseudonyms.get(id) ?? []).sort();
  const recordOf = (pseudonym: string): SubmissionRecord | null => {
    const record = records.recordOf(originals.get(pseudonym) ?? '');
    return record === null ? null : anonymousRecord(record, pseudonyms);
  };
  return {
    length: records.length,
    ids,
    recordOf,
    *[Symbol.iterator]() {
      for (const id of ids) {
        const record = recordOf(id);
        if (record !== null) yield record;
      }
    },
  };
}

/** The student's id is also the name of the file that messages and lines name. */
function anonymousRecord(record: SubmissionRecord, pseudonyms: ReadonlyMap<string, string>): SubmissionRecord {
  const hide = hiding(record.submission, pseudonyms);
  return {
    ...record,
    submission: pseudonyms.get(record.submission) ?? 'student',
    message: hide(record.message),
    similarTo: record.similarTo.map((id) => pseudonyms.get(id) ?? 'student'),
    exercises: record.exercises.map((exercise) => anonymousExercise(exercise, hide)),
  };
}

function anonymousExercise(exercise: ExerciseRecord, hide: (text: string | null) => string | null): ExerciseRecord {
  return { ...exercise, message: hide(exercise.message), line: hide(exercise.line) };
}

/** Puts the pseudonym in the place of an id, where it stands as a word of its own. */
function hiding(id: string, pseudonyms: ReadonlyMap<string, string>): (text: string | null) => string | null {
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}_])`, 'gu');
  return (text) => text?.replace(word, () => pseudonyms.get(id) ?? 'student') ?? null;
}
