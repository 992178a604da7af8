import { loadEntries } from '../../../properties/entry/entries.ts';
import { genericMisconceptions } from '../../judge/generic-misconceptions.ts';
import type { SubmissionRecord } from '../../record/record.ts';
import { fullName } from '../../roster/person-name.ts';
import type { Student } from '../../roster/student.ts';
import { replayCommandLine, takeOverCommandLine } from '../../text/command-line.ts';

import type { ClassReport } from '../class-report.ts';
import { DrawingFile } from '../drawing-file.ts';
import type { ReportMeta } from '../html/meta.ts';
import { htmlPages, htmlReport, isStudentsPage } from '../html/page.ts';
import type { ReportFile } from '../write-owned.ts';
import type { ClassFormat } from './format.ts';

/** The class as one page for a browser, which needs no server; a large class has its students on pages beside it. */
export const html: ClassFormat = {
  kind: 'class',
  name: 'html',
  summary: 'the class as a page for a browser',
  fileName: 'class.html',
  render: async (report, { folder }) => htmlReport(report.records, await metaOf(report, folder)),
  files: (report, { folder }, fileName) => classPages(report, folder, fileName),
  isPart: isStudentsPage,
};

/** The pages of a class, the one named first, with all that the entries and the kept drawings add to the records. */
export async function classPages(
  report: ClassReport,
  folder: string,
  fileName: string,
): Promise<Generator<ReportFile>> {
  return htmlPages(report.records, await metaOf(report, folder), fileName);
}

async function metaOf({ records, entries, title, exercises }: ClassReport, folder: string): Promise<ReportMeta> {
  const located = await loadEntries(new Set(exercises));
  const texts = new Map(
    located.flatMap((item) =>
      [...item.entry.misconceptions, ...genericMisconceptions(item)].map(
        ({ id, title: name, hint }) => [id, { title: name, hint }] as const,
      ),
    ),
  );
  const known = located.map(({ entry }) => entry);
  const parameters = new Map(known.map((entry) => [entry.id, Object.keys(entry.parameters)]));
  const names = new Map(entries.map(({ student, record }) => [record, nameBeside(student, record)]));
  const drawn = new DrawingFile(folder).read();
  // Equal sources are judged once, and drawn once.
  const first = new Map<string | null, string>();
  for (const { submission, sourceHash } of records) if (!first.has(sourceHash)) first.set(sourceHash, submission);
  return {
    title,
    generatedAt: shownTime(new Date()),
    hints: texts,
    replay: (record, exercise) =>
      exercise.counterexample === null ? null : replayCommandLine(record.submission, exercise.name, folder),
    takeOver: (record, exercise) =>
      exercise.followThrough === null ? null : takeOverCommandLine(record.submission, exercise.name, folder),
    values: (record, exercise) =>
      drawn(record.submission, exercise.name) ?? drawn(first.get(record.sourceHash) ?? '', exercise.name),
    argumentNames: (exercise) => parameters.get(exercise) ?? [],
    nameOf: (record) => names.get(record) ?? null,
    absent: entries.filter(({ record }) => record === null).map(({ student }) => idAndName(student)),
  };
}

/** Null if the submission's id is the name already. */
function nameBeside(student: Student, record: SubmissionRecord | null): string | null {
  const name = fullName(student);
  return name === record?.submission ? null : name;
}

function idAndName(student: Student): string {
  const name = fullName(student);
  return name === student.id ? name : `${student.id} (${name})`;
}

/** `2026-11-22 21:00 UTC` */
function shownTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
