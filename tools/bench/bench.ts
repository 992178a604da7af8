import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option } from 'commander';
import { BACKENDS, type BackendName } from '../../accelerated/backend-names.ts';
import { lacksCard } from '../../accelerated/backends.ts';
import { messageOf } from '../../accelerated/error-message.ts';
import { loadEntries, nameOf } from '../../properties/entry/entries.ts';
import { existingFolder } from '../command-line/existing-folder.ts';
import { knownWords } from '../command-line/known-words.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import type { Cell, Measured } from './cell.ts';
import { machine } from './machine.ts';
import { BackendBench, type Tried } from './measure-backend.ts';
import { benchPage } from './page.ts';
import { benchPicture } from './picture.ts';
import { promiseLines, promiseOf } from './promise.ts';
import { type BenchResult, withAgain } from './result.ts';
import { shownOutcome, shownRatio } from './shown.ts';
import { SIZES, type SizeName } from './size.ts';
import { sizedPaths } from './sized.ts';
import { terminalTable } from './table.ts';

// `npm run bench`: how fast each formula is, in reference/ and on each backend.

interface BenchOptions {
  formula?: string[];
  size?: SizeName[];
  backend?: BackendName[];
  limit: number;
  again?: true;
  out?: string;
  name: string;
}

const command = toolCommand(
  'npm run bench --',
  'Measures the formulas in reference/ and on each backend that starts, by turns, and prints their ratios. Exits with 1 ' +
    'if an oracle takes more than 30 times as long as tfjs on cpu at the middle size. All of it takes long, --formula ' +
    'and --size less.',
)
  .option('--formula <names...>', 'only these: softmax conv2d', knownWords(sizedPaths().map(nameOf)))
  .addOption(new Option('--size <names...>', 'only these').choices(SIZES.map((one) => one.name)))
  .addOption(new Option('--backend <names...>', 'only these').choices(BACKENDS))
  .option('--limit <seconds>', 'a cell is not measured if one call takes longer', seconds, 10)
  .option('--again', 'measure these formulas once more, and put them among the figures that are kept in the folder')
  .option(
    '--out <folder>',
    'where the page, the picture and the figures go; docs/ if everything is measured, or with --again',
    existingFolder,
  )
  .option('--name <name>', 'what they are called', 'bench')
  .parse();
const { formula, size, backend, limit, again, out, name } = command.opts<BenchOptions>();
if (again && (formula === undefined || size !== undefined || backend !== undefined))
  command.error('error: --again wants --formula, and measures every size on every backend');
const folder =
  out ?? (again || !(formula ?? size ?? backend) ? fileURLToPath(new URL('../../docs', import.meta.url)) : null);
const file = join(folder ?? '.', `${name}.json`);
// Before anything is measured.
if (again && !existsSync(file))
  command.error(`error: --again: there is no ${file} to put the figures into: leave --again out`);
const kept = again ? (JSON.parse(readFileSync(file, 'utf8')) as BenchResult) : null;

const formulas = sizedPaths().filter((path) => formula === undefined || formula.includes(nameOf(path)));
const sizes = SIZES.map((one) => one.name).filter((one) => size === undefined || size.includes(one));
const cells = await cellsOf(formulas, sizes);
const over = new Map<string, number>();
const result: BenchResult = {
  machine: machine(),
  load: [load(), load()],
  limitMs: 1000 * limit,
  backends: [],
  cells: [],
  unmeasured: (await loadEntries()).map(({ path }) => path).filter((path) => !sizedPaths().includes(path)),
};
for (const one of backend ?? BACKENDS) {
  const bench = new BackendBench(one, result.limitMs, over);
  const tried = leftOut(await bench.start());
  result.backends.push(tried);
  console.log(`${one}: ${tried.started ? '' : 'is not measured: '}${tried.detail}`);
  if (!tried.started) {
    bench.close();
    continue;
  }
  for (const cell of cells) {
    const measured = await bench.measure(cell);
    result.cells.push(measured);
    console.log(line(measured));
  }
  bench.close();
}
result.load[1] = load();

result.cells.sort((a, b) => cells.findIndex(isOf(a)) - cells.findIndex(isOf(b)));
console.log(terminalTable(result));
for (const text of promiseLines(result.cells)) console.log(text);
if (folder !== null) {
  const shown = kept === null ? result : joined(kept);
  writeFileSync(file, `${JSON.stringify(shown, null, 1)}\n`);
  writeFileSync(join(folder, `${name}.md`), benchPage(shown, name));
  writeFileSync(join(folder, `${name}.svg`), benchPicture(shown));
}
process.exitCode = promiseOf(result.cells).every(({ verdict }) => verdict === 'kept') ? 0 : 1;

async function cellsOf(paths: readonly string[], sizesOf: readonly SizeName[]): Promise<Cell[]> {
  const entries = await loadEntries(new Set(paths.map(nameOf)));
  const differentiable = new Set(entries.filter(({ entry }) => entry.gradient).map(({ path }) => path));
  return paths.flatMap((path) =>
    sizesOf.flatMap((sizeName): Cell[] => {
      const forward: Cell = { formula: path, direction: 'forward', size: sizeName };
      return differentiable.has(path) ? [forward, { ...forward, direction: 'gradient' }] : [forward];
    }),
  );
}

function joined(whole: BenchResult): BenchResult {
  try {
    return withAgain(whole, result);
  } catch (error) {
    return command.error(`error: --again: ${messageOf(error)}`);
  }
}

/** The same backend, left out if it was not asked for by name and has no GPU: one in software, or the package for GPUs without a card. */
function leftOut(tried: Tried): Tried {
  if (backend !== undefined || !tried.started) return tried;
  if (lacksCard({ name: tried.name, description: tried.detail })) {
    return { ...tried, started: false, detail: `${tried.detail}: it would be tfjs-node measured twice` };
  }
  if (!/SwiftShader|llvmpipe/.test(tried.detail)) return tried;
  const detail = `${tried.detail} is a GPU in software, whose times say nothing of a GPU; --backend ${tried.name} measures it`;
  return { ...tried, started: false, detail };
}

/** A minute's average of the processes that run or wait to. */
function load(): number {
  return loadavg()[0] ?? 0;
}

function isOf(measured: Measured): (cell: Cell) => boolean {
  return (cell) =>
    cell.formula === measured.formula && cell.size === measured.size && cell.direction === measured.direction;
}

function line(measured: Measured): string {
  const { outcomes } = measured;
  const failure = outcomes.backend.kind === 'failed' ? `: ${outcomes.backend.message}` : '';
  const columns = [nameOf(measured.formula).padEnd(24), measured.size.padEnd(7), measured.direction.padEnd(9)];
  const times = `reference ${shownOutcome(outcomes.reference)}, ${measured.backend} ${shownOutcome(outcomes.backend)}`;
  return `  ${columns.join(' ')} ${times}, ratio ${shownRatio(measured)}${failure}`;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('Expected a number of seconds above 0.');
  return value;
}
