import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolCommand } from '../command-line/tool-command.ts';

// `npm run coverage:prove`: proves that `npm run coverage` can fail. A project of one small function, tested and judged by
// the same commands and the same configuration, passes as it is, and fails once the function holds a branch, or its file a
// line, that no test reaches, and where the tests are of other sources than those that are judged.

toolCommand(
  'npm run coverage:prove --',
  'Proves that `npm run coverage` can fail: runs it on a project of one small function as it is, and spoiled in four ways. ' +
    'Takes some seconds. Writes nothing here, and exits with 1 if the gate does not fail as it should.',
).parse();

const HOME = fileURLToPath(new URL('../..', import.meta.url));
/** What the configuration of the tests and the gate need; no formula is among it. */
const COPIED = [
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'accelerated/backend-names.ts',
  'host',
  'properties/entry',
  'properties/suite',
  'properties/values',
  'tools/command-line',
  'tools/coverage',
];

const RIGHT = 'export function half(x: number): number {\n  return x / 2;\n}\n';
const TEST = `import { expect, test } from 'vitest';
import { half } from './half.ts';

test('half of 3 is 1.5', () => {
  expect(half(3)).toBe(1.5);
});
`;
const BELOW = /Coverage for (lines|branches) \([\d.]+%\) does not meet/;

interface Trial {
  name: string;
  source: string;
  /** what the gate says, if it must fail */
  says?: RegExp;
  /** the tests are not run */
  untested?: true;
  /** what the source becomes after the tests */
  afterwards?: string;
}

const trials: readonly Trial[] = [
  { name: 'a function that is not tested', source: RIGHT, says: /have not passed as a whole/, untested: true },
  { name: 'a function that is tested', source: RIGHT },
  {
    name: 'a branch that no test takes, on a line that all tests run',
    source: RIGHT.replace('return', 'if (Date.now() < 0) return x; return'),
    says: BELOW,
  },
  { name: 'a line that no test runs', source: `${RIGHT}\n${RIGHT.replace('half', 'unreached')}`, says: BELOW },
  {
    name: 'a source that has changed since the tests',
    source: RIGHT,
    says: /changed since the tests ran: reference\/half\.ts/,
    afterwards: RIGHT.replace('x / 2', 'x * 0.5'),
  },
];

const copy = mkdtempSync(join(tmpdir(), 'backproof-coverage-'));
let wrong = 0;
try {
  for (const path of COPIED) {
    const filter = (source: string): boolean => !source.endsWith('.test.ts');
    cpSync(join(HOME, path), join(copy, path), { recursive: true, filter });
  }
  symlinkSync(join(HOME, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'reference'));
  writeFileSync(join(copy, 'reference/half.test.ts'), TEST);
  for (const trial of trials) judge(trial);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = wrong > 0 ? 1 : 0;

function judge({ name, source, says, untested, afterwards }: Trial): void {
  writeFileSync(join(copy, 'reference/half.ts'), source);
  const tests = untested ? null : run('npx', 'vitest', 'run', '--project', 'reference');
  if (afterwards !== undefined) writeFileSync(join(copy, 'reference/half.ts'), afterwards);
  const gate = run('npm', 'run', '--silent', 'coverage');
  const tested = tests === null || tests.status === 0;
  const right = tested && (says === undefined ? gate.status === 0 : gate.status !== 0 && says.test(gate.output));
  console.log(`${right ? 'as it should' : 'WRONG'}: ${name}: coverage exits with ${gate.status}`);
  if (right) return;
  wrong++;
  console.error([tests?.output ?? '', gate.output].join('\n').split('\n').slice(-60).join('\n'));
}

function run(command: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}
