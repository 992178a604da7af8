import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from './bench/machine.ts';
import { markEquivalent } from './mutation/equivalence.ts';
import { EQUIVALENTS } from './mutation/equivalents.ts';
import { isNumeric } from './mutation/numeric/places.ts';
import { runNumeric } from './mutation/numeric/run-numeric.ts';
import { shownMutant } from './mutation/outcome.ts';
import { mutationPage } from './mutation/page.ts';
import { runStryker } from './mutation/run-stryker.ts';
import { tallies, tally } from './mutation/tally.ts';

// `npm run mutation`: mutants of the whole reference, and docs/mutation.md; `npm run mutation -- FILE…`: of some files.
// It ends with 1 where fewer than 97 % of a kind are killed, or where the list of equivalents is out of date.

const LEAST = 0.97;

const { values, positionals } = parseArgs({ options: { jobs: { type: 'string' } }, allowPositionals: true });
const jobs = Number(values.jobs ?? availableParallelism());
const all = readdirSync('reference', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => join('reference', file).replaceAll('\\', '/'))
  .sort();
const files = positionals.length > 0 ? positionals : all;
const unknown = files.find((file) => !all.includes(file));
if (unknown !== undefined) {
  console.error(`${unknown}: expected a file of reference/, such as ${all[0]}`);
  process.exit(2);
}

const temporary = mkdtempSync(join(tmpdir(), 'backproof-stryker-'));
const start = performance.now();
const numeric = await runNumeric(files, jobs);
const between = performance.now();
const stryker = await runStryker(files, jobs, temporary);
const end = performance.now();
rmSync(temporary, { recursive: true, force: true });

const { outcomes, stale } = markEquivalent([...stryker, ...numeric], EQUIVALENTS);
outcomes.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
mkdirSync('reports', { recursive: true });
writeFileSync('reports/mutation.json', JSON.stringify(outcomes, null, 1));

for (const outcome of outcomes) {
  if (outcome.status === 'survived' || outcome.status === 'uncovered' || outcome.status === 'error') {
    console.log(`${outcome.status}: ${shownMutant(outcome)} (${outcome.kind})`);
  }
}
for (const { file, within, replacement } of stale) {
  console.log(
    `tools/mutation/equivalents.ts: ${file}, '${within}' -> '${replacement}': no survivor is like this; remove it`,
  );
}
const counted = [
  tally(
    'Stryker',
    outcomes.filter(({ kind }) => !isNumeric(kind)),
  ),
  ...tallies(outcomes.filter(({ kind }) => isNumeric(kind))),
];
for (const { kind, mutants, equivalent, score } of counted) {
  console.log(`${kind}: ${(100 * score).toFixed(1)} % of ${mutants - equivalent} killed, ${equivalent} equivalent`);
}
if (positionals.length === 0) {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', 'reference', 'properties') === '' ? '' : ' with changes';
  const page = mutationPage(outcomes, EQUIVALENTS, {
    commit: git('rev-parse', '--short', 'HEAD') + changed,
    machine: machine(),
    jobs,
    numericSeconds: (between - start) / 1000,
    strykerSeconds: (end - between) / 1000,
  });
  writeFileSync('docs/mutation.md', page);
}
if (stale.length > 0 || counted.some(({ score }) => score < LEAST)) process.exitCode = 1;
