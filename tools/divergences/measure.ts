import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { BACKENDS, type BackendName } from '../../accelerated/backend-names.ts';
import { diverges, type Outcome, outcomeOf } from '../../accelerated/divergence.ts';
import { loadDivergences, readSeen, SEEN } from '../../accelerated/divergences.ts';
import { sourceFile } from '../../host/source-files.ts';
import { knownWords } from '../command-line/known-words.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { beginAgainAfter, inProcesses, isCrash, isFull, startOrSkip } from './restarting.ts';

// npm run divergences:measure -- [backends...]
// Runs every listed divergence on each backend that starts and writes down what it gave if that is not the truth.

const command = toolCommand(
  'npm run divergences:measure --',
  'Runs each listed divergence of tfjs on each backend that starts, and writes what it gave, if that is not the truth, to ' +
    'accelerated/divergences.golden.json. Takes a minute or two. Exits with 1 if a process of a backend ends unexpectedly.',
)
  .argument('[backends...]', `only these of ${BACKENDS.join(', ')}`, knownWords(BACKENDS))
  // What it tells its own processes.
  .addOption(new Option('--alone <backend>').env('BACKPROOF_MEASURE').choices(BACKENDS).hideHelp())
  .addOption(new Option('--from <n>').argParser(wholeNumber(0)).default(0).hideHelp())
  .addHelpText('after', '\nDo not set BACKPROOF_MEASURE: it tells the processes of this tool their backend.')
  .parse();
const { alone, from: first } = command.opts<{ alone?: BackendName; from: number }>();

if (alone === undefined) {
  const asked = command.args;
  const backends = BACKENDS.filter((name) => asked.length === 0 || asked.includes(name));
  for (const backend of backends) {
    inProcesses((from) => [fileURLToPath(import.meta.url), '--from', String(from)], {
      ...process.env,
      BACKPROOF_MEASURE: backend,
    });
  }
} else {
  await measure(alone, first);
}

async function measure(backend: BackendName, from: number): Promise<void> {
  if (!(await startOrSkip(backend))) return;
  const divergences = await loadDivergences();
  for (const [i, divergence] of divergences.entries()) {
    if (i < from) continue;
    const outcome = await outcomeOf(divergence);
    // Once more, since an op that reads stale memory is not always wrong.
    const again = divergence.poisons ? outcome : await outcomeOf(divergence);
    const wrong = diverges(outcome, divergence) && diverges(again, divergence);
    write(divergence.id, backend, wrong ? outcome : null, new Set(divergences.map(({ id }) => id)));
    if (wrong) console.log(`${backend} | ${divergence.id} | ${divergence.input} | got ${JSON.stringify(outcome)}`);
    const crashed = 'throws' in outcome && isCrash(outcome.throws);
    const afresh = crashed || (backend === 'wasm' && divergence.poisons);
    if (afresh || isFull(i, from)) beginAgainAfter(i, from);
  }
}

function write(id: string, backend: BackendName, outcome: Outcome | null, known: ReadonlySet<string>): void {
  const all = readSeen();
  const seen = { ...all[id] };
  delete seen[backend];
  if (outcome) seen[backend] = outcome;
  all[id] = seen;
  const kept = Object.entries(all)
    .filter(([name, backends]) => known.has(name) && Object.keys(backends).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = kept.map(([name, backends]) => [
    name,
    Object.fromEntries(Object.entries(backends).sort(([a], [b]) => (a < b ? -1 : 1))),
  ]);
  writeFileSync(sourceFile(SEEN), `${JSON.stringify(Object.fromEntries(sorted), storable, 1)}\n`);
}

/** JSON has no NaN and no infinities. */
function storable(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
