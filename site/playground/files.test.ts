import { describe, expect, test } from 'vitest';
import { fileName, freeName } from './file-names.ts';
import { type Files, undone } from './files.ts';
import { importPlan } from './import-plan.ts';

describe('a name of a file', () => {
  test.each([
    ['math.ts', 'math.ts'],
    ['  lib/Math.TS ', 'lib/Math.ts'],
    ['./a//b.mjs', 'a/b.mjs'],
    ['größe.js'.normalize('NFD'), 'größe.js'.normalize('NFC')],
  ])('%s is %s', (typed, path) => {
    expect(fileName(typed, ['other.ts'])).toEqual({ path, fault: null });
  });

  test.each([
    ['', 'Type a name, such as math.ts.'],
    ['notes.txt', 'notes.txt is not code for the grader: end the name in .ts, .js or .mjs.'],
    ['.hidden.ts', '.hidden.ts is hidden'],
    ['node_modules/a.ts', 'The grader passes over node_modules'],
    ['../a.ts', 'A name holds letters, digits and dots'],
    ['a\\b.ts', 'A name holds letters, digits and dots'],
    ['a\u0000.ts', 'A name holds letters, digits and dots'],
    [`${'n'.repeat(2000)}.ts`, 'A name holds letters, digits and dots'],
    ['Softmax.ts', 'There is a file softmax.ts already.'],
  ])('%j is refused', (typed, fault) => {
    expect(fileName(typed, ['softmax.ts']).fault).toContain(fault);
  });

  test('is proposed that nobody has', () => {
    expect(freeName([])).toBe('helpers.ts');
    expect(freeName(['helpers.ts', 'helpers2.ts'])).toBe('helpers3.ts');
  });
});

describe('an import', () => {
  const mine = [
    { path: 'a.ts', code: 'mine' },
    { path: 'stub.ts', code: 'stub' },
    { path: 'same.ts', code: 'same' },
  ];
  const theirs = [
    { path: 'a.ts', code: 'theirs' },
    { path: 'stub.ts', code: 'written' },
    { path: 'same.ts', code: 'same' },
    { path: 'new.ts', code: 'new' },
  ];

  test('replaces stubs without asking, and asks for what somebody wrote', () => {
    const plan = importPlan(mine, theirs, (path) => path === 'stub.ts');
    expect([plan.added, plan.replaced]).toEqual([['new.ts'], ['a.ts']]);
    expect(plan.replacing).toEqual(theirs);
    expect(plan.keeping).toEqual([{ path: 'a.ts', code: 'mine' }, ...theirs.slice(1)]);
  });
});

test('undoing a change leaves what was done since', () => {
  const file = (path: string, code: string): Files[number] => ({ path, code });
  const before = [file('gone.ts', '1'), file('changed.ts', '2'), file('other.ts', '3')];
  const after = [file('changed.ts', 'two'), file('other.ts', '3'), file('new.ts', '4'), file('used.ts', '5')];
  const now = [file('changed.ts', 'two!'), file('other.ts', 'typed'), file('new.ts', '4'), file('used.ts', 'typed')];
  expect(undone(now, before, after)).toEqual([
    file('changed.ts', '2'),
    file('other.ts', 'typed'),
    file('used.ts', 'typed'),
    file('gone.ts', '1'),
  ]);
});
