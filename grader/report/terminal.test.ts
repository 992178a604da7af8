import { expect, test } from 'vitest';
import { HOSTILE_NAMES, inventedExercise, inventedRecord } from './invented-records.ts';
import { terminalTable } from './terminal.ts';

const plain = { colour: false, width: 100 };

/** Every line between the rules, as its cells. */
function rows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('│'));
  return lines.map((line) =>
    line
      .split('│')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('few exercises get a column each', () => {
  const exercises = [
    inventedExercise({ status: 'unstable', points: 8.5, misconception: 'softmax/no-maximum' }),
    inventedExercise({ name: 'categoricalCrossEntropy' }),
  ];
  const text = terminalTable([inventedRecord({ exercises, points: 18.5, maxPoints: 20 })], plain);
  expect(rows(text)).toEqual([
    ['submission', 'points', 'softmax', 'categorical', 'findings'],
    ['', '', '', 'CrossEntropy', ''],
    ['ada', '18.5 / 20', 'unstable', 'correct', 'softmax/no-maximum'],
  ]);
});

test('with more than eight, only what is not correct is listed', () => {
  const exercises = Array.from({ length: 9 }, (_, n) => inventedExercise({ name: `e${n}` }));
  exercises[3] = inventedExercise({ status: 'unstable', misconception: 'softmax/no-maximum' });
  expect(rows(terminalTable([inventedRecord({ exercises })], plain))[1]?.[2]).toBe('softmax: unstable (no-maximum)');
});

test('points that a correct one lost are shown', () => {
  const exercises = Array.from({ length: 9 }, (_, n) => inventedExercise({ name: `e${n}` }));
  exercises[0] = inventedExercise({ points: 9.5 });
  expect(rows(terminalTable([inventedRecord({ exercises })], plain))[1]?.[2]).toBe('softmax: correct (-0.5)');
});

test('the summary counts', () => {
  const text = terminalTable(
    [
      inventedRecord({ points: 10 }),
      inventedRecord({
        points: 4,
        exercises: [inventedExercise({ status: 'wrong', misconception: 'softmax/over-batch' })],
      }),
      inventedRecord({ status: 'invalid', points: 0, exercises: [], message: 'x.ts:3: no' }),
      inventedRecord({ status: 'infra_error', points: null, exercises: [], message: 'no worker' }),
    ],
    plain,
  );
  expect(text).toContain('4 submissions: 2 graded, 1 invalid, 1 infra_error');
  expect(text).toContain('Points of 10: mean 4.67, median 4');
  expect(text).toContain('Exercises: 1 correct, 1 wrong');
  expect(text).toContain('Most common misconceptions: softmax/over-batch (1)');
  expect(text).toContain('? / 10');
  expect(text).toContain('invalid: x.ts:3: no');
});

test('nothing that a name holds reaches the terminal as a control', () => {
  const records = HOSTILE_NAMES.map((name) =>
    inventedRecord({
      submission: name,
      message: name,
      exercises: [inventedExercise({ status: 'error', misconception: name })],
    }),
  );
  const text = terminalTable([...records, ...records.map((r) => ({ ...r, status: 'invalid' as const }))], plain);
  expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
  expect(text).toContain('␛[31mred');
});

test('colour is there only when asked for', () => {
  const records = [inventedRecord({ submission: 'wrong', exercises: [inventedExercise({ status: 'wrong' })] })];
  expect(terminalTable(records, plain)).not.toContain('\u001b');
  const coloured = terminalTable(records, { ...plain, colour: true });
  expect(coloured).toContain('\u001b[31mwrong\u001b[39m');
  // The student is called `wrong` too, and that name stays plain.
  expect(coloured).toContain('│ wrong ');
});

test('no line is wider than the terminal', () => {
  const exercises = Array.from({ length: 12 }, (_, n) => inventedExercise({ name: `exercise${n}`, status: 'wrong' }));
  const records = ['x'.repeat(300), '山田'.repeat(3)].map((submission) => inventedRecord({ submission, exercises }));
  const lines = terminalTable(records, { colour: false, width: 70 }).split('\n\n')[0]?.split('\n') ?? [];
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line.replace(/[山田]/g, 'xx').length).toBeLessThanOrEqual(70);
});

test('a class of many slices is one table', () => {
  const records = Array.from({ length: 250 }, (_, n) => inventedRecord({ submission: `s${n}` }));
  const text = terminalTable(records, plain);
  expect(rows(text)).toHaveLength(251);
  expect(text.match(/┌/g)).toHaveLength(1);
  expect(text.match(/└/g)).toHaveLength(1);
});

test('an empty class says so', () => {
  expect(terminalTable([], plain)).toBe('No submissions.');
});
