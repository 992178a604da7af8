import { expect, test } from 'vitest';
import { recordOf } from '../store/store-fixture.ts';
import { decided, verdictPoints, withDecisionsOf } from './decision.ts';
import type { Decision, ExerciseRecord } from './record.ts';

const EXERCISE: ExerciseRecord = {
  name: 'logSoftmax',
  status: 'wrong',
  points: 1,
  maxPoints: 10,
  agreement: 0.2,
  misconception: null,
  hint: null,
  notes: [],
  message: null,
  line: null,
  followThrough: { calls: ['softmax'], status: 'correct', points: 10 },
  decision: null,
  checks: [],
  counterexample: null,
};

const decision = (kind: Decision['kind'], points: number): Decision => ({
  kind,
  points,
  verdictPoints: 1,
  reason: 'because',
  decidedAt: '2025-01-01T00:00:00.000Z',
});

const graded = (exercise: ExerciseRecord, sourceHash = 'sha256:a') =>
  recordOf('ada', { sourceHash, exercises: [exercise], points: exercise.points, maxPoints: exercise.maxPoints });

test('a decision gives its points and is taken back without a trace', () => {
  const changed = decided(EXERCISE, decision('points', 4));
  expect(changed.points).toBe(4);
  expect(verdictPoints(changed)).toBe(1);
  expect(decided(changed, null)).toEqual(EXERCISE);
});

test.each([
  ['points', 4, 4],
  ['points', 9, 5],
  ['accept', 10, 5],
  ['follow-through', 10, 4.5],
] as const)('%s of %d becomes %d if the exercise counts 5 now', (kind, points, after) => {
  const now = {
    ...EXERCISE,
    points: 0.5,
    maxPoints: 5,
    followThrough: { calls: ['softmax'], status: 'unstable' as const, points: 4.5 },
  };
  const record = withDecisionsOf(graded(decided(EXERCISE, decision(kind, points))), graded(now));
  expect(record.points).toBe(after);
  expect(record.exercises[0]).toMatchObject({ points: after, decision: { kind, points: after, verdictPoints: 0.5 } });
});

test('a decision lapses with the source that it was made on', () => {
  const earlier = graded(decided(EXERCISE, decision('points', 4)));
  const record = graded(EXERCISE, 'sha256:b');
  expect(withDecisionsOf(earlier, record)).toBe(record);
});

test('a decision about the whole stays with the same source, as far as the points now allow', () => {
  const earlier = { ...graded(EXERCISE), decision: decision('points', 9) };
  expect(withDecisionsOf(earlier, graded(EXERCISE))).toMatchObject({ points: 9, decision: { points: 9 } });
  const halved = { ...graded({ ...EXERCISE, points: 1, maxPoints: 5 }), maxPoints: 5 };
  expect(withDecisionsOf(earlier, halved)).toMatchObject({ points: 5, decision: { points: 5, verdictPoints: 1 } });
  expect(withDecisionsOf(earlier, graded(EXERCISE, 'sha256:b')).decision).toBeNull();
});

test('a decision about what cannot be loaded stays while its message is the same', () => {
  const invalid = {
    ...graded(EXERCISE),
    status: 'invalid' as const,
    sourceHash: null,
    message: 'ada.ts is empty',
    exercises: [],
  };
  const earlier = { ...invalid, decision: decision('points', 6) };
  expect(withDecisionsOf(earlier, invalid)).toMatchObject({ points: 6, decision: { points: 6, verdictPoints: 0 } });
  const other = { ...invalid, message: 'ada.pdf is not code' };
  expect(withDecisionsOf(earlier, other).decision).toBeNull();
});
