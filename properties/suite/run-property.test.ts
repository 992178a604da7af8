import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { replayCommand, runProperty } from './run-property.ts';

const inputs = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.array(fc.integer()));
const draws = { runs: 200, command: 'npx vitest run -t it' };
const fails = async (n: number, _list: number[]): Promise<void> => {
  if (n >= 137) throw new Error(`${n} is too large`);
};

afterEach(() => vi.unstubAllEnvs());

async function messageOf(run: Promise<void>): Promise<string> {
  return run.then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  );
}

describe('a property that fails', () => {
  test('says why, the shrunk input, how many draws, and how to replay it', async () => {
    const message = await messageOf(runProperty(inputs, fails, draws));
    expect(message).toMatch(/^137 is too large\n {2}input: \[137,\[\]\]\n/);
    expect(message).toMatch(/found after \d+ draws and \d+ shrinks; replay:\n/);
    expect(message).toMatch(/BACKPROOF_SEED=20261122 BACKPROOF_PATH=\S+ npx vitest run -t it$/);
  });

  test('is replayed by its seed and path alone, in one draw', async () => {
    const first = await messageOf(runProperty(inputs, fails, draws));
    const [, seed, path] = /BACKPROOF_SEED=(\S+) BACKPROOF_PATH=(\S+) /.exec(first) ?? [];
    vi.stubEnv('BACKPROOF_SEED', seed);
    vi.stubEnv('BACKPROOF_PATH', path);
    const seen: number[] = [];
    const again = await messageOf(
      runProperty(
        inputs,
        async (n, list) => {
          seen.push(n);
          await fails(n, list);
        },
        draws,
      ),
    );
    expect(seen[0]).toBe(137);
    expect(again).toContain('input: [137,[]]');
    expect(again).toContain('found after 1 draws');
  });

  test('under another seed gives that seed for the replay', async () => {
    vi.stubEnv('BACKPROOF_SEED', '99');
    expect(await messageOf(runProperty(inputs, fails, draws))).toContain('BACKPROOF_SEED=99 ');
  });

  test('prints inputs that JSON cannot hold', async () => {
    const message = await messageOf(
      runProperty(
        fc.tuple(fc.constant<number[]>([Number.NaN, -Infinity])),
        async (_numbers) => {
          throw new Error('no');
        },
        draws,
      ),
    );
    expect(message).toContain('input: [["NaN","-Infinity"]]');
  });
});

describe('a property that holds', () => {
  test('is drawn as often as asked', async () => {
    let count = 0;
    await runProperty(inputs, async (_n, _list) => void count++, draws);
    expect(count).toBe(200);
  });

  test('is drawn as often as BACKPROOF_RUNS says', async () => {
    vi.stubEnv('BACKPROOF_RUNS', '7');
    let count = 0;
    await runProperty(inputs, async (_n, _list) => void count++, draws);
    expect(count).toBe(7);
  });

  test('draws the same inputs every time', async () => {
    const drawn = async (): Promise<number[]> => {
      const seen: number[] = [];
      await runProperty(inputs, async (n, _list) => void seen.push(n), draws);
      return seen;
    };
    expect(await drawn()).toEqual(await drawn());
  });
});

test('the replay command names one test, whatever its title holds', () => {
  const title = "adam obeys: 2 (a + b) is a's $ double";
  const command = replayCommand('cpu', title);
  expect(command).toMatch(/^npx vitest run --project cpu -t '/);
  const pattern = /-t '(.*)'$/.exec(command)?.[1]?.replaceAll("'\\''", "'") ?? '';
  expect(title).toMatch(new RegExp(pattern));
  expect('adam obeys: 2 aab is a double').not.toMatch(new RegExp(pattern));
});
