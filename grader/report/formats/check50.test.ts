import { expect, test } from 'vitest';
import { check50 } from './check50.ts';
import { renderedEach } from './report-fixture.ts';

// https://github.com/cs50/check50, docs/source/json_specification.rst.
const results = new Map([...renderedEach(check50)].map(([id, text]) => [id, JSON.parse(text ?? '')]));

test('each check has the keys of the specification, and a cause exactly where it did not pass', () => {
  for (const { slug, results: checks, version } of results.values()) {
    expect([typeof slug, typeof version]).toEqual(['string', 'string']);
    for (const check of checks ?? []) {
      const keys = ['name', 'description', 'passed', 'log', 'cause', 'data', 'dependency'];
      expect(Object.keys(check).sort()).toEqual(keys.sort());
      expect(check.cause === null).toBe(check.passed === true);
      if (check.cause !== null) expect(typeof check.cause.rationale).toBe('string');
    }
  }
});

test('passed, failed, skipped, and an error in place of results', () => {
  const passed = (id: string): unknown => results.get(id).results.map((check: { passed: unknown }) => check.passed);
  expect(passed('ada')).toEqual([true, true]);
  expect(passed('bob')).toEqual([false, false]);
  expect(passed('inv')).toEqual([false, null, null]);
  expect(results.get('unlucky')).not.toHaveProperty('results');
  expect(results.get('unlucky').error).toMatchObject({ type: 'InfraError', traceback: [], data: {} });
});

test('expected and actual come in a pair', () => {
  const [cause] = results.get('bob').results.map((check: { cause: unknown }) => check.cause);
  expect(cause).toMatchObject({ expected: '0.25', help: expect.stringContaining('Hint: Normalise each row.') });
  expect(cause).toHaveProperty('actual');
});
