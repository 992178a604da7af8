import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { run, temporaryFolder } from './command-fixture.ts';

interface Report {
  written: string[];
  kept: string[];
}

test('writes a stub and instructions for each exercise, and says what to do', async () => {
  const folder = join(temporaryFolder(), 'new', 'ada');
  const { code, out } = await run('start', 'activations', folder);
  expect(code).toBe(0);
  expect(out).toContain(join(folder, 'softmax.ts'));
  expect(readFileSync(join(folder, 'softmax.md'), 'utf8')).toContain('# softmax');
  expect(readFileSync(join(folder, 'softmax.ts'), 'utf8')).toContain('softmax.md beside this file');
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  expect(readme).toContain(`npx backproof check ${folder}`);
  expect(readme).toContain('[softmax](softmax.md)');
});

test('takes the exercises of an assignment file, with its title and points', async () => {
  const folder = temporaryFolder();
  const assignment = join(folder, 'week-4.json');
  writeFileSync(assignment, JSON.stringify({ title: 'Week 4', exercises: [{ name: 'adam', points: 2.5 }] }));
  const { out } = await run('start', assignment, join(folder, 'ada'), '--json');
  expect((JSON.parse(out) as Report).written).toEqual(
    ['adam.ts', 'adam.md', 'README.md'].map((name) => join(folder, 'ada', name)),
  );
  expect(readFileSync(join(folder, 'ada', 'README.md'), 'utf8')).toMatch(/# Week 4[^]*adam\.ts \| 2\.5 \|/);
});

test('overwrites nothing, and writes no stub beside the same file in JavaScript', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'softmax.js'), 'mine');
  writeFileSync(join(folder, 'tanh.ts'), 'mine too');
  writeFileSync(join(folder, 'README.md'), 'my notes');
  const { written, kept } = JSON.parse((await run('start', 'activations', folder, '--json')).out) as Report;
  expect(kept).toEqual(
    expect.arrayContaining(['softmax.js', 'tanh.ts', 'README.md'].map((name) => join(folder, name))),
  );
  expect(written).not.toContain(join(folder, 'softmax.ts'));
  expect(written).toContain(join(folder, 'softmax.md'));
  expect(readFileSync(join(folder, 'tanh.ts'), 'utf8')).toBe('mine too');
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('my notes');
});

test('a file in the place of the folder, or above it, is wrong usage', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  for (const folder of [file, join(file, 'ada'), join(file, 'ada', 'deeper')]) {
    const { code, err } = await run('start', 'activations', folder);
    expect(code).toBe(2);
    expect(err).toMatch(/is a file or lies in one/);
  }
});

test('an unknown assignment is wrong usage', async () => {
  const { code, err } = await run('start', 'activatons', temporaryFolder());
  expect(code).toBe(2);
  expect(err).toContain('did you mean activations?');
});

test('the command that it prints checks the folder, and runs nothing that the name of the folder holds', async () => {
  const parent = temporaryFolder();
  const folder = join(parent, 'a $(touch X) `touch X` "b" it\'s');
  const { out } = await run('start', 'activations', folder);
  const printed = /check your work with: (.*)/.exec(out)?.[1] ?? '';
  const inReadme = /npx backproof check .*/.exec(readFileSync(join(folder, 'README.md'), 'utf8'))?.[0] ?? '';
  for (const command of [printed, inReadme]) {
    // A function named npx says what it was given, in a folder where a file X would show.
    const script = `npx() { printf '%s\\0' "$@"; }\n${command}`;
    const words = execFileSync('bash', ['-c', script], { encoding: 'utf8', cwd: parent }).split('\0').slice(0, -1);
    expect(words).toEqual(['backproof', 'check', folder]);
  }
  expect(readdirSync(parent)).toEqual([basename(folder)]);
});
