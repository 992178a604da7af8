import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exerciseSummaries } from '../../exercises/exercises.ts';
import { LIMITS, SHARES } from '../../grader/assignment/defaults.ts';
import { run, temporaryFolder } from '../../grader/command-line/commands/command-fixture.ts';
import type { SubmissionRecord } from '../../grader/record/record.ts';
import { browserTest, launched } from '../../grader/report/html/browser-fixture.ts';
import { sourceFile } from '../../host/source-files.ts';
import { type Opened, openedAt } from '../compute/page-fixture.ts';
import { type Served, serve } from '../serve/server.ts';
import type { Asked, Checked, Rules } from './engine.ts';
import { builtEngine, checkedInPage, startEngine } from './engine-fixture.ts';

// The judge in a real Chromium, under the site's policy and below a path, beside `backproof check --json`.

const EXERCISES = ['relu', 'sigmoid', 'tanh', 'softmax', 'adam', 'lstmCell', 'bleu'];
const HONEST = ['training/softmax', 'optimizers/adam', 'recurrent/lstm-cell', 'nlp/bleu', 'backprop/relu'];
/** Of the samples of each of these exercises, in their order by name, one in so many. */
const ONE_IN = 10;

const RELU = 'export const relu = (z) => Math.max(0, z);\n';
/** What a page may see otherwise than Node: how it is transpiled, parsed, or ended. */
const OWN: Readonly<Record<string, string>> = {
  'namespace.ts':
    'namespace Nn { export const zero = 0; }\nexport const relu = (z: number) => Math.max(Nn.zero, -z);\n',
  'parameter-property.ts':
    'class Cut {\n  constructor(private readonly at: number) {}\n  of(z: number) {\n    return z > this.at ? z : this.at;\n  }\n}\nexport const relu = (z: number): number => new Cut(0.1).of(z);\n',
  'enum.ts': 'enum Place { Low = 0 }\nexport const relu = (z: number): number => (z > Place.Low ? z : Place.Low);\n',
  'types.ts':
    'type F = (z: number) => number;\ninterface Options { slope?: number }\nconst f = <T extends number>(z: T, o?: Options): number => (z as number) > 0 ? z! : 0;\nexport const relu: F = f;\n',
  'syntax.ts': 'export const relu = (z: number) => Math.max(0, z;\n',
  'declared-twice.ts': 'let zero = 0;\nlet zero = 1;\nexport const relu = (z: number) => Math.max(zero, z);\n',
  'syntax.js': `${RELU}export const sigmoid = (z) => { return 1 / (1 + Math.exp(-z)); }}\n`,
  'typescript.js': 'export const relu = (z: number): number => Math.max(0, z);\n',
  'endless.js': `${RELU}export function sigmoid(z) { for (;;) {} }\n`,
  'endless-load.js': `${RELU}while (true) {}\n`,
  'expression.js': `${RELU}export const sigmoid = (z) => /^(a+)+$/.test('a'.repeat(40) + 'b') ? z : 1;\n`,
  'hoard.js': `${RELU}export const sigmoid = (z) => { const all = []; for (;;) all.push(new Float64Array(5e4).fill(z)); };\n`,
  'follow.js':
    'export const sigmoid = (z) => 1 / (1 + Math.exp(z));\nexport const tanh = (z) => 2 * sigmoid(2 * z) - 1;\nexport const relu = (z) => z + tanh(z);\n',
  'throws.ts':
    'export const relu = (z: number): number => {\n  const rows: number[][] = [];\n  return rows[0]!.length;\n};\n',
  'class.js': 'export class Softmax { forward(z) { return z; } }\n',
  'misspelt.js': '\n\nexport const sofmax = (z) => z;\n',
  'empty.js': ' \n',
  'import.js': "import { readFileSync } from 'fs';\nexport const relu = (z) => z;\n",
  'default.ts': 'export const sigmoid = (z: number) => z;\nexport default function relu(z: number) { return z; }\n',
};

let folder: string;
let served: Served;
let browser: Browser | null;
let asked: Asked[];

beforeAll(async () => {
  browser = await launched();
  if (browser === null) return;
  asked = (await exerciseSummaries()).map(({ name, points }) => ({ name, points }));
  folder = await builtEngine(EXERCISES);
  served = await serve(folder, { base: '/courses/nn/' });
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (folder) rmSync(folder, { recursive: true });
});

async function openedEngine(): Promise<Opened> {
  const its = await openedAt(browser, `${served.address}engine.html`);
  await startEngine(its.page);
  return its;
}

/** What a record says of the work itself, without its times. */
function ofTheWork(record: SubmissionRecord): string {
  return JSON.stringify({ ...record, startedAt: '', durationMs: 0 });
}

function samples(): { name: string; code: string }[] {
  const honest = HONEST.flatMap((path) => {
    const at = sourceFile(`grader/honest/${path}`);
    const files = readdirSync(at)
      .filter((file) => /\.(ts|js)$/.test(file))
      .sort();
    return files
      .filter((_, n) => n % ONE_IN === 0)
      .map((name) => ({ name, code: readFileSync(join(at, name), 'utf8') }));
  });
  return [...Object.entries(OWN).map(([name, code]) => ({ name, code })), ...honest];
}

browserTest(
  'the record of a file in the page is that of `check --json`, byte for byte',
  async () => {
    const { page, strangers, faults } = await openedEngine();
    const here = temporaryFolder();
    for (const { name, code } of samples()) {
      const file = join(here, name);
      writeFileSync(file, code);
      const { out } = await run('check', file, '--json');
      const checked = (await checkedInPage(page, [{ path: name, code }], asked)) as Checked;
      expect(ofTheWork(checked.record), name).toBe(ofTheWork(JSON.parse(out) as SubmissionRecord));
    }
    expect(strangers).toEqual([]);
    expect(faults).toEqual([]);
  },
  1_200_000,
);

browserTest(
  'several files are judged as a folder, and what they print is heard',
  async () => {
    const { page } = await openedEngine();
    const here = join(temporaryFolder(), 'work');
    const files = [
      { path: 'lib/exp.ts', code: 'export const e = (z: number): number => Math.exp(-z);\n' },
      {
        path: 'sigmoid.ts',
        code: "import { e } from './lib/exp';\nexport const sigmoid = (z: number) => {\n  console.log('at', z);\n  return 1 / (2 + e(z));\n};\n",
      },
    ];
    mkdirSync(join(here, 'lib'), { recursive: true });
    for (const { path, code } of files) writeFileSync(join(here, path), code);
    const { out, err } = await run('check', here, '--json');
    const { record, heard, drawings } = (await checkedInPage(page, files, asked)) as Checked;
    expect(ofTheWork(record)).toBe(ofTheWork(JSON.parse(out) as SubmissionRecord));
    expect(heard).toMatchObject([{ exercise: 'sigmoid', lines: [expect.stringMatching(/^at -?[\d.]+/)] }]);
    expect(err).toContain(heard[0]?.lines[0]);
    expect(drawings).toMatchObject([{ exercise: 'sigmoid' }]);
  },
  120_000,
);

browserTest(
  'a later check ends an earlier one, also one that would not end, and the engine goes on',
  async () => {
    const { page } = await openedEngine();
    const endless = JSON.stringify([
      { path: 'a.js', code: 'export const relu = (z) => "a".repeat(3e5).split("").sort(() => 0).length + relu(z);' },
    ]);
    const right = JSON.stringify([{ path: 'a.js', code: RELU }]);
    const relu = JSON.stringify([{ name: 'relu', points: 10 }]);
    const both = (await page.evaluate(
      `Promise.all([engine.check(${endless}, ${relu}), engine.check(${right}, ${relu})])`,
    )) as (Checked | null)[];
    expect(both[0]).toBeNull();
    expect(both[1]?.record.exercises).toMatchObject([{ status: 'correct' }]);
  },
  120_000,
);

browserTest(
  'what goes on without a step costs its exercise and its worker, and the page stays alive',
  async () => {
    const { page } = await openedEngine();
    const files = [
      { path: 'a.js', code: `${RELU}export const sigmoid = (z) => { for (let n = 2n; ; ) n = n ** 2n; };` },
    ];
    const exercises = ['relu', 'sigmoid'].map((name) => ({ name, points: 10 }));
    await page.evaluate('globalThis.turns = 0; setInterval(() => { turns += 1; }, 20)');
    const { record } = (await checkedInPage(page, files, exercises)) as Checked;
    expect(record.exercises.map(({ status }) => status)).toEqual([
      'correct',
      expect.stringMatching(/^(timeout|memory|error)$/),
    ]);
    expect(await page.evaluate('turns')).toBeGreaterThan(10);
  },
  180_000,
);

browserTest(
  "an assignment's shares and limits hold for its check alone",
  async () => {
    const { page } = await openedEngine();
    const unstable =
      'export const softmax = (z) => z.map((r) => { const e = r.map(Math.exp), s = e.reduce((a, b) => a + b); return e.map((x) => x / s); });';
    const files = [{ path: 'a.js', code: `// ${'long '.repeat(400)}\n${unstable}` }];
    const exercises = [{ name: 'softmax', points: 10 }];
    const pointsUnder = async (rules?: Rules): Promise<unknown> =>
      ((await checkedInPage(page, files, exercises, rules)) as Checked).record.exercises.map(({ points }) => points);
    expect(await pointsUnder()).toEqual([10 * SHARES.unstable]);
    expect(await pointsUnder({ limits: LIMITS, shares: { ...SHARES, unstable: 0.2 } })).toEqual([2]);
    const small = { limits: { ...LIMITS, sourceKiB: 1 }, shares: SHARES };
    expect((await checkedInPage(page, files, exercises, small))?.record).toMatchObject({ status: 'invalid' });
    expect(await pointsUnder()).toEqual([10 * SHARES.unstable]);
  },
  180_000,
);

test('the samples hold what is looked for', () => {
  expect(samples().length).toBeGreaterThan(25);
});
