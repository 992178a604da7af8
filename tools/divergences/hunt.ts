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
    runs: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});

if (values.backend === undefined) {
  // A process each: a backend that crashes takes no other with it.
  for (const backend of BACKENDS) {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), '--backend', backend];
    spawnSync(process.execPath, [...args, ...process.argv.slice(2)], { stdio: 'inherit' });
  }
} else {
  await hunt(values.backend as BackendName);
}

async function hunt(backend: BackendName): Promise<void> {
  try {
    await startBackend(backend);
  } catch (error) {
    console.log(`${backend} skipped: ${(error as Error).message}`);
    return;
  }
  const cases = await loadCases();
  for (const it of cases.filter(({ op }) => positionals.length === 0 || positionals.includes(op))) {
    for (const kind of kindsOf(it)) await search(backend, it, kind);
  }
}

function kindsOf(it: Case): Kind[] {
  if (it.gradient === null) return ['value'];
  const second = it.second ?? typeof it.gradient !== 'function';
  return second ? ['value', 'gradient', 'second derivative'] : ['value', 'gradient'];
}

async function search(backend: BackendName, it: Case, kind: Kind): Promise<void> {
  let last: Finding | null = null;
  const property = fc.asyncProperty(it.inputs, async (inputs) => {
    const finding = await judge(it, kind, inputs);
    if (finding) last = finding;
    return finding === null;
  });
  const result = await fc.check(property, { numRuns: Number(values.runs), seed: Number(values.seed) });
  if (!result.failed) return;
  const name = [it.op, it.variant].filter(Boolean).join(', ');
  if (result.counterexample === null || last === null) {
    console.log(`${backend} | ${name} | ${kind} | the case itself is at fault: ${String(result.errorInstance)}`);
    return;
  }
  const finding = (await judge(it, kind, result.counterexample[0])) ?? last;
  console.log(
    `${backend} | ${name} | ${kind} | ${shownInputs(result.counterexample[0])} | got ${finding.got} | truth ${finding.truth}`,
  );
}
