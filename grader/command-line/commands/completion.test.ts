import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run, temporaryFolder } from './command-fixture.ts';

/** What bash offers for a line, with the cursor after its last word. */
async function offered(...words: string[]): Promise<string[]> {
  const script = join(temporaryFolder(), 'completion.bash');
  writeFileSync(script, (await run('completion', 'bash')).out);
  const ask =
    'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _backproof; printf "%s\\n" "${COMPREPLY[@]}"';
  const { stdout, stderr } = spawnSync('bash', ['-c', ask, 'bash', script, 'backproof', ...words], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

describe.skipIf(spawnSync('bash', ['--version']).status !== 0)('in bash', () => {
  test.each([
    [['gr'], ['grade']],
    [['re'], ['report', 'replay', 'regrade']],
    [['grade', 'class', '--assignment', 'auto'], ['autoencoders']],
    [['grade', 'class', '-a', 'activ'], ['activations']],
    [['grade', 'class', '--jo'], ['--jobs']],
    [['check', 'ada.ts', '--exercise', 'softmaxJ'], ['softmaxJacobian']],
    [['check', 'ada.ts', '--w'], ['--watch']],
    [['compute', 'softmax', 'a.json', '--with', 'ref'], ['reference']],
    [['report', 'out', '--format', 'canv'], ['canvas']],
    [
      ['explain', 'relu'],
      ['relu', 'reluDerivative'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    // Files are left to bash itself.
    [['grade', ''], []],
    [['grade', 'class', '--out', ''], []],
  ])('%j is completed by %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });
});

test.each(['bash', 'zsh', 'fish'])('the script for %s names every command, and its syntax is right', async (shell) => {
  const { code, out } = await run('completion', shell);
  expect(code).toBe(0);
  const { out: help } = await run('--help');
  const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)]
    .map(([, name]) => name as string)
    .filter((name) => name !== 'help');
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) expect(out).toContain(command);
  const file = join(temporaryFolder(), 'script');
  writeFileSync(file, out);
  const checked = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
  // Only if that shell is installed.
  if (checked.error === undefined) expect(checked).toMatchObject({ status: 0, stderr: '' });
});

test('an unknown shell is wrong usage', async () => {
  expect(await run('completion', 'tcsh')).toMatchObject({ code: 2, out: '' });
});
