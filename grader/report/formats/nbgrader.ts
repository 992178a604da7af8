import { splitName } from '../../roster/person-name.ts';
import { type Cell, csvText, isLost } from '../csv.ts';
import type { ClassFormat } from './format.ts';

/**
 * The grades as `nbgrader export` writes them. As there, students who handed nothing in have a score of 0 and no
 * timestamp; what is not known (due date, time of the submission) is empty, and there is no penalty. A submission on
 * which the grader itself failed has no row.
 *
 * @see https://github.com/jupyter/nbgrader/blob/main/nbgrader/plugins/export.py (`CsvExportPlugin`)
 */
export const nbgrader: ClassFormat = {
  kind: 'class',
  name: 'nbgrader',
  summary: 'a CSV as nbgrader exports it',
  fileName: 'nbgrader.csv',
  identities: ({ id }) => [id],
  render: ({ title, maxPoints, entries }) => {
    const header = [
      'assignment',
      'duedate',
      'timestamp',
      'student_id',
      'last_name',
      'first_name',
      'email',
      'raw_score',
      'late_submission_penalty',
      'score',
      'max_score',
    ];
    const rows = entries
      .filter(({ student, record }) => record?.status !== 'infra_error' && !isLost([student.id]))
      .map(({ student, record }): Cell[] => {
        const { first, last } = splitName(student);
        const score = record?.points ?? 0;
        return [title, null, null, student.id, last, first, student.email, score, 0, score, maxPoints];
      });
    return csvText([header, ...rows]);
  },
};
