import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, temporaryFolder } from './command-fixture.ts';

// What holds of every command alike: help with an example, --json, and the exit codes of the contract.

const RELU = 'export const relu = (z) => Math.max(0, z);\n';
const { out: help } = await run('--help');
const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)]
  .map(([, name]) => name as string)
  .filter((name) => name !== 'help');
/** Prints a script for a shell, and nothing else. */
const WITHOUT_JSON = new Set(['completion']);

test('every command of the contract is there', () => {
  expect(commands).toEqual(
    expect.arrayContaining(
      'grade check start list explain report regrade replay decide copies doctor compute completion'.split(' '),
    ),
  );
});

test.each(commands)('%s --help shows a summary, an example and --json, and exits with 0', async (command) => {
  const { code, out, err } = await run(command, '--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/\nExamples?\b[^\n]*:\n {2}\S/);
  expect(out).toMatch(new RegExp(`\\n {2}[^\\n]*backproof ${command}\\b`));
  if (!WITHOUT_JSON.has(command)) expect(out).toContain('--json');
  expect(help).toMatch(new RegExp(`^ {2}${command} .*[a-z]{3}`, 'm'));
});

test.each(commands)('%s with an unknown option is wrong usage', async (command) => {
  const { code, out, err } = await run(command, '--frob');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  // If an option is required, its absence is reported first.
  expect(err).toMatch(/unknown option '--frob'|required option/);
});

/** Words, with DIR for a folder that holds a submission, a class, an assignment and arguments; and the exit code. */
const CASES: readonly [string, number][] = [
  ['list --json', 0],
  ['explain relu --json', 0],
  ['explain relo', 2],
  ['compute relu DIR/args.json --json', 0],
  ['compute relu DIR/nowhere.json', 2],
  ['compute relu DIR/args.json --with abacus', 2],
  ['start activations DIR/work --json', 0],
  ['start activation DIR/work', 2],
  ['start activations DIR/right.js', 2],
  ['check DIR/right.js --json', 0],
  ['check DIR/wrong.js --json', 1],
  ['check DIR/none.js --json', 1],
  ['check DIR/broken.js --json', 1],
  ['check DIR/nowhere.js', 2],
  ['check DIR/nowhere.js --watch', 2],
  ['check DIR/right.js --exercise relo', 2],
  ['check', 2],
  ['grade DIR/class -a DIR/week.json -o DIR/out --seed 1 --json', 0],
  ['grade DIR/class -a DIR/week.json -o DIR/out --seed x', 2],
  ['grade DIR/class -a DIR/week.json', 2],
  ['grade DIR/nowhere -a DIR/week.json -o DIR/out', 2],
  ['report DIR/nowhere --format csv', 2],
  ['report DIR/class --format cvs', 2],
  ['replay ada -o DIR/nowhere', 2],
  ['regrade DIR/nowhere', 2],
  ['copies DIR/nowhere', 2],
  ['decide DIR/nowhere ada --accept --reason x', 2],
  ['completion tcsh', 2],
  ['', 2],
  ['frobnicate', 2],
];

test.each(CASES)('backproof %s exits with %d', async (line, expected) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'class'));
  const files = {
    'right.js': RELU,
    'class/ada.js': RELU,
    'wrong.js': RELU.replace('0, z', '1, z'),
    'none.js': 'export const other = 1;',
    'broken.js': 'export const relu = (',
    'args.json': '[2]',
    'week.json': '{ "title": "Week", "exercises": [{ "name": "relu", "points": 2 }] }',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const words = line.split(' ').filter(Boolean);
  const { code, out, err } = await run(...words.map((word) => word.replace('DIR', folder)));
  expect(code, err).toBe(expected);
  if (words.includes('--json')) expect(() => JSON.parse(out) as unknown).not.toThrow();
  if (expected === 2) {
    expect(out).toBe('');
    expect(err).toMatch(/\S/);
    // One clear line, never a stack.
    expect(err).not.toMatch(/\n\s+at /);
  }
});
