import { fullName } from '../../roster/person-name.ts';
import { safeNames } from '../../text/safe-names.ts';
import { isExcused } from '../class-report.ts';
import { type Cell, csvText } from '../csv.ts';
import type { ClassFormat } from './format.ts';

/**
 * A list for a mail merge: whom to write to, the points, and the file of feedback to attach, as `--format feedback` names it.
 * Students without a submission have no file, those who are excused no points; a submission on which the grader itself
 * failed has no row.
 */
export const mailmerge: ClassFormat = {
  kind: 'class',
  name: 'mailmerge',
  summary: 'a list for a mail merge: id, name, email, points, file of feedback',
  fileName: 'mailmerge.csv',
  render: ({ entries }) => {
    const names = safeNames(entries.map(({ student }) => student.id));
    const rows = entries.flatMap(({ student, record }): Cell[][] => {
      if (record?.status === 'infra_error') return [];
      const points = isExcused({ student, record }) ? null : (record?.points ?? null);
      const file = record === null ? null : `${names.get(student.id)}.html`;
      return [[student.id, fullName(student), student.email, points, file]];
    });
    return csvText([['id', 'name', 'email', 'points', 'file'], ...rows]);
  },
};
