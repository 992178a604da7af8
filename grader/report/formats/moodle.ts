import type { SubmissionRecord } from '../../record/record.ts';
import { fullName } from '../../roster/person-name.ts';
import type { Student } from '../../roster/student.ts';
import { isExcused } from '../class-report.ts';
import { type Cell, csvText, exactCell, isLost } from '../csv.ts';
import type { Visible } from '../explanation.ts';
import { html } from '../html/escape.ts';
import { visibleSummary } from '../visible-text.ts';
import type { ClassFormat } from './format.ts';

/**
 * Grades for Moodle, in the columns of its grading worksheet: for an assignment's "Upload grading worksheet" (which finds
 * students by `Identifier`, the `Participant 123456` of a worksheet or of a downloaded file's name) and for the gradebook's CSV
 * import (map `ID number` or `Email address`, and `Grade` and `Feedback comments`).
 *
 * - "Last modified (grade)" is empty, so that a grade that somebody changed in Moodle is kept, unless the import form says otherwise.
 * - Students who handed nothing in, or are excused, have an empty grade; a submission on which the grader itself failed has no row.
 * - Comments are HTML in Moodle: they are escaped, a line each.
 *
 * @see https://github.com/moodle/moodle/blob/main/mod/assign/feedback/offline/importgradeslib.php (`init`, `next`)
 */
export const moodle: ClassFormat = {
  kind: 'class',
  name: 'moodle',
  summary: 'a grading worksheet that Moodle imports',
  fileName: 'moodle.csv',
  identities,
  render: ({ maxPoints, entries }, { visible }) => {
    const header = [
      'Identifier',
      'Full name',
      'ID number',
      'Email address',
      'Grade',
      'Maximum Grade',
      'Last modified (grade)',
      'Feedback comments',
    ];
    const rows = entries
      .filter(({ student, record }) => record?.status !== 'infra_error' && !isLost(identities(student)))
      .map(({ student, record }): Cell[] => {
        const [identifier, idNumber, email] = identities(student).map(exactCell);
        return [
          identifier ?? null,
          fullName(student),
          idNumber ?? null,
          email ?? null,
          isExcused({ student, record }) ? null : (record?.points ?? null),
          maxPoints,
          null,
          record === null ? null : comment(record, visible),
        ];
      });
    return csvText([header, ...rows]);
  },
};

/** The ID number is the roster's SIS id, which an institution identifies its students by, otherwise the id. */
function identities({ moodleId, sisId, id, email }: Student): (string | null)[] {
  return [moodleId === null ? null : `Participant ${moodleId}`, sisId ?? id, email];
}

function comment(record: SubmissionRecord, visible: Visible): string {
  return visibleSummary(record, visible)
    .split('\n')
    .map((line) => html`${line.trim()}`.markup)
    .join('<br>');
}
