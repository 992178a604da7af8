import { Pool } from './pool.ts';
import { LIMITS, oracleOf, RIGHT, SHARES } from './process-fixture.ts';

// A run of the pool for a test that stops it together with its processes. Prints a line when it is ready to be stopped,
// and the statuses at the end.

const NAMES = ['relu', 'sigmoid', 'softmax'];
const pool = new Pool({
  jobs: 1,
  limits: LIMITS,
  shares: SHARES,
  oracle: async (name) => {
    const oracle = await oracleOf(name);
    if (name === 'softmax') process.stdout.write('judging\n');
    return oracle;
  },
  // In less time than the test stops it for, it would be silent for too long.
  bounds: { freeMs: 2500, freeStarts: 0, sharedMs: 0, lookMs: 100, silentLooks: 20 },
});
const judged = await pool.judge(
  [{ path: 'ada.js', code: RIGHT.relu + RIGHT.sigmoid + RIGHT.softmax }],
  NAMES.map((name) => ({ name, points: 10 })),
);
pool.close();
process.stdout.write(
  `${judged.kind === 'judged' ? judged.exercises.map(({ status }) => status).join() : judged.kind}\n`,
);
