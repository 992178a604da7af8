import type { SubmissionRecord } from '../../record/record.ts';
import { pointsLine, visibleSummary } from '../visible-text.ts';
import type { StudentFormat } from './format.ts';

/**
 * What an Autolab autograder prints, one text per student: feedback, and as the last line the JSON autoresult with the score of
 * each problem (an exercise; problems in Autolab must have the same names) and the scoreboard: the same points in the order of
 * the assignment, then their sum. A submission on which the grader itself failed has none, so Autolab keeps no score.
 *
 * @see https://github.com/autolab/Autolab/blob/master/docs/lab.md and docs/features/scoreboards.md
 */
export const autolab: StudentFormat = {
  kind: 'student',
  name: 'autolab',
  summary: 'what an Autolab autograder prints, per student',
  render: (_student, record, { exercises }, { visible }) => {
    if (record.status === 'infra_error') return null;
    const text = `${pointsLine(record)}\n${visibleSummary(record, visible)}\n${autoresult(record, exercises)}\n`;
    return [{ extension: 'txt', text }];
  },
};

/** One that cannot be loaded lists no exercises, and has 0 in each. */
function autoresult(record: SubmissionRecord, exercises: readonly string[]): string {
  const byName = new Map(record.exercises.map(({ name, points }) => [name, points]));
  const scores = exercises.map((name) => [name, byName.get(name) ?? 0] as const);
  const scoreboard = [...scores.map(([, points]) => points), record.points ?? 0];
  return JSON.stringify({ scores: Object.fromEntries(scores), scoreboard });
}
