import Table from 'cli-table3';
import { entryPaths, loadEntries, nameOf } from '../../properties/entry/entries.ts';
import { knownWords } from '../command-line/known-words.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { distributionOf } from './measure.ts';

// `npm run inputs`: how often the drawn inputs of each formula reach its hard cases.

const DRAWS = 5000;
const LEAST = 0.02;

const { args } = toolCommand(
  'npm run inputs --',
  `Prints how often the drawn inputs of each formula reach its hard cases, over ${DRAWS} draws. Takes a minute or two. Writes ` +
    `nothing, and exits with 1 if a hard case is rarer than ${100 * LEAST} %.`,
)
  .argument('[formulas...]', 'only these: softmax conv2d', knownWords(entryPaths().map(nameOf)))
  .parse();
const names = new Set(args);
const entries = await loadEntries(names.size > 0 ? names : undefined);
const table = new Table({
  head: ['formula', 'zeros', 'ties', 'sizes of 1', 'hard cases'],
  colAligns: ['left', 'right', 'right', 'right', 'left'],
  style: { head: [], border: [], compact: true },
  colWidths: [null, null, null, null, 90],
  wordWrap: true,
});
const rare: string[] = [];

for (const { entry } of entries) {
  const { id, hardCases, zeros, ties, ones } = distributionOf(entry, DRAWS);
  const cases = Object.entries(hardCases);
  for (const [name, share] of cases) if (share < LEAST) rare.push(`${id}: '${name}' in ${percent(share)} of the draws`);
  if (cases.length === 0) rare.push(`${id}: names no hard case`);
  const shown = cases.map(([name, share]) => `${name} ${percent(share)}`).join(', ');
  table.push([id, percent(zeros), percent(ties), percent(ones), shown]);
}

console.log(table.toString());
console.log('zeros: of the numbers; ties, sizes of 1 and hard cases: of the draws; -: there are no arrays');
for (const line of rare) console.error(`below ${percent(LEAST)}: ${line}`);
process.exitCode = rare.length > 0 ? 1 : 0;

function percent(share: number | null): string {
  return share === null ? '-' : `${(100 * share).toFixed(1)} %`;
}
