import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { BACKENDS, type BackendName } from '../../accelerated/backend-names.ts';
import { startBackend } from '../../accelerated/backends.ts';
import type { Case, Kind } from './case.ts';
import { loadCases } from './cases.ts';
import { shownInputs } from './inputs.ts';
import { type Finding, judge } from './judge.ts';

// npm run divergences -- [--backend wasm] [--runs 60] [--seed 1] [op ...]
// Draws inputs for every op, compares it with the truth in float64 and prints the smallest input on which it is wrong.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    backend: { type: 'string' },
    from: { type: 'string' },
    runs: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});

/** Exit codes from here on say behind which case to begin again. */
const CRASHED = 20;
/** A process takes no more cases than an exit code can tell. */
const MOST = 200;

if (values.backend === undefined) {
  for (const backend of BACKENDS) startAt(backend, 0);
} else if (values.from === undefined) {
  startAt(values.backend, 0);
} else {
  await hunt(values.backend as BackendName, Number(values.from));
}

/** In a process of its own; a crash of wasm poisons its instance, so the next case gets another one. */
function startAt(backend: string, first: number): void {
  for (let from = first; from >= 0; ) {
    const own = ['--backend', backend, '--from', String(from), '--runs', values.runs, '--seed', values.seed];
    const { status } = spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.url), ...own, ...positionals],
      { stdio: 'inherit' },
    );
    from = status !== null && status >= CRASHED ? from + status - CRASHED + 1 : -1;
  }
}

async function hunt(backend: BackendName, from: number): Promise<void> {
  try {
    await startBackend(backend);
  } catch (error) {
    console.log(`${backend} skipped: ${(error as Error).message}`);
    return;
  }
  const cases = (await loadCases()).filter(({ op }) => positionals.length === 0 || positionals.includes(op));
  for (const [i, it] of cases.entries()) {
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
  const result = await fc.check(property, { numRuns: Number(values.runs), seed: Number(values.seed) });
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
