import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import fc from 'fast-check';
import { BACKENDS, type BackendName } from '../../accelerated/backend-names.ts';
import { startBackend } from '../../accelerated/backends.ts';
import { knownWords } from '../command-line/known-words.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import type { Case, Kind } from './case.ts';
import { loadCases } from './cases.ts';
import { shownInputs } from './inputs.ts';
import { type Finding, judge } from './judge.ts';

// npm run divergences -- [ops...]
// Draws inputs for every op, compares it with the truth in float64 and prints the smallest input on which it is wrong.

interface HuntOptions {
  backend?: BackendName;
  from?: number;
  runs: number;
  seed: number;
}

const cases = await loadCases();
const command = toolCommand(
  'npm run divergences --',
  'Draws inputs for each op of tfjs, compares what each backend gives with the truth in float64, and prints the smallest ' +
    'input on which it is wrong. Takes minutes. Writes nothing, and exits with 1 where a process of a backend ends unforeseen.',
)
  .argument('[ops...]', 'only these: matMul logSoftmax', knownWords(cases.map(({ op }) => op)))
  .addOption(new Option('--backend <name>', 'only this one').choices(BACKENDS))
  .option('--runs <n>', 'inputs that are drawn of each case', wholeNumber(1), 60)
  .option('--seed <n>', 'of what is drawn', wholeNumber(0), 1)
  // What it tells its own processes.
  .addOption(new Option('--from <n>').argParser(wholeNumber(0)).hideHelp())
  .parse();
const { args: ops } = command;
const values = command.opts<HuntOptions>();

/** Exit codes from here on say behind which case to begin again. */
const CRASHED = 20;
/** A process takes no more cases than an exit code can tell. */
const MOST = 200;

if (values.backend === undefined) {
  for (const backend of BACKENDS) startAt(backend, 0);
} else if (values.from === undefined) {
  startAt(values.backend, 0);
} else {
  await hunt(values.backend, values.from);
}

/** In a process of its own; a crash of wasm poisons its instance, so the next case gets another one. */
function startAt(backend: string, first: number): void {
  for (let from = first; from >= 0; ) {
    const own = ['--backend', backend, '--from', String(from), '--runs', String(values.runs)];
    const { status } = spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.url), ...own, '--seed', String(values.seed), ...ops],
      { stdio: 'inherit' },
    );
    from = status !== null && status >= CRASHED ? from + status - CRASHED + 1 : -1;
    if (from < 0 && status !== 0) process.exitCode = 1;
  }
}

async function hunt(backend: BackendName, from: number): Promise<void> {
  try {
    await startBackend(backend);
  } catch (error) {
    console.log(`${backend} skipped: ${(error as Error).message}`);
    return;
  }
  const asked = cases.filter(({ op }) => ops.length === 0 || ops.includes(op));
  for (const [i, it] of asked.entries()) {
    if (i < from) continue;
    for (const kind of kindsOf(it)) {
      if (await search(backend, it, kind)) process.exit(CRASHED + i - from);
    }
    if (i - from === MOST) process.exit(CRASHED + i - from);
  }
}

function kindsOf(it: Case): Kind[] {
  if (it.gradient === null) return ['value'];
  const second = it.second ?? typeof it.gradient !== 'function';
  return second ? ['value', 'gradient', 'second derivative'] : ['value', 'gradient'];
}

/** Prints the smallest input on which the answer is wrong; true where the backend crashed. */
async function search(backend: BackendName, it: Case, kind: Kind): Promise<boolean> {
  let last: Finding | null = null;
  const property = fc.asyncProperty(it.inputs, async (inputs) => {
    const finding = await judge(it, kind, inputs);
    if (finding) last = finding;
    return finding === null;
  });
  const result = await fc.check(property, { numRuns: values.runs, seed: values.seed });
  if (!result.failed) return false;
  const name = [it.op, it.variant].filter(Boolean).join(', ');
  if (result.counterexample === null || last === null) {
    console.log(`${backend} | ${name} | ${kind} | the case itself is at fault: ${String(result.errorInstance)}`);
    return false;
  }
  const finding = (await judge(it, kind, result.counterexample[0])) ?? last;
  console.log(
    `${backend} | ${name} | ${kind} | ${shownInputs(result.counterexample[0])} | got ${finding.got} | truth ${finding.truth}`,
  );
  return /memory access|unreachable|table index/.test(finding.got);
}
