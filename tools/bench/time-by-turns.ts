/** A call to be timed; it may wait for a device. */
export type Call = () => unknown;

/** A part of a round is at least this long, so that the clock's step and the turn itself do not count. */
const LEAST_MS = 2;
const WARM_MS = 60;
const MOST_ROUNDS = 31;

/**
 * Milliseconds a call, round by round: in each round every contender has its turn, so that what slows the machine down
 * for a while slows all of them. A library that times one task after the other would not give such ratios.
 *
 * @param budgetMs about how long all rounds may take together
 */
export async function timeByTurns<K extends string>(
  calls: Readonly<Partial<Record<K, Call>>>,
  budgetMs: number,
): Promise<Partial<Record<K, number[]>>> {
  const contenders = Object.entries(calls) as [K, Call][];
  const repeats = new Map<K, number>();
  let roundMs = 0;
  for (const [name, call] of contenders) {
    const ms = await warm(call);
    const repeated = Math.max(1, Math.ceil(LEAST_MS / ms));
    repeats.set(name, repeated);
    roundMs += repeated * ms;
  }
  const rounds = Math.min(MOST_ROUNDS, Math.max(1, Math.floor(budgetMs / roundMs)));
  const times: Partial<Record<K, number[]>> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of contenders) {
      const repeated = repeats.get(name) as number;
      times[name] ??= [];
      times[name].push((await timed(call, repeated)) / repeated);
    }
  }
  return times;
}

/** Calls until the code is warm, and returns what a call takes then. */
async function warm(call: Call): Promise<number> {
  let [spent, latest, repeated] = [0, 0, 1];
  do {
    const ms = await timed(call, repeated);
    spent += ms;
    latest = Math.max(ms / repeated, 1e-5);
    repeated = Math.max(1, Math.ceil(LEAST_MS / latest));
  } while (spent < WARM_MS);
  return latest;
}

async function timed(call: Call, repeated: number): Promise<number> {
  const begin = performance.now();
  for (let i = 0; i < repeated; i++) {
    const result = call();
    if (result instanceof Promise) await result;
  }
  return performance.now() - begin;
}
