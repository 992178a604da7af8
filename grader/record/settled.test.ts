import { expect, test } from 'vitest';
import { inventedExercise, inventedRecord } from '../report/invented-records.ts';
import type { Late } from './record.ts';
import { settled } from './settled.ts';

const LATE: Late = {
  submittedAt: '2026-11-22T09:00:00Z',
  due: '2026-11-20T22:59:00Z',
  days: 2,
  share: 0.2,
  points: 0,
  reason: 'two days late',
};
const DECISION = {
  kind: 'points',
  points: 7,
  verdictPoints: 0,
  reason: 'a parenthesis',
  decidedAt: '2026-11-23T10:00:00Z',
} as const;

const each = (points: number, maxPoints: number, name = 'softmax') => inventedExercise({ name, points, maxPoints });

test('a sum has no digits that its terms have not', () => {
  const exercises = [each(0.1, 1), each(0.2, 1, 'relu')];
  expect(settled(inventedRecord({ exercises, maxPoints: 2 })).points).toBe(0.3);
});

test('the sum is scaled to the possible points', () => {
  const exercises = [each(3, 4), each(6, 8, 'relu')];
  expect(settled(inventedRecord({ exercises, maxPoints: 20 })).points).toBe(15);
});

test('a bonus comes on top, scaled like the others', () => {
  const exercises = [each(4, 4), { ...each(1, 2, 'relu'), bonus: true as const }];
  expect(settled(inventedRecord({ exercises, maxPoints: 8 })).points).toBe(10);
});

test('exercises without points count nothing', () => {
  const exercises = [each(0, 0), each(3, 4, 'relu')];
  expect(settled(inventedRecord({ exercises, maxPoints: 4 })).points).toBe(3);
  expect(settled(inventedRecord({ exercises: [each(0, 0)], maxPoints: 0 })).points).toBe(0);
});

test('lateness takes its share off, and says how much that is', () => {
  const record = settled(inventedRecord({ exercises: [each(8.5, 10)], late: LATE }));
  expect(record).toMatchObject({ points: 6.8, late: { points: 1.7 } });
  expect(settled(record)).toEqual(record);
});

test('from what an instructor decided nothing is taken off', () => {
  const record = settled(inventedRecord({ exercises: [each(8.5, 10)], late: LATE, decision: DECISION }));
  expect(record).toMatchObject({ points: 7, late: { points: 0 }, decision: { verdictPoints: 6.8 } });
});

test('where the grader failed there are no points, and nothing to take off', () => {
  const failed = inventedRecord({ status: 'infra_error', exercises: [], points: null, late: LATE });
  expect(settled(failed)).toMatchObject({ points: null, late: { points: 0 } });
});
