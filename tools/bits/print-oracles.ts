import { startBackend } from '../../accelerated/backends.ts';
import { exercisePaths, loadExercises } from '../../exercises/exercises.ts';
import { computeOracle } from '../../grader/oracle/oracle.ts';
import { nameOf } from '../../properties/entry/entries.ts';

// Run by `npm run bits -- --oracles` under each version of Node: prints the inputs, expected values and allowed errors
// that submissions of each exercise are graded by, an exercise a line.

const BACKEND = 'wasm';
const seed = Number(process.argv[2]);

await startBackend(BACKEND);
for (const located of await loadExercises(new Set(exercisePaths().map(nameOf)))) {
  process.stdout.write(`${JSON.stringify(await computeOracle(located, seed, BACKEND), inWords)}\n`);
}

/** JSON has no NaN and no infinities. */
function inWords(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
