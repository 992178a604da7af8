import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine } from '../bench/machine.ts';
import { knownWords } from '../command-line/known-words.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { markEquivalent } from './equivalence.ts';
import { isNumeric } from './numeric/places.ts';
import { runNumeric } from './numeric/run-numeric.ts';
import { shownMutant } from './outcome.ts';
import { mutationPage } from './page.ts';
import { runStryker } from './run-stryker.ts';
import { tallies, tally } from './tally.ts';

// `npm run mutation`: mutants of the whole reference, or of some of its files.

const LEAST = 0.97;

const all = readdirSync('reference', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => join('reference', file).replaceAll('\\', '/'))
  .sort();
const command = toolCommand(
  'npm run mutation --',
  'Plants one fault after another in reference/, runs the tests, and names those that no test notices. Writes ' +
    'reports/mutation.json, and of the whole reference docs/mutation.md. Takes a minute or two for a file, and long for all. ' +
    'Exits with 1 if fewer than 97 % of a kind are killed, or if a comment on equivalent mutants is out of date.',
)
  .argument('[files...]', `only these: ${all[0]}`, knownWords(all))
  .option('--jobs <n>', 'processes at once', wholeNumber(1), availableParallelism())
  .parse();
const { args: named } = command;
const { jobs } = command.opts<{ jobs: number }>();
const files = named.length > 0 ? named : all;

const temporary = mkdtempSync(join(tmpdir(), 'backproof-stryker-'));
const start = performance.now();
const numeric = await runNumeric(files, jobs);
const between = performance.now();
const stryker = await runStryker(files, jobs, temporary);
const end = performance.now();
rmSync(temporary, { recursive: true, force: true });

const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const { outcomes, faults } = markEquivalent([...stryker, ...numeric], sources);
outcomes.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
mkdirSync('reports', { recursive: true });
writeFileSync('reports/mutation.json', JSON.stringify(outcomes, null, 1));

for (const outcome of outcomes) {
  if (outcome.status === 'survived' || outcome.status === 'uncovered' || outcome.status === 'error') {
    console.log(`${outcome.status}: ${shownMutant(outcome)} (${outcome.kind})`);
  }
}
for (const fault of faults) console.log(fault);
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
if (named.length === 0) {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', 'reference', 'properties') === '' ? '' : ' with changes';
  const page = mutationPage(outcomes, {
    commit: git('rev-parse', '--short', 'HEAD') + changed,
    machine: machine(),
    jobs,
    numericSeconds: (between - start) / 1000,
    strykerSeconds: (end - between) / 1000,
  });
  writeFileSync('docs/mutation.md', page);
}
if (faults.length > 0 || counted.some(({ score }) => score < LEAST)) process.exitCode = 1;
