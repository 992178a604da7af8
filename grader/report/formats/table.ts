import { fullName } from '../../roster/person-name.ts';
import { nameList } from '../../text/name-list.ts';
import type { ClassReport } from '../class-report.ts';
import { terminalTable } from '../terminal.ts';
import type { ClassFormat } from './format.ts';

/** The class as a table for a terminal; with a roster, those who handed nothing in below it. */
export const table: ClassFormat = {
  kind: 'class',
  name: 'table',
  summary: 'the class as a table for the terminal',
  fileName: 'class.txt',
  render: (report, { colour, width }) => {
    const absent = absentLine(report);
    return `${terminalTable(report.records, { colour, width })}\n${absent === null ? '' : `${absent}\n`}`;
  },
};

function absentLine({ entries }: ClassReport): string | null {
  const names = entries.filter(({ submission }) => submission === null).map(({ student }) => fullName(student));
  return names.length === 0 ? null : `No submission (${names.length}): ${nameList(names)}`;
}
