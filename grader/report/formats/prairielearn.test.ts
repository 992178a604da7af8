import { expect, test } from 'vitest';
import { prairielearn } from './prairielearn.ts';
import { renderedEach } from './report-fixture.ts';

// https://github.com/PrairieLearn/PrairieLearn/blob/master/docs/externalGrading.md, "Grading results": score in [0, 1] is all
// that a gradable result must have; one that is not has format_errors; the keys of tests are those of the example there.
const results = new Map([...renderedEach(prairielearn)].map(([id, text]) => [id, JSON.parse(text ?? '')]));

test('a gradable result has a score from 0 to 1 and tests with the keys of the documentation', () => {
  expect(results.get('ada')).toMatchObject({ gradable: true, score: 1, message: '20 of 20 points' });
  expect(results.get('bob').score).toBe(3.5 / 20);
  for (const id of ['ada', 'bob']) {
    for (const item of results.get(id).tests) {
      expect(Object.keys(item)).toEqual(['name', 'description', 'points', 'max_points', 'message', 'output']);
      expect(item.points).toBeLessThanOrEqual(item.max_points);
    }
  }
});

test('what could not be run, or on which the grader failed, is not gradable and has no score', () => {
  expect(results.get('inv')).toEqual({ gradable: false, format_errors: ['inv.ts:3: Unexpected token'] });
  expect(results.get('unlucky')).toMatchObject({ gradable: false });
  expect(results.get('unlucky')).not.toHaveProperty('score');
});
