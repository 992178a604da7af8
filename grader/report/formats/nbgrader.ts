import { rounded } from '../../record/settled.ts';
import { splitName } from '../../roster/person-name.ts';
import { isExcused } from '../class-report.ts';
import { type Cell, csvText, isLost } from '../csv.ts';
import type { ClassFormat } from './format.ts';

/**
 * The grades as `nbgrader export` writes them. As there, students who handed nothing in have a score of 0 and no
 * timestamp; what is not known is empty, as the time of a submission that nothing says. What lateness took off is the
 * penalty. A submission on which the grader itself failed has no row, and nor has a student who is excused, for whom
 * nbgrader has no mark.
 *
 * @see https://github.com/jupyter/nbgrader/blob/main/nbgrader/plugins/export.py (`CsvExportPlugin`)
 */
export const nbgrader: ClassFormat = {
  kind: 'class',
  name: 'nbgrader',
  summary: 'a CSV as nbgrader exports it',
  fileName: 'nbgrader.csv',
  identities: ({ id }) => [id],
  render: ({ title, maxPoints, entries, due = null }, { cameFrom }) => {
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
      .filter((entry) => entry.record?.status !== 'infra_error' && !isLost([entry.student.id]) && !isExcused(entry))
      .map(({ student, submission, record }): Cell[] => {
        const { first, last } = splitName(student);
        const score = record?.points ?? 0;
        const { points: penalty, submittedAt } = record?.late ?? { points: 0, submittedAt: null };
        const noted = submission === null ? undefined : cameFrom?.submissions[submission]?.submittedAt;
        const who = [student.id, last, first, student.email];
        return [title, due, submittedAt ?? noted ?? null, ...who, rounded(score + penalty), penalty, score, maxPoints];
      });
    return csvText([header, ...rows]);
  },
};
