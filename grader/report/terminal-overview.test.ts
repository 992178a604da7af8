import { expect, test } from 'vitest';
import { HOSTILE_NAMES, inventedExercise, inventedRecord } from './invented-records.ts';
import { terminalTable } from './terminal.ts';
import { terminalOverview } from './terminal-overview.ts';

const OPTIONS = { colour: false, width: 120 };

function classOf(size: number): ReturnType<typeof inventedRecord>[] {
  return Array.from({ length: size }, (_, n) => {
    const exercises = [
      inventedExercise(n % 4 === 0 ? { status: 'wrong', points: 5, misconception: 'softmax/over-batch' } : {}),
      inventedExercise({ name: 'adam', status: n % 2 === 0 ? 'correct' : 'missing', points: n % 2 === 0 ? 10 : 0 }),
    ];
    return inventedRecord({ submission: `student${n}`, exercises });
  });
}

test('a class of a hundred is a table of submissions', () => {
  const records = classOf(100);
  expect(terminalOverview(records, OPTIONS)).toBe(terminalTable(records, OPTIONS));
});

test('a class of ten thousand takes a screen: a row per exercise, and the numbers', () => {
  const text = terminalOverview(classOf(10_000), OPTIONS);
  expect(text.split('\n').length).toBeLessThan(25);
  expect(text).toMatch(/│ exercise │ points │ correct │ wrong │ missing │/);
  expect(text).toMatch(/│ softmax +│ +88\s% │ +7500 │ +2500 │ +0 │/);
  expect(text).toMatch(/│ adam +│ +50\s% │ +5000 │ +0 │ +5000 │/);
  expect(text).toContain('10000 submissions: 10000 graded, 0 invalid, 0 infra_error');
  expect(text).toContain('softmax/over-batch (2500)');
});

test('who needs a look is named, a few by name and the rest by count', () => {
  const invalid = Array.from({ length: 12 }, (_, n) =>
    inventedRecord({ submission: `inv${n}`, status: 'invalid', points: 0, exercises: [] }),
  );
  const unlucky = inventedRecord({ submission: 'unlucky', status: 'infra_error', points: null, exercises: [] });
  const disputed = inventedRecord({ submission: 'dis', exercises: [inventedExercise({ status: 'disputed' })] });
  const text = terminalOverview([...classOf(100), ...invalid, unlucky, disputed], OPTIONS);
  expect(text).toContain('Not graded, the grader failed (1): unlucky');
  expect(text).toMatch(/Could not be loaded \(12\): inv0, .*inv9 and 2 more/);
  expect(text).toContain('Disputed, for you to decide (1): dis');
});

test('names act on no terminal', () => {
  const hostile = HOSTILE_NAMES.map((submission) =>
    inventedRecord({ submission, status: 'invalid', points: 0, exercises: [] }),
  );
  expect(terminalOverview([...hostile, ...classOf(100)], OPTIONS)).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});
