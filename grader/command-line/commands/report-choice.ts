import { asPeopleCount, someOf } from '../../record/records.ts';
import type { ClassReport, Entry } from '../../report/class-report.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { UsageError } from '../../text/errors.ts';

/** The students of one section, and what they handed in. */
export function ofSection(report: ClassReport, section: string | undefined): ClassReport {
  if (section === undefined) return report;
  const entries = report.entries.filter(({ student }) => student.section === section);
  if (entries.length === 0) {
    const known = [...new Set(report.entries.flatMap(({ student }) => student.section ?? []))];
    throw new UsageError(
      `the roster has no section ${section}${suggestion(section, known)}: it has ${known.join(', ') || 'none'}`,
    );
  }
  const ids = new Set(entries.flatMap(({ submission }) => submission ?? []));
  const records = asPeopleCount(someOf(report.records, ids.size, (id) => ids.has(id)));
  return { ...report, entries, records, strays: [], contested: [], ambiguous: [] };
}

/** The same class with one student in it, named by id or submission. */
export function ofStudent(report: ClassReport, id: string): ClassReport {
  const isMeant = ({ student, submission }: Entry): boolean => student.id === id || submission === id;
  const entry = report.entries.find(isMeant);
  if (entry === undefined) {
    const ids = report.entries.map(({ student }) => student.id);
    throw new UsageError(`unknown student ${id}${suggestion(id, ids)}`);
  }
  const { record } = entry;
  const records = record === null ? [] : [record];
  return { ...report, entries: [entry], records, strays: [], contested: [], ambiguous: [] };
}
