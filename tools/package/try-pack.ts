import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolCommand } from '../command-line/tool-command.ts';
import { run, secondsOf, tell, toldFailures } from './run.ts';
import { megabytesOf } from './size.ts';

// `npm run try:pack`: packs the project, installs the tarball into an empty folder, and uses it there as a stranger would.

toolCommand(
  'npm run try:pack --',
  'Packs the project, installs the tarball into an empty temporary folder, and uses it there: its commands, its modules from ' +
    'plain Node, and their types. Needs the registry or the cache of npm, and takes minutes. Writes dist/, and exits with 1 ' +
    'if something does not do as it should.',
).parse();

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STRANGER = fileURLToPath(new URL('stranger', import.meta.url));
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const CHECKOUT = join(ROOT, 'grader', 'bin.mjs');
const RELU = 'export const relu = (z) => Math.max(0, z);\n';
const MOST_MEGABYTES = 300;

const folder = mkdtempSync(join(tmpdir(), 'backproof-pack-'));
try {
  const tarball = pack();
  const [place, beside] = [join(folder, 'place'), join(folder, 'beside')];
  prepare(place);
  prepare(beside);
  npm(place, 'install', '--no-audit', '--no-fund', '--prefer-offline', tarball);
  const bin = join(place, 'node_modules', 'backproof', 'grader', 'bin.mjs');
  const backproof = (words: string, code: number, output: RegExp): void => {
    run(`backproof ${words}`, place, [bin, ...words.split(' ')], code, output);
  };

  expectNeeded(join(place, 'node_modules'));
  tellTimeOfHelp(place, bin);
  expectLinked(place);
  backproof('--version', 0, /^\d+\.\d+\.\d+\n$/);
  backproof('list', 0, /softmax/);
  backproof('check relu.js', 0, /✓ relu: correct/);
  backproof('check wrong.js', 1, /Fix first: relu/);
  const grade = 'grade class -a week.json -o results --seed 1 --json';
  backproof(grade, 0, /"graded":2/);
  run(`${grade} in the checkout`, beside, [CHECKOUT, ...grade.split(' ')], 0, /"graded":2/);
  const [here, there] = [place, beside].map((cwd) => recordsIn(join(cwd, 'results', 'results.jsonl')));
  tell(here !== '' && here === there, 'the records are the same, bit for bit', `${here}\nin the checkout:\n${there}`);
  backproof('replay ada -e relu -o results', 0, /reproduced, bit for bit/);
  backproof('report results --format csv', 0, /ada/);
  backproof('report results --format junit', 0, /<testsuite /);
  backproof('start activations work', 0, /written/);
  backproof('explain softmax', 0, /Formula/);
  backproof('explain softmax --staff', 0, /The reference\n {2}Softmax: logits to probabilities/);
  for (const oracle of ['reference', 'cpu', 'wasm']) backproof(`compute relu args.json --with ${oracle}`, 0, /^2\n$/);
  backproof('completion bash', 0, /complete -o default/);
  backproof('doctor', 0, /webgpu .*not installed: npm install --save-optional webgpu/);
  run("its types and the README's example, by tsc", place, [TSC, '--project', 'stranger'], 0, /^$/);
  run(
    'its modules, by plain Node',
    place,
    [join('stranger', 'out', 'use.js')],
    0,
    /^softmax 0\.5 0\.5 1\nentry softmax true true\njudged wrong \d+(\.\d+)? true\n$/m,
  );
  run("the README's example, by plain Node", place, [join('stranger', 'out', 'readme.js')], 0, /^/);
  process.exitCode = toldFailures() > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack(): string {
  npm(ROOT, 'pack', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack wrote no tarball');
  return join(folder, tarball);
}

/** A user's folder, with a tsconfig.json that we must not depend on. */
function prepare(place: string): void {
  mkdirSync(join(place, 'class'), { recursive: true });
  cpSync(STRANGER, join(place, 'stranger'), { recursive: true });
  const example = /```ts\n([^]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1];
  if (example === undefined) throw new Error('README.md has no example in TypeScript');
  writeFileSync(join(place, 'stranger', 'readme.ts'), example);
  for (const [file, text] of Object.entries({
    'package.json': '{ "private": true, "type": "module" }\n',
    'tsconfig.json': '{ "compilerOptions": { "target": "es5", "paths": { "*": ["./nowhere/*"] } } }',
    'relu.js': RELU,
    'wrong.js': RELU.replace('0, z', '1, z'),
    'args.json': '[2]',
    'week.json': '{ "title": "Week", "exercises": [{ "name": "relu", "points": 2 }] }',
    'class/ada.js': RELU,
    'class/bob.ts': 'export const relu = (z: number): number => Math.abs(z);\n',
  })) {
    writeFileSync(join(place, file), text);
  }
}

/** Nothing is installed that only the checkout needs, and all of it stays small. */
function expectNeeded(modules: string): void {
  const files = readdirSync(join(modules, 'backproof'), { recursive: true, encoding: 'utf8' });
  const strays = files.filter((file) =>
    /\.test\.|-fixture\.|\.child\.|attacks|honest|^(dist[\\/])?(tools|properties[\\/]suite|accelerated[\\/]divergence)/.test(
      file,
    ),
  );
  tell(strays.length === 0, `${files.length} files, none of them of the tests or tools`, strays.join(', '));
  for (const name of ['tsx', 'typescript', 'webgpu', '@tensorflow/tfjs']) {
    tell(!existsSync(join(modules, name)), `${name} is not installed`, `found in ${modules}`);
  }
  const megabytes = megabytesOf(modules);
  const size = `${Math.round(megabytes)} MB with all that it needs`;
  tell(megabytes < MOST_MEGABYTES, size, `${size}: expected less than ${MOST_MEGABYTES}`);
}

/** A figure to look at, no test: it depends on the machine. */
function tellTimeOfHelp(place: string, bin: string): void {
  const [help, nothing] = [secondsOf(place, [bin, '--help']), secondsOf(place, ['--eval', '0'])];
  tell(true, `--help takes ${help.toFixed(2)} s, ${(help / nothing).toFixed(1)} times what Node takes to start`, '');
}

/** The command that npm links. */
function expectLinked(place: string): void {
  const name = process.platform === 'win32' ? 'backproof.cmd' : 'backproof';
  tell(existsSync(join(place, 'node_modules', '.bin', name)), `${name} is linked`, 'it is not in node_modules/.bin');
}

/** The records in a file without their times, or nothing. */
function recordsIn(path: string): string {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  return lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map((record) => JSON.stringify({ ...record, startedAt: null, durationMs: null }))
    .join('\n');
}

/** npm by its own script, since npm.cmd needs a shell. */
function npm(cwd: string, ...words: string[]): void {
  const script = process.env['npm_execpath'];
  const [command, before] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  execFileSync(command, [...before, ...words], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
