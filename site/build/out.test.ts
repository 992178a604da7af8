import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyOut, writeOut } from './out.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'backproof-out-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('a folder that an earlier build made is emptied', () => {
  const out = join(folder(), 'site');
  emptyOut(out);
  writeOut(out, 'formulas/softmax.html', 'old');
  emptyOut(out);
  expect(readdirSync(out)).toEqual(['.backproof-site']);
});

test('a folder with files of somebody else is left as it is', () => {
  const out = folder();
  writeFileSync(join(out, 'thesis.tex'), 'years of work');
  expect(() => emptyOut(out)).toThrow(/holds files that npm run site did not write/);
  expect(existsSync(join(out, 'thesis.tex'))).toBe(true);
});

test('an empty folder is taken', () => {
  const out = folder();
  mkdirSync(join(out, 'new'));
  expect(() => emptyOut(join(out, 'new'))).not.toThrow();
});
