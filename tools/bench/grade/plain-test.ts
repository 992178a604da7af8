// Copied beside a submission, where vitest runs it with its globals: the plain test that a course would write.
import { readFileSync } from 'node:fs';
import type { expect as Expect, test as Test } from 'vitest';

declare const expect: typeof Expect;
declare const test: typeof Test;

interface PlainCase {
  args: unknown[];
  expected: unknown;
}

const beside = (file: string): URL => new URL(`./${file}`, import.meta.url);
const cases = JSON.parse(readFileSync(beside('cases.json'), 'utf8')) as Record<string, PlainCase[]>;
const submission = (await import(beside('submission.ts').pathname)) as Record<string, (...args: unknown[]) => unknown>;

function expectClose(got: unknown, expected: unknown): void {
  if (typeof expected === 'number') expect(got).toBeCloseTo(expected, 9);
  else {
    for (const [key, item] of Object.entries(expected as object))
      expectClose((got as Record<string, unknown>)[key], item);
  }
}

for (const [name, list] of Object.entries(cases)) {
  test(name, () => {
    for (const { args, expected } of list) expectClose(submission[name]?.(...args), expected);
  });
}
