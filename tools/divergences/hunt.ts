import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import fc from 'fast-check';
import { BACKENDS, type BackendName } from '../../accelerated/backend-names.ts';
import { knownWords } from '../command-line/known-words.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import type { Case, Kind } from './case.ts';
import { loadCases } from './cases.ts';
import { shownInputs } from './inputs.ts';
import { type Finding, judge } from './judge.ts';
import { beginAgainAfter, inProcesses, isCrash, isFull, startOrSkip } from './restarting.ts';

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
    'input on which it is wrong. Takes minutes. Writes nothing, and exits with 1 if a process of a backend ends unexpectedly.',
)
  .argument('[ops...]', 'only these: matMul logSoftmax', knownWords(cases.map(({ op }) => op)))
  .addOption(new Option('--backend <name>', 'only this one').choices(BACKENDS))
  .option('--runs <n>', 'inputs that are drawn for each case', wholeNumber(1), 60)
  .option('--seed <n>', 'of the draws', wholeNumber(0), 1)
  // What it tells its own processes.
  .addOption(new Option('--from <n>').argParser(wholeNumber(0)).hideHelp())
  .parse();
const { args: ops } = command;
const values = command.opts<HuntOptions>();

if (values.backend === undefined) {
  for (const backend of BACKENDS) inProcesses((from) => wordsOf(backend, from));
} else if (values.from === undefined) {
  const { backend } = values;
  inProcesses((from) => wordsOf(backend, from));
} else {
  await hunt(values.backend, values.from);
}

/** The command line of a process of this tool. */
function wordsOf(backend: BackendName, from: number): string[] {
  const drawn = ['--runs', String(values.runs), '--seed', String(values.seed)];
  return [fileURLToPath(import.meta.url), '--backend', backend, '--from', String(from), ...drawn, ...ops];
}

async function hunt(backend: BackendName, from: number): Promise<void> {
  if (!(await startOrSkip(backend))) return;
  const asked = cases.filter(({ op }) => ops.length === 0 || ops.includes(op));
  for (const [i, it] of asked.entries()) {
    if (i < from) continue;
    for (const kind of kindsOf(it)) {
      if (await search(backend, it, kind)) beginAgainAfter(i, from);
    }
    if (isFull(i, from)) beginAgainAfter(i, from);
  }
}

function kindsOf(it: Case): Kind[] {
  if (it.gradient === null) return ['value'];
  const second = it.second ?? typeof it.gradient !== 'function';
  return second ? ['value', 'gradient', 'second derivative'] : ['value', 'gradient'];
}

/** Prints the smallest input on which the result is wrong; true if the backend crashed. */
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
  return isCrash(finding.got);
}
