import { UsageError } from '../text/errors.ts';
import { listedName, nameList } from '../text/name-list.ts';

/** The column of an assignment in a gradebook. */
export interface GradebookColumn {
  /** as the platform wrote it */
  header: string;
  title: string;
  /** null if the header does not say it */
  points: number | null;
}

/**
 * The columns of assignments in a header.
 *
 * @param pattern how the platform writes one: groups `title` and, if it says them, `points`
 */
export function columnsIn(header: readonly string[], pattern: RegExp): GradebookColumn[] {
  return header.flatMap((cell) => {
    const found = pattern.exec(cell)?.groups;
    if (found === undefined) return [];
    const points = found['points'] === undefined ? null : Number(found['points'].replace(',', '.'));
    return [{ header: cell, title: (found['title'] ?? '').trim(), points }];
  });
}

/**
 * The column that is meant by a title, or by the whole header; null if there is none.
 *
 * @throws {UsageError} Several columns have the title.
 */
export function columnCalled(title: string, columns: readonly GradebookColumn[]): GradebookColumn | null {
  const wanted = folded(title);
  const exact = columns.find(({ header }) => folded(header) === wanted);
  if (exact !== undefined) return exact;
  const [only, ...others] = columns.filter((column) => folded(column.title) === wanted);
  if (only !== undefined && others.length > 0) {
    const headers = nameList([only, ...others].map(({ header }) => header));
    throw new UsageError(`the roster has several columns ${listedName(title)}: name one with --title: ${headers}`);
  }
  return only ?? null;
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
