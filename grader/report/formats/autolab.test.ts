import { expect, test } from 'vitest';
import { autolab } from './autolab.ts';
import { renderedEach } from './report-fixture.ts';

/** As Autolab reads it: the last line of what was printed (docs/lab.md, "Writing Autograders"). */
function autoresult(text: string | null | undefined): unknown {
  return JSON.parse(text?.trimEnd().split('\n').at(-1) ?? '');
}

test('the last line has the score of each problem, and the scoreboard', () => {
  const files = renderedEach(autolab);
  expect(autoresult(files.get('ada'))).toEqual({ scores: { softmax: 10, adam: 10 }, scoreboard: [10, 10, 20] });
  expect(autoresult(files.get('bob'))).toEqual({ scores: { softmax: 3.5, adam: 0 }, scoreboard: [3.5, 0, 3.5] });
  expect(autoresult(files.get('inv'))).toEqual({ scores: { softmax: 0, adam: 0 }, scoreboard: [0, 0, 0] });
  expect(files.get('unlucky')).toBeNull();
});

test('the lines before it say why', () => {
  expect(renderedEach(autolab).get('bob')).toMatch(/^3\.5 of 20 points\nsoftmax: wrong[\s\S]*Hint: Normalise/);
});
