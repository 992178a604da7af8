import type { SubmissionRecord } from '../../grader/record/record.ts';
import { STATUS_TEXT } from '../../grader/report/statuses.ts';
import type { Files } from './files.ts';

/** A line of a file, with what the verdict says of it. */
export interface Remark {
  path: string;
  /** from 1 */
  line: number;
  severity: 'error' | 'warning';
  text: string;
}

/** The file and line that `ada.ts:12` names, null if there is no such file. */
export function placeOf(line: string, files: Files): { path: string; line: number } | null {
  const [, path = '', number = ''] = /^(.*):(\d+)$/s.exec(line) ?? [];
  return files.some((file) => file.path === path) ? { path, line: Number(number) } : null;
}

/** A text in parts: those that are the place of a line, and those between them. */
export function partsOf(text: string, files: Files): (string | { text: string; path: string; line: number })[] {
  const names = files.map(({ path }) => path.replace(/\W/g, '\\$&')).sort((a, b) => b.length - a.length);
  if (names.length === 0) return [text];
  const places = new RegExp(`(?<![\\w./-])(${names.join('|')}):(\\d+)`, 'g');
  const parts: ReturnType<typeof partsOf> = [];
  let at = 0;
  for (const found of text.matchAll(places)) {
    parts.push(text.slice(at, found.index), { text: found[0], path: found[1] ?? '', line: Number(found[2]) });
    at = found.index + found[0].length;
  }
  return [...parts, text.slice(at)].filter((part) => part !== '');
}

/** What a record says of lines. */
export function remarksIn(record: SubmissionRecord, files: Files): Remark[] {
  const ofWhole = partsOf(record.message ?? '', files).flatMap((part) =>
    typeof part === 'string'
      ? []
      : [{ path: part.path, line: part.line, severity: 'error' as const, text: record.message ?? '' }],
  );
  const ofExercises = record.exercises.flatMap(({ name, status, message, hint, line }): Remark[] => {
    const place = line === null || status === 'correct' ? null : placeOf(line, files);
    if (place === null) return [];
    const severity = status === 'unstable' || status === 'disputed' ? 'warning' : 'error';
    const text = [`${name} ${STATUS_TEXT[status].instead}`, message, hint].filter((part) => part !== null).join('. ');
    return [{ ...place, severity, text }];
  });
  return [...ofWhole, ...ofExercises];
}
