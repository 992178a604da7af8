import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterEach, expect, test } from 'vitest';
import { TOPICS } from '../../properties/entry/topics.ts';
import { checkProject } from '../check/project.ts';
import { filesBelow } from '../check/tree-files.ts';

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const copies: string[] = [];

afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true, force: true });
});

/** The project without any formula, but with what formulas share. */
function copyWithoutFormulas(): string {
  const root = mkdtempSync(join(tmpdir(), 'backproof-new-'));
  copies.push(root);
  for (const tree of ['reference', 'accelerated', 'properties', 'exercises', 'tools']) {
    for (const file of filesBelow(HOME, tree)) {
      const [, folder, inner] = file.split('/');
      const isFormula = inner !== undefined && TOPICS.some((topic) => topic === folder) && inner !== 'shared';
      const isMeasured = /^tools\/(accuracy\/exact|bench\/sizes)\//.test(file);
      if (!isFormula && !isMeasured && !file.includes('.test.')) cpSync(join(HOME, file), join(root, file));
    }
  }
  for (const file of [
    'catalogue.md',
    'docs/contract.md',
    'package.json',
    'biome.json',
    'tsconfig.json',
    '.oxlintrc.json',
  ])
    cpSync(join(HOME, file), join(root, file));
  symlinkSync(join(HOME, 'node_modules'), join(root, 'node_modules'));
  return root;
}

function run(...args: string[]): { status: number | null; err: string; out: string } {
  const script = fileURLToPath(new URL('new-formula.ts', import.meta.url));
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: HOME,
    encoding: 'utf8',
  });
  return { status, err: stderr, out: stdout };
}

const L2_PENALTY = [
  'reference/generalization/l2-penalty.ts',
  'accelerated/generalization/l2-penalty.ts',
  'properties/generalization/l2-penalty.ts',
  'properties/generalization/l2-penalty.misconceptions.ts',
  'exercises/generalization/l2-penalty/exercise.ts',
  'exercises/generalization/l2-penalty/instructions.md',
  'tools/accuracy/exact/generalization/l2-penalty.ts',
  'tools/bench/sizes/generalization/l2-penalty.ts',
];
const SIGNATURE = 'l2Penalty(w: Vector, lambda: number): number';

function writeL2Penalty(root: string): ReturnType<typeof run> {
  return run('generalization/l2-penalty', '--root', root, '--signature', SIGNATURE, '--exact', '--size');
}

test('check names every gap by its line, and each one that is filled is named no more', async () => {
  const root = copyWithoutFormulas();
  expect(writeL2Penalty(root)).toMatchObject({
    status: 0,
    err: '',
    out: expect.stringContaining('next: npm run check -- l2Penalty'),
  });
  const asked = new Set(['l2Penalty']);
  const before = await checkProject(root, asked);
  expect(before.faults).toEqual([]);
  expect(new Set(before.gaps.map(({ path }) => path))).toEqual(
    new Set(L2_PENALTY.filter((file) => !file.endsWith('exercise.ts'))),
  );
  for (const { path, line, message } of before.gaps) {
    expect(readFileSync(join(root, path), 'utf8').split('\n')[(line ?? 0) - 1]).toContain('TODO(gap)');
    expect(message).toMatch(/^gap: \S+ \S+/);
  }

  const latex = 'properties/generalization/l2-penalty.ts';
  const text = readFileSync(join(root, latex), 'utf8');
  writeFileSync(join(root, latex), text.replace(/'TODO\(gap\): the formula in LaTeX[^']*'/, "'x'"));
  expect((await checkProject(root, asked)).gaps).toHaveLength(before.gaps.length - 1);
  for (const [i, file] of L2_PENALTY.entries()) {
    cpSync(join(HOME, file), join(root, file));
    const { gaps } = await checkProject(root, asked);
    expect(new Set(gaps.map(({ path }) => path))).toEqual(
      new Set(L2_PENALTY.slice(i + 1).filter((later) => !later.endsWith('exercise.ts'))),
    );
  }
});

test('with its gaps filled a formula passes', async () => {
  const root = copyWithoutFormulas();
  writeL2Penalty(root);
  for (const file of L2_PENALTY) cpSync(join(HOME, file), join(root, file));
  expect(await checkProject(root, new Set(['l2Penalty']))).toMatchObject({
    formulas: 1,
    exercises: 1,
    gaps: [],
    faults: [],
  });
});

test('what is written passes compiler, linter and formatter', () => {
  const root = copyWithoutFormulas();
  const written = [
    ['generalization/l2-penalty', '--signature', SIGNATURE],
    ['generalization/l1-penalty'],
    ['optimizers/adam'],
    ['perceptron/mlp-forward'],
    ['losses/label-smoothing', '--signature', STRANGE],
  ].flatMap((args) => {
    const { out, err } = run(...args, '--root', root, '--exact', '--size');
    expect(err).toBe('');
    return [...out.matchAll(/^(\S+\.ts): \d+ gaps$/gm)].map(([, file = '']) => file);
  });
  expect(written.length).toBeGreaterThan(30);
  expect(compilerErrors(root, written)).toEqual([]);
  for (const [tool, bin, args] of [
    ['oxlint', 'bin/oxlint', ['--deny-warnings']],
    ['@biomejs/biome', 'bin/biome', ['check']],
  ] as const) {
    const found = spawnSync(process.execPath, [binary(tool, bin), ...args, ...written], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(found.status, found.stdout + found.stderr).toBe(0);
  }
});

/** Kinds that no row has together: any rank, absent without a default, the default of another option, lists of arrays. */
const STRANGE =
  'labelSmoothing(t: Tensor, names: string[], perm?: Vector, { smoothing = 0.1, size = [2, 2], s = size, of?: Matrix[] }): { y: Tensor }';

function binary(tool: string, bin: string): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve(`${tool}/package.json`)), bin);
}

function compilerErrors(root: string, files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent({ ...config, files }, ts.sys, root);
  const program = ts.createProgram(
    files.map((file) => join(root, file)),
    options,
  );
  return files
    .flatMap((file) => {
      const source = program.getSourceFile(join(root, file));
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    })
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

test.each([
  ['convolutions/receptive-field', 'error: there is no topic convolutions (did you mean convolution?)'],
  ['activations/softmax', 'error: there is no topic activations; there are perceptron, backprop, tensors'],
  ['convolution/receptive-feild', 'error: catalogue.md has no formula receptive-feild (did you mean receptive-field?)'],
  ['convolution/receptiveField', 'error: catalogue.md has no formula receptiveField (did you mean receptive-field?)'],
  ['receptive-field', 'error: expected topic/name, as convolution/receptive-field, got receptive-field'],
])('%s is wrong usage', (path, message) => {
  const { status, err } = run(path);
  expect(err).toContain(message);
  expect(status).toBe(2);
});

test('a signature of another function is wrong usage', () => {
  const { status, err } = run('convolution/receptive-field', '--signature', 'softmax(x: Vector): Vector');
  expect(err).toBe('error: the signature is that of softmax, not of receptiveField\n');
  expect(status).toBe(2);
});

test('nothing is overwritten: a formula that has been begun is refused, in another topic too', () => {
  const root = copyWithoutFormulas();
  writeL2Penalty(root);
  const [reference = ''] = L2_PENALTY;
  appendFileSync(join(root, reference), '// mine\n');
  const { status, err } = run('losses/l2-penalty', '--root', root);
  expect(err).toContain(`error: l2Penalty has been begun: ${reference}, `);
  expect(status).toBe(2);
  expect(readFileSync(join(root, reference), 'utf8')).toMatch(/\/\/ mine\n$/);
  expect(existsSync(join(root, 'reference/losses/l2-penalty.ts'))).toBe(false);
});
