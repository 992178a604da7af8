import { expect, test } from 'vitest';
import { findings, shortFindings } from './findings.ts';
import { inventedExercise, inventedRecord } from './invented-records.ts';

const exercise = (name: string, parts = {}) => inventedExercise({ name, status: 'wrong', points: 0, ...parts });

test('notes stand beside the name, also where there is no name', () => {
  const record = inventedRecord({
    exercises: [
      exercise('adam', { misconception: 'adam/no-correction', notes: ['epsilon differs'] }),
      exercise('sgd', { notes: ['reads lr'] }),
      exercise('softmax'),
    ],
  });
  expect(findings(record)).toBe('adam: wrong (no-correction; epsilon differs), sgd: wrong (reads lr), softmax: wrong');
  expect(shortFindings(record)).toBe('adam/no-correction; epsilon differs, sgd: wrong (reads lr)');
});
