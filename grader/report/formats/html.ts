import { loadEntries } from '../../../properties/entry/entries.ts';
import { genericMisconceptions } from '../../judge/generic-misconceptions.ts';
import { type Records, someOf } from '../../record/records.ts';
import { fullName } from '../../roster/person-name.ts';
import type { Student } from '../../roster/student.ts';
import { replayCommandLine, takeOverCommandLine } from '../../text/command-line.ts';
import { inNaturalOrder } from '../../text/natural-order.ts';

import type { ClassReport, Entry } from '../class-report.ts';
import { DrawingFile } from '../drawing-file.ts';
import type { ReportMeta } from '../html/meta.ts';
import { htmlPages, htmlReport, isStudentsPage } from '../html/page.ts';
import type { Section } from '../html/sections.ts';
import { summarize } from '../summary.ts';
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

/** The pages of a class, the one named first, with all that the entries and the kept drawings add to the records. `copies` is a page beside it. */
export async function classPages(
  report: ClassReport,
  folder: string,
  fileName: string,
  copies: string | null = null,
): Promise<Generator<ReportFile>> {
  return htmlPages(report.records, { ...(await metaOf(report, folder)), copies }, fileName);
}

async function metaOf(
  { records, entries, title, exercises, originals }: ClassReport,
  folder: string,
): Promise<ReportMeta> {
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
  const names = new Map<string | null, string>();
  const sectionOf = new Map<string | null, string>();
  for (const { student, submission } of entries) {
    const name = nameBeside(student, submission);
    if (name !== null) names.set(submission, name);
    if (student.section !== null) sectionOf.set(submission, student.section);
  }
  const drawn = new DrawingFile(folder).read();
  const idOf = (submission: string): string => originals?.get(submission) ?? submission;
  // Equal sources are judged once, and drawn once.
  const { firstOfSource } = summarize(records);
  return {
    title,
    generatedAt: shownTime(new Date()),
    hints: texts,
    replay: (record, exercise) =>
      originals !== undefined || exercise.counterexample === null
        ? null
        : replayCommandLine(record.submission, exercise.name, folder),
    takeOver: (record, exercise) =>
      originals !== undefined || exercise.followThrough === null
        ? null
        : takeOverCommandLine(record.submission, exercise.name, folder),
    values: (record, exercise) =>
      drawn(idOf(record.submission), exercise.name) ?? drawn(idOf(firstOfSource(record) ?? ''), exercise.name),
    argumentNames: (exercise) => parameters.get(exercise) ?? [],
    nameOf: (record) => names.get(record.submission) ?? null,
    sections: sectionsOf(records, entries),
    sectionOf: (record) => sectionOf.get(record.submission) ?? null,
    absent: entries.filter(({ submission }) => submission === null).map(({ student }) => idAndName(student)),
  };
}

/** The sections of a roster, in the order of their names, each with the numbers of its own. */
function sectionsOf(records: Records, entries: readonly Entry[]): Section[] {
  const students = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { section } = entry.student;
    if (section !== null) students.set(section, [...(students.get(section) ?? []), entry]);
  }
  return [...students]
    .sort(([a], [b]) => inNaturalOrder(a, b))
    .map(([name, own]) => {
      const ids = new Set(own.flatMap(({ submission }) => (submission === null ? [] : [submission])));
      return { name, students: own.length, summary: summarize(someOf(records, ids.size, (id) => ids.has(id))) };
    });
}

/** Null if the submission's id is the name already. */
function nameBeside(student: Student, submission: string | null): string | null {
  const name = fullName(student);
  return name === submission ? null : name;
}

function idAndName(student: Student): string {
  const name = fullName(student);
  return name === student.id ? name : `${student.id} (${name})`;
}

/** `2026-11-22 21:00 UTC` */
function shownTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
