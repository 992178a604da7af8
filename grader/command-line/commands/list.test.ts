import { expect, test } from 'vitest';
import { exerciseSummaries } from '../../../exercises/exercises.ts';
import { run } from './command-fixture.ts';

test('lists every exercise of the contract once in its section, and all of them together', async () => {
  const { code, out } = await run('list', '--json');
  expect(code).toBe(0);
  const assignments = JSON.parse(out) as { name: string; points: number; exercises: { name: string }[] }[];
  const all = assignments.at(-1);
  expect(all?.name).toBe('all');
  const bundled = (await exerciseSummaries()).filter((exercise) => exercise.bundled !== false);
  expect(all?.exercises.map(({ name }) => name)).toEqual(bundled.map(({ name }) => name));
  expect(assignments.slice(0, -1).flatMap(({ exercises }) => exercises)).toEqual(all?.exercises);
});

test('the table names assignment, exercise, parameters and points', async () => {
  const { out } = await run('list');
  expect(out).toMatch(/│ activations /);
  expect(out).toMatch(/│ latent /);
  expect(out).toMatch(/│ softmax +│ \(logits: Matrix\): Matrix +│ +10 │/);
});
