import { expect, test } from 'vitest';
import { inventedExercise, inventedRecord } from './invented-records.ts';
import { summarize } from './summary.ts';

test('a submission that does not load counts as 0, one on which the grader failed not at all', () => {
  const summary = summarize([
    inventedRecord({ points: 10 }),
    inventedRecord({ points: 8 }),
    inventedRecord({ status: 'invalid', points: 0, exercises: [] }),
    inventedRecord({ status: 'infra_error', points: null, exercises: [] }),
  ]);
  expect(summary).toMatchObject({ graded: 2, invalid: 1, infraErrors: 1, mean: 6, median: 8 });
});

test('the median of an even number lies between the two in the middle; of none there is none', () => {
  expect(summarize([1, 9, 4, 6].map((points) => inventedRecord({ points }))).median).toBe(5);
  expect(summarize([])).toMatchObject({ mean: null, median: null, graded: 0 });
});

test('items count statuses, and name who fails which check once', () => {
  const failing = { name: 'rows sum to 1', kind: 'law' as const, passed: false };
  const records = [
    inventedRecord({
      submission: 'a',
      exercises: [inventedExercise({ status: 'wrong', points: 2, agreement: 0.5, checks: [failing, failing] })],
    }),
    inventedRecord({ submission: 'b', exercises: [inventedExercise({ checks: [{ ...failing, passed: true }] })] }),
    inventedRecord({ submission: 'c', exercises: [inventedExercise({ status: 'missing', points: 0, agreement: 0 })] }),
  ];
  const [item] = summarize(records).items;
  expect(item?.statuses).toEqual([
    { status: 'correct', count: 1 },
    { status: 'wrong', count: 1 },
    { status: 'missing', count: 1 },
  ]);
  expect(item?.meanAgreement).toBe(0.75);
  expect(item?.meanShare).toBeCloseTo(0.4, 12);
  expect(item?.failedChecks.map(({ name, who }) => [name, who.first.map((r) => r.submission)])).toEqual([
    ['rows sum to 1', ['a']],
  ]);
});

test('clusters come largest first', () => {
  const having = (submission: string, misconception: string): ReturnType<typeof inventedRecord> =>
    inventedRecord({ submission, exercises: [inventedExercise({ misconception, hint: `hint of ${misconception}` })] });
  const { clusters: found } = summarize([having('a', 'softmax/x'), having('b', '__proto__'), having('c', '__proto__')]);
  expect(found.map(({ misconception, hint, who }) => [misconception, hint, who.count])).toEqual([
    ['__proto__', 'hint of __proto__', 2],
    ['softmax/x', 'hint of softmax/x', 1],
  ]);
});

test('exercises are in the order of the assignment, even if the first submission lists none', () => {
  const exercises = ['b', 'a'].map((name) => inventedExercise({ name }));
  const records = [inventedRecord({ status: 'invalid', exercises: [] }), inventedRecord({ exercises })];
  expect(summarize(records).exercises).toEqual(['b', 'a']);
});

test('the points possible are those of the record judged last, not of an older one that has more', () => {
  const records = [
    inventedRecord({ maxPoints: 15, startedAt: '2025-01-01T00:00:00.000Z' }),
    inventedRecord({ maxPoints: 8, startedAt: '2025-02-01T00:00:00.000Z' }),
    inventedRecord({ maxPoints: 15, startedAt: '2025-01-02T00:00:00.000Z' }),
  ];
  expect(summarize(records).maxPoints).toBe(8);
  expect(summarize([]).maxPoints).toBe(0);
});
