import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolCommand } from '../command-line/tool-command.ts';

// `npm run coverage:prove`: proves that `npm run coverage` can fail. A copy of the project passes as it is, and fails once
// a reference function holds a branch, or a file a line, that no test reaches.

toolCommand(
  'npm run coverage:prove --',
  'Proves that `npm run coverage` can fail: runs it on a copy of the project as it is, and on two that are spoiled. Takes ' +
    'three runs of it. Writes nothing here, and exits with 1 if the gate does not fail as it should.',
).parse();

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = ['reference', 'accelerated', 'properties', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
const FILE = 'reference/training/softmax.ts';

const original = readFileSync(join(HOME, FILE), 'utf8');
const trials = [
  { name: 'the project as it is', text: original, passes: true },
  {
    name: 'a branch that no test takes, on a line that all tests run',
    text: original.replace(
      /^export function softmax\([^{]*\{\}\)[^{]*\{$/m,
      (line) => `${line} if (Date.now() < 0) return logits;`,
    ),
    passes: false,
  },
  {
    name: 'a line that no test runs',
    text: `${original}\nexport function unreached(): number {\n  return 1;\n}\n`,
    passes: false,
  },
];

const copy = mkdtempSync(join(tmpdir(), 'backproof-coverage-'));
let wrong = 0;
try {
  for (const path of COPIED) {
    if (existsSync(join(HOME, path))) cpSync(join(HOME, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(HOME, 'node_modules'), join(copy, 'node_modules'));
  for (const { name, text, passes } of trials) {
    if (!passes && text === original) throw new Error(`${FILE}: could not be spoiled for '${name}'`);
    writeFileSync(join(copy, FILE), text);
    const run = spawnSync('npm', ['run', '--silent', 'coverage'], { cwd: copy, encoding: 'utf8' });
    const output = `${run.stdout}${run.stderr}`;
    // It must be the gate that fails, and not the tests.
    const gate = /Coverage for (lines|branches) \([\d.]+%\) does not meet/.test(output);
    const right = passes ? run.status === 0 : run.status !== 0 && gate && / 0 failed/.test(output);
    console.log(`${right ? 'as it should' : 'WRONG'}: ${name}: coverage exits with ${run.status}`);
    if (right) continue;
    wrong++;
    console.error(output.split('\n').slice(-40).join('\n'));
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = wrong > 0 ? 1 : 0;
