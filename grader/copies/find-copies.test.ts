import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exerciseSummaries } from '../../exercises/exercises.ts';
import { readAssignment } from '../assignment/read-assignment.ts';
import { openClass } from '../layouts/open-class.ts';
import { copiesPage } from '../report/html/copies.ts';
import type { StoredLine } from '../store/stored-results.ts';
import type { Copies } from './copies.ts';
import { findCopies } from './find-copies.ts';
import { ReaderProcess } from './reader-process.ts';
import { sideBySide } from './side-by-side.ts';

const ADA = `export function batchNorm(x, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) {
  const rows = x.length;
  const columns = x[0].length;
  let mu = mean;
  let spread = variance;
  if (training) {
    mu = [];
    spread = [];
    for (let j = 0; j < columns; j++) {
      let total = 0;
      for (let i = 0; i < rows; i++) total += x[i][j] / rows;
      let squares = 0;
      for (let i = 0; i < rows; i++) squares += (x[i][j] - total) * (x[i][j] - total) / rows;
      mu.push(total);
      spread.push(squares);
    }
  }
  const y = x.map((row) => row.map((value, j) => gamma[j] * (value - mu[j]) / (epsilonInside ? Math.sqrt(spread[j] + epsilon) : Math.sqrt(spread[j]) + epsilon) + beta[j]));
  if (!training) return { y, mean, variance };
  const moved = (old, now) => old.map((v, j) => momentum * v + (1 - momentum) * now[j]);
  return { y, mean: moved(mean, mu), variance: moved(variance, spread) };
}
`;

/** Ada's, with other names, layout and loops, its parts in two files and one line changed. */
const BOB = {
  'bob/main.ts': `import { follow, moments } from './more';
/* my own work */
export const batchNorm = (input: number[][], { beta: shift, gamma: scale, variance: v0, mean: m0, momentum: keep = 0.99, training: live = true, epsilonInside: inner = true, epsilon: tiny = 1e-3 }: any) => {
  let m = m0, v = v0;
  if (live) { const found = moments(input); m = found.first; v = found.second; }
  const out = input.map(function (line) { return line.map((one, k) => shift[k] + (one - m[k]) * scale[k] / (inner ? Math.sqrt(tiny + v[k]) : tiny + Math.sqrt(v[k]))); });
  if (!live) return { y: out, mean: m0, variance: v0 };
  return { y: out, mean: follow(m0, m, keep), variance: follow(v0, v, keep) };
};
`,
  'bob/more.ts': `export function follow(before: number[], after: number[], keep: number) { return before.map((a, k) => (1 - keep) * after[k] + keep * a); }
export function moments(t: number[][]) {
  const width = t[0].length, n = t.length;
  const first: number[] = [], second: number[] = [];
  let k = 0;
  while (k < width) {
    let a = 0; for (let r = 0; r < n; r++) { a += t[r][k] / n; }
    let b = 0; for (let r = 0; r < n; r++) { b += (t[r][k] - a) * (t[r][k] - a) / n; }
    first.push(a); second.push(b);
    k++;
  }
  return { first, second };
}
`,
};

const CLEO = `export const batchNorm = (x, o) => {
  const { training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true, gamma, beta } = o;
  const column = (j) => x.map((r) => r[j]);
  const average = (list) => list.reduce((a, b) => a + b) / list.length;
  const means = training ? gamma.map((_, j) => average(column(j))) : o.mean;
  const vars = training ? gamma.map((_, j) => average(column(j).map((c) => (c - means[j]) ** 2))) : o.variance;
  const deviation = vars.map((s) => (epsilonInside ? (s + epsilon) ** 0.5 : s ** 0.5 + epsilon));
  return {
    y: x.map((r) => r.map((c, j) => beta[j] + (gamma[j] / deviation[j]) * (c - means[j]))),
    mean: training ? o.mean.map((m, j) => m + (1 - momentum) * (means[j] - m)) : o.mean,
    variance: training ? o.variance.map((m, j) => m + (1 - momentum) * (vars[j] - m)) : o.variance,
  };
};
`;

const STUB = `export function batchNorm(x, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) {
  throw new Error('not written yet');
}
`;

interface Case {
  folder: string;
  found: Copies;
  shown: string;
}

/** Copies among the files of a class, each graded as it is, but for the ids that are said to have changed. */
async function copiesAmong(files: Record<string, string>, changed: readonly string[] = []): Promise<Case> {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-copies-'));
  const reader = new ReaderProcess();
  onTestFinished(() => {
    reader.close();
    rmSync(folder, { recursive: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const assignment = await readAssignment('generalization', await exerciseSummaries());
  const records = new Map<string, StoredLine>();
  const opened = await openClass(folder);
  for (const entry of opened.entries) {
    const { id, sourceHash } = await opened.read(entry, assignment.limits);
    records.set(id, { sourceHash: changed.includes(id) ? 'sha256:0' : sourceHash } as StoredLine);
  }
  const settings = { opened, assignment, reader };
  const found = await findCopies({ records }, { ...settings, onProgress: () => undefined });
  return { folder, found, shown: copiesPage('Week 6', found, await sideBySide(found.pairs, settings)) };
}

const namesOf = ({ pairs }: Copies): string[] =>
  pairs.map(({ exercise, left, right }) => `${exercise} ${left} ${right}`);

test('a copy with other names, loops and order, in two files, is found, and somebody who wrote alone is not named', async () => {
  const { found, shown } = await copiesAmong({ 'ada.js': ADA, ...BOB, 'cleo.js': CLEO });
  expect(namesOf(found)).toEqual(['batchNorm ada bob']);
  expect(shown).toContain('<bdi>ada</bdi> and <bdi>bob</bdi>');
  expect(shown).toContain('<bdi>more.ts</bdi>');
  expect(shown).toMatch(/<mark>[^<]*Math\.sqrt/);
  expect(shown).toContain('A hint for a person, no proof');
});

test('submissions that hold the stub alone are not named', async () => {
  const names = Array.from({ length: 12 }, (_, n) => `s${n}.js`);
  const { found } = await copiesAmong({ ...Object.fromEntries(names.map((name) => [name, STUB])), 'ada.js': ADA });
  expect(found.pairs).toEqual([]);
  expect(found.exercises.find(({ name }) => name === 'batchNorm')).toMatchObject({ compared: 1, tooLittle: 12 });
});

test('sources that kill a parser cost nobody else anything', async () => {
  const deep = '['.repeat(100_000);
  const { found } = await copiesAmong({
    'ada.js': ADA,
    ...BOB,
    'brackets.js': `export const batchNorm = ${deep}`,
    // A bracket in a regular expression hides from the check of the nesting that a string begins.
    'hidden.js': `const r = /"/; export const batchNorm = ${deep} // "`,
    'signs.js': `export const batchNorm = ${'!'.repeat(100_000)}1;`,
    'binary.js': '\u0000\u0001\u0002',
    'zoe.js': ADA,
  });
  expect(namesOf(found)).toEqual(['batchNorm ada zoe', 'batchNorm ada bob']);
  expect(found.groups).toEqual([{ exercise: 'batchNorm', submissions: ['ada', 'bob', 'zoe'] }]);
});

test('a submission that is not the one that was graded is named and not compared', async () => {
  const { found, shown } = await copiesAmong({ 'ada.js': ADA, ...BOB }, ['bob']);
  expect([found.notAsGraded, found.pairs]).toEqual([['bob'], []]);
  expect(shown).toContain('the source is not the one that was graded: <bdi>bob</bdi>');
});

test('code, names and paths of students are text on the page and never markup', async () => {
  const evil = ADA.replace('const rows', "const note = '</pre><script>alert(1)</script>'; const rows");
  const { shown } = await copiesAmong({ '<b>ada.js': evil, 'bob.js': ADA });
  expect(shown).toContain('&lt;script&gt;');
  expect(shown).not.toMatch(/<script|<b>/);
});

test('the page says which exercises are compared at which rates, and which are not', async () => {
  const { shown } = await copiesAmong({ 'ada.js': ADA });
  expect(shown).toMatch(/<code>batchNorm<\/code><\/td><td>\d+ %<\/td><td>[\d,]+ of [\d,]+<\/td><td>[\d,]+ of/);
  expect(shown).toContain('<th>Named by chance</th>');
  expect(shown).toMatch(/<code>glorotUniform<\/code>: too short to tell/);
});
