import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Checker, type CheckState, PAUSE_MS } from './checker.ts';
import { FakeJudge } from './fake-judge-fixture.ts';

let code: string;
let states: CheckState[];
let made: number;
let closed: number;

class Counted extends FakeJudge {
  override close(): void {
    closed += 1;
    super.close();
  }
}

function checker(): Checker {
  return new Checker({
    makeJudge: () => {
      made += 1;
      return Promise.resolve(new Counted());
    },
    subject: () => ({ files: [{ path: 'softmax.ts', code }], exercises: [{ name: 'softmax', points: 10 }] }),
    show: (state) => void states.push(state),
  });
}

const kinds = (): string[] => states.map(({ kind }) => kind);
const pass = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  code = 'export const a = 1;';
  [states, made, closed] = [[], 0, 0];
});
afterEach(() => void vi.useRealTimers());

describe('a checker', () => {
  test('waits until nobody types, and then tests once', async () => {
    const tested = checker();
    for (let n = 0; n < 5; n += 1) {
      tested.changed();
      await pass(PAUSE_MS - 1);
    }
    expect(kinds()).toEqual([]);
    await pass(1);
    expect(kinds()).toEqual(['running', 'done']);
  });

  test('does not test again what it tested, unless it is asked to', async () => {
    const tested = checker();
    await tested.test();
    tested.changed();
    await pass(PAUSE_MS);
    expect(kinds()).toEqual(['running', 'done']);
    await tested.test();
    expect(kinds()).toEqual(['running', 'done', 'running', 'done']);
  });

  test('shows the verdict on the last test alone, however long an earlier one takes', async () => {
    const tested = checker();
    code = 'LOOP';
    void tested.test();
    await pass();
    code = 'WRONG';
    await tested.test();
    expect(kinds()).toEqual(['running', 'running', 'done']);
  });

  test('can be stopped, and starts anew', async () => {
    const tested = checker();
    code = 'LOOP';
    void tested.test();
    await pass();
    tested.stop();
    await pass();
    expect([kinds(), closed]).toEqual([['running', 'stopped'], 1]);
    code = 'export const a = 2;';
    await tested.test();
    expect([kinds().at(-1), made]).toEqual(['done', 2]);
  });

  test('says that a test failed, and can test again', async () => {
    const tested = checker();
    code = 'CRASH';
    await tested.test();
    expect(states.at(-1)).toEqual({ kind: 'failed', message: 'the judge did not start' });
    code = 'export const a = 3;';
    await tested.test();
    expect([kinds().at(-1), made]).toEqual(['done', 2]);
  });

  test('has nothing to test without a file', async () => {
    const empty = new Checker({
      makeJudge: () => Promise.resolve(new FakeJudge()),
      subject: () => ({ files: [], exercises: [] }),
      show: (state) => void states.push(state),
    });
    await empty.test();
    expect(states).toEqual([{ kind: 'idle' }]);
  });

  test('does not mind a judge that cannot be loaded ahead', async () => {
    const broken = new Checker({
      makeJudge: () => Promise.reject(new Error('offline')),
      subject: () => ({ files: [{ path: 'softmax.ts', code }], exercises: [] }),
      show: (state) => void states.push(state),
    });
    broken.warm(['softmax']);
    await pass();
    await broken.test();
    expect(states.at(-1)).toEqual({ kind: 'failed', message: 'offline' });
  });
});
