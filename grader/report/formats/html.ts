import { loadEntries } from '../../../properties/entries.ts';
import type { SubmissionRecord } from '../../record.ts';
import { replayCommand } from '../../replay-command.ts';
import { DrawingFile } from '../drawing-file.ts';
import { htmlReport } from '../html/page.ts';
import type { ClassFormat } from './format.ts';

/** The class as one page for a browser, which needs no server. */
export const html: ClassFormat = {
  kind: 'class',
  name: 'html',
  summary: 'the class as one page for a browser',
  fileName: 'class.html',
  render: ({ records, title, exercises }, { folder }) => classPage(records, title, exercises, folder),
};

/** The page of a class, with the titles and hints of the misconceptions of its exercises and the drawings that were kept. */
export async function classPage(
  records: readonly SubmissionRecord[],
  title: string,
  exercises: readonly string[],
  folder: string,
): Promise<string> {
  const entries = await loadEntries(new Set(exercises));
  const texts = new Map(
    entries.flatMap(({ entry }) =>
      entry.misconceptions.map(({ id, title: name, hint }) => [id, { title: name, hint }] as const),
    ),
  );
  const drawn = new DrawingFile(folder).read();
  // Equal sources are judged once, and drawn once.
  const first = new Map<string | null, string>();
  for (const { submission, sourceHash } of records) if (!first.has(sourceHash)) first.set(sourceHash, submission);
  return htmlReport(records, {
    title,
    generatedAt: new Date().toISOString(),
    hints: texts,
    replay: (record, exercise) =>
      exercise.counterexample === null ? null : replayCommand(record.submission, exercise.name, folder),
    values: (record, exercise) =>
      drawn(record.submission, exercise.name) ?? drawn(first.get(record.sourceHash) ?? '', exercise.name),
  });
}
