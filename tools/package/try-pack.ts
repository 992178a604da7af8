import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolCommand } from '../command-line/tool-command.ts';

// `npm run try:pack`: packs the project, installs the tarball into an empty folder, and runs it there as a stranger would.

toolCommand(
  'npm run try:pack --',
  'Packs the project, installs the tarball into an empty temporary folder, and calls its commands there. Needs the ' +
    'registry or the cache of npm, and takes minutes. Writes nothing here, and exits with 1 if a command does not do as it should.',
).parse();

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RELU = 'export const relu = (z) => Math.max(0, z);\n';

const folder = mkdtempSync(join(tmpdir(), 'backproof-pack-'));
let failed = 0;
try {
  const tarball = pack();
  const place = join(folder, 'place');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  npm(place, 'install', '--no-audit', '--no-fund', '--prefer-offline', tarball);
  expectNoTests(join(place, 'node_modules', 'backproof'));
  prepare(place);
  expect(place, ['list'], 0, /softmax/);
  expect(place, ['check', 'relu.js'], 0, /✓ relu: correct/);
  expect(place, ['check', 'wrong.js'], 1, /Fix first: relu/);
  expect(place, ['grade', 'class', '-a', 'week.json', '-o', 'results', '--seed', '1', '--json'], 0, /"graded":2/);
  expect(place, ['replay', 'ada', '-e', 'relu', '-o', 'results'], 0, /reproduced, bit for bit/);
  expect(place, ['report', 'results', '--format', 'csv'], 0, /ada/);
  expect(place, ['start', 'activations', 'work'], 0, /written/);
  expect(place, ['explain', 'softmax'], 0, /Formula/);
  expect(place, ['compute', 'relu', 'args.json', '--with', 'wasm'], 0, /^2\n$/);
  expect(place, ['completion', 'bash'], 0, /complete -o default/);
  expect(place, ['--version'], 0, /^\d+\.\d+\.\d+\n$/);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack(): string {
  npm(ROOT, 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack wrote no tarball');
  return join(folder, tarball);
}

/** A user's folder, with a tsconfig.json that we must not depend on. */
function prepare(place: string): void {
  writeFileSync(
    join(place, 'tsconfig.json'),
    '{ "compilerOptions": { "target": "es5", "paths": { "*": ["./nowhere/*"] } } }',
  );
  writeFileSync(join(place, 'relu.js'), RELU);
  writeFileSync(join(place, 'wrong.js'), RELU.replace('0, z', '1, z'));
  writeFileSync(join(place, 'args.json'), '[2]');
  writeFileSync(join(place, 'week.json'), '{ "title": "Week", "exercises": [{ "name": "relu", "points": 2 }] }');
  mkdirSync(join(place, 'class'));
  writeFileSync(join(place, 'class', 'ada.js'), RELU);
  writeFileSync(join(place, 'class', 'bob.ts'), 'export const relu = (z: number): number => z;\n');
}

function expectNoTests(installed: string): void {
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
  const strays = files.filter(
    (file) => /\.test\.ts$|-fixture\.ts$|attacks/.test(file) && !file.startsWith('node_modules'),
  );
  tell(strays.length === 0, `${files.length} files installed, none of them a test`, strays.join(', '));
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  tell(version !== '', `version ${version}`, '');
}

function expect(place: string, words: string[], code: number, output: RegExp): void {
  const started = performance.now();
  const bin = join(place, 'node_modules', '.bin', process.platform === 'win32' ? 'backproof.cmd' : 'backproof');
  const ran = spawnSync(bin, words, { cwd: place, encoding: 'utf8', shell: process.platform === 'win32' });
  const good = ran.status === code && output.test(ran.stdout);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tell(good, `backproof ${words.join(' ')}  (${seconds} s)`, `exit ${ran.status}\n${ran.stdout}${ran.stderr}`);
}

function tell(good: boolean, what: string, why: string): void {
  if (!good) failed += 1;
  process.stdout.write(good ? `ok      ${what}\n` : `FAILED  ${what}\n${why.slice(0, 3000)}\n`);
}

/** npm by its own script, since npm.cmd needs a shell. */
function npm(cwd: string, ...words: string[]): void {
  const script = process.env['npm_execpath'];
  const [command, before] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  execFileSync(command, [...before, ...words], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
