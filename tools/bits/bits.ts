import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { type Difference, firstDifference } from './first-difference.ts';
import { installNode } from './install-node.ts';
import { NODE_VERSIONS, nodeVersion } from './node-versions.ts';
import { gradeUnder, oraclesUnder, type Run } from './run-under.ts';

// `npm run bits`: whether a record is the same, bit for bit, under each version of Node.

interface BitsOptions {
  node?: string[];
  seed: number;
  oracles?: true;
  skipMissing?: true;
}

/** What is compared: how one version makes it, and the field that names a line of it. */
interface Subject {
  what: string;
  run: (binary: string, seed: number) => Run;
  key: string;
}

const CACHE = fileURLToPath(new URL('../../.cache/node', import.meta.url));
const RECORDS: Subject = { what: 'records', run: gradeUnder, key: 'submission' };
const ORACLES: Subject = { what: 'oracle values', run: oraclesUnder, key: 'name' };

const command = toolCommand(
  'npm run bits --',
  'Grades the bundled class under several versions of Node and compares the records byte by byte, without their times. ' +
    'Names the first difference, and exits with 1 where there is one. Keeps the versions of Node, which npm fetches, in ' +
    `${join('.cache', 'node')} (about 100 MB each).`,
)
  .option('--node <version...>', `at least two: 20.19 26 (default: ${NODE_VERSIONS.join(' ')})`, nodeVersion)
  .option('--seed <n>', 'draws the inputs', wholeNumber(0), 1)
  .option('--oracles', 'compare the values that each exercise is graded by too, not only those that a record shows')
  .option('--skip-missing', 'leave out a version that npm cannot fetch, as without a network')
  .parse();
const options = command.opts<BitsOptions>();
const versions = options.node ?? [...NODE_VERSIONS];
if (versions.length < 2) command.error('error: --node: expected at least two versions, to be compared');

const subjects = options.oracles ? [RECORDS, ORACLES] : [RECORDS];
const table = new Table({
  head: ['Node', 'V8', ...subjects.flatMap(({ what }) => [what, 'seconds', 'bits'])],
  style: { head: [], border: [], compact: true },
});
const faults: string[] = [];
const warned = new Set<string>();
/** What the first version that ran has of each subject. */
const first = new Map<Subject, { version: string; lines: string[] }>();
let ran = 0;

for (const version of versions) {
  const node = installNode(version, CACHE);
  if ('missing' in node) {
    table.push([version, { content: node.missing, colSpan: 1 + 3 * subjects.length }]);
    if (!options.skipMissing) faults.push(`Node ${version}: ${node.missing}`);
    continue;
  }
  ran++;
  table.push([version, node.v8, ...subjects.flatMap((subject) => cellsOf(subject, version, node.binary))]);
}
if (ran < 2) faults.push('fewer than two versions of Node ran, so nothing was compared');

console.log(table.toString());
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** How many lines, in what time, and whether they are the first version's. */
function cellsOf(subject: Subject, version: string, binary: string): string[] {
  console.error(`Node ${version}: ${subject.what}`);
  const run = subject.run(binary, options.seed);
  if ('failure' in run) {
    faults.push(`Node ${version}: ${subject.what}: ${run.failure}`);
    return ['', '', 'failed'];
  }
  warn(version, run.stderr);
  const figures = [String(run.lines.length), run.seconds.toFixed(1)];
  const before = first.get(subject);
  if (before === undefined) {
    first.set(subject, { version, lines: run.lines });
    return [...figures, 'the first'];
  }
  const difference = firstDifference(before.lines, run.lines, subject.key);
  if (difference === null) return [...figures, 'same'];
  faults.push(shown(subject, difference, [before.version, version]));
  return [...figures, 'differs'];
}

function shown({ what }: Subject, { place, values }: Difference, names: readonly [string, string]): string {
  const sides = names.map((name, i) => `  Node ${name}: ${values[i]}`);
  return [`${what} differ at ${place}`, ...sides].join('\n');
}

/** What a run wrote on standard error, such as a deprecation, unless an earlier one wrote the same. */
function warn(version: string, stderr: string): void {
  for (const line of stderr.split('\n').filter((text) => text !== '' && !warned.has(text))) {
    warned.add(line);
    console.error(`Node ${version} warns: ${line}`);
  }
}
