import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { entryPaths, nameOf } from '../../properties/entry/entries.ts';
import { shownPath } from '../../properties/values/value.ts';
import { knownWords } from '../command-line/known-words.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { loadAuthorities } from './authorities.ts';
import { excess } from './limits.ts';
import { measure, measureGradient } from './measure.ts';
import { accuracyPage, limitsOf, type Row, shownArguments } from './table.ts';

// `npm run accuracy`: the worst error of every reference against its authority of 64 digits, written to docs/accuracy.md.

const page = fileURLToPath(new URL('../../docs/accuracy.md', import.meta.url));
const command = toolCommand(
  'npm run accuracy --',
  'Measures the worst error of each reference against an authority of 64 digits, and writes docs/accuracy.md. Takes minutes. ' +
    'Exits with 1 if a limit is exceeded.',
)
  .argument(
    '[formulas...]',
    'only these, with their worst arguments, and no page: softmax',
    knownWords(entryPaths().map(nameOf)),
  )
  .option('--check', 'write nothing, and compare with the limits of docs/accuracy.md')
  .addOption(
    // A tenth for gradients, whose differences take four values each.
    new Option('--points <n>', 'numbers that are compared for each; a tenth for gradients')
      .env('BACKPROOF_POINTS')
      .default(10_000)
      .argParser(wholeNumber(10)),
  )
  .parse();
const { args: names } = command;
const { check: checks, points } = command.opts<{ check?: true; points: number }>();

const all = await loadAuthorities();
const unstated = all.filter(({ authority }) => !authority).map(({ path }) => path);
const unmeasured = unstated.find((path) => names.includes(nameOf(path)));
if (unmeasured !== undefined)
  command.error(`error: tools/accuracy/exact/${unmeasured}.ts: is missing, so there is nothing to measure against`);
const limits = checks ? limitsOf(readFileSync(page, 'utf8')) : null;
const rows: Row[] = [];
const faults: string[] = [];

for (const stated of all) {
  const { path, entry, authority } = stated;
  if (!authority || (names.length > 0 && !names.includes(entry.id))) continue;
  add({ name: path, kind: authority.class, measured: measure({ ...stated, authority }, points) });
  if (!entry.gradient) continue;
  add({ name: `${path} gradient`, kind: 'gradient', measured: measureGradient({ ...stated, authority }, points / 10) });
}

for (const name of names.length === 0 ? (limits?.keys() ?? []) : []) {
  if (!rows.some((row) => row.name === name)) faults.push(`${name}: has a row in docs/accuracy.md and is gone`);
}
if (!checks && names.length === 0) {
  writeFileSync(page, accuracyPage(rows, unstated));
}
for (const fault of new Set(faults)) console.error(`exceeded: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

function add(row: Row): void {
  const { name, kind, measured } = row;
  const { ulps, ratio, stated } = measured;
  rows.push(row);
  const ofStated = stated ? `, ${stated.size.toPrecision(2)} of its docstring's` : '';
  const shown = `${ulps.size.toPrecision(4)} ulp, ${ratio.size.toPrecision(3)} of the bound${ofStated}`;
  console.log(
    `${name.padEnd(46)} ${kind.padEnd(14)} ${shown}, ${measured.points} points, ${measured.abstained} not judged`,
  );
  const found = excess(kind, measured);
  if (found) faults.push(`${name}: ${found}`);
  if (names.length > 0) {
    console.log(`  worst in ulps at ${shownPath(ulps.path) || 'the result'} of (${shownArguments(ulps.args)})`);
    console.log(`  nearest the bound at ${shownPath(ratio.path) || 'the result'} of (${shownArguments(ratio.args)})`);
  }
  const limit = limits?.get(name);
  if (limits && limit === undefined) faults.push(`${name}: has no row in docs/accuracy.md; run npm run accuracy`);
  if (limit !== undefined && ulps.size > limit) {
    faults.push(`${name}: ${ulps.size.toPrecision(4)} ulp, docs/accuracy.md allows ${limit}`);
  }
}
