import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { machine } from '../bench/machine.ts';
import { filesBelow } from '../check/tree-files.ts';
import { knownWords } from '../command-line/known-words.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { markEquivalent } from './equivalence.ts';
import { type Kept, keep, ORIGINS, type Origin, outOfDate, partOf, readKept, recall, writeKept } from './kept.ts';
import { isNumeric } from './numeric/places.ts';
import { type Outcome, shownMutant } from './outcome.ts';
import { mutationPage } from './page.ts';
import { runMutants } from './run-mutants.ts';
import { tallies, tally } from './tally.ts';

// `npm run mutation`: mutants of the whole reference, or of some of its files, part by part.

const LEAST = 0.98;
const KEPT = 'tools/mutation/kept';
const PAGE = 'docs/mutation.md';

const all = filesBelow('.', 'reference').filter((file) => file.endsWith('.ts') && !/(\.test|-fixture)\.ts$/.test(file));
const folders = [...new Set(all.map((file) => file.slice(0, file.lastIndexOf('/'))))];
const command = toolCommand(
  'npm run mutation --',
  'Plants one fault after another in files of reference/, runs the tests that reach it, and names the faults that no ' +
    `test notices. Runs folder by folder, and keeps in ${KEPT}/ what became of the mutants of each file, so that ` +
    'the whole can be run in parts, on several days or machines. ' +
    `Once the outcomes of all files are those of their present code (comments aside), ${PAGE} is written from them. ` +
    'A change of the tests is not noticed: name the files that it is about. ' +
    `Exits with 1 if fewer than ${100 * LEAST} % of a kind are killed, or if a comment on equivalent mutants is out of date.`,
)
  .argument(
    '[paths...]',
    `only these files or folders (${all[0]}, reference/tensors); reference for all; without any, the files that have ` +
      'no outcome of their present code',
    knownWords([...folders, ...all]),
  )
  .option('--jobs <n>', 'processes at once', wholeNumber(1), availableParallelism())
  .option('--page', 'run no mutant, only write the page')
  .parse();
const { jobs, page } = command.opts<{ jobs: number; page?: true }>();

const textOf = (files: readonly string[]): Map<string, string> =>
  new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const within = (path: string): string[] => all.filter((file) => file === path || file.startsWith(`${path}/`));
const keptOf = (origin: Origin): Map<string, Kept> => readKept(all, `${KEPT}/${origin}`);
const missing = (origin: Origin): string[] => outOfDate(textOf(all), keptOf(origin));

const named = [...new Set(command.args.flatMap(within))];
if (!page) {
  const asked = ORIGINS.map((origin) => [origin, named.length > 0 ? named : missing(origin)] as const);
  for (const part of new Set(asked.flatMap(([, files]) => files.map(partOf)))) {
    await runPart(asked.map(([origin, files]) => [origin, files.filter((file) => partOf(file) === part)] as const));
  }
}
const left = new Set(ORIGINS.flatMap(missing));
if (left.size === 0) writePage();
else {
  const which = `${left.size} of ${all.length} files have no outcomes of their present code`;
  const names = page ? [...left].map((file) => `\n  ${file}`).join('') : '';
  console.log(`${PAGE}: not written, as ${which}; npm run mutation, without paths, runs them${names}`);
  if (page) process.exitCode = 1;
}

/** Runs the mutants of each origin, of files of one folder, and keeps each origin's outcomes as soon as it has them. */
async function runPart(asked: readonly (readonly [origin: Origin, files: readonly string[]])[]): Promise<void> {
  const sources = textOf([...new Set(asked.flatMap(([, files]) => files))]);
  const where = { commit: commitNow(), machine: machine() };
  const found: Outcome[] = [];
  for (const [origin, files] of asked) {
    if (files.length === 0) continue;
    const outcomes = await runMutants(origin, files, jobs);
    const ofFile = (file: string): Outcome[] => outcomes.filter((outcome) => outcome.file === file);
    const kept = files.map((file) => [file, keep(file, sources.get(file) as string, ofFile(file), where)] as const);
    writeKept(new Map(kept), all, `${KEPT}/${origin}`);
    found.push(...outcomes);
  }
  const notRun = asked.flatMap(([origin, files]) =>
    [...keptOf(origin)].flatMap(([file, kept]) =>
      sources.has(file) && !files.includes(file) ? recall(file, sources.get(file) as string, kept).living : [],
    ),
  );
  report(found, notRun, sources);
}

/**
 * Names the mutants that live and the comments that are out of date, and says which share was killed. A comment may be
 * about mutants of the other origin, which have been run before.
 */
function report(found: readonly Outcome[], notRun: readonly Outcome[], sources: ReadonlyMap<string, string>): void {
  const { outcomes } = markEquivalent(found, sources);
  const { faults } = markEquivalent([...found, ...notRun], sources);
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/mutation.json', JSON.stringify(outcomes, null, 1));
  for (const outcome of outcomes) {
    if (outcome.status === 'survived' || outcome.status === 'uncovered' || outcome.status === 'error') {
      console.log(`${outcome.status}: ${shownMutant(outcome)} (${outcome.kind})`);
    }
  }
  for (const fault of faults) console.log(fault);
  const numeric = outcomes.filter(({ kind }) => isNumeric(kind));
  const stryker = outcomes.filter(({ kind }) => !isNumeric(kind));
  const counted = [tally('Stryker', stryker), ...tallies(numeric)];
  for (const { kind, mutants, equivalent, score } of counted) {
    console.log(`${kind}: ${(100 * score).toFixed(1)} % of ${mutants - equivalent} killed, ${equivalent} equivalent`);
  }
  if (faults.length > 0 || counted.some(({ score }) => score < LEAST)) process.exitCode = 1;
}

function writePage(): void {
  const { text, faults } = mutationPage(textOf(all), ORIGINS.map(keptOf));
  writeFileSync(PAGE, text);
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
}

/** The commit, and whether reference/ or properties/ differ from it. */
function commitNow(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', 'reference', 'properties') === '' ? '' : ' with changes';
  return git('rev-parse', '--short', 'HEAD') + changed;
}
