import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../grader/process/bounds.ts';
import { SLOTS } from '../../grader/sandbox/pulse-slots.ts';
import { EVERY_MS, Watch } from './watch.ts';

const BOUNDS = { tickMs: 1000, quietMs: 3000, freeMs: 2000 } as Bounds;

type Pulse = Partial<Record<keyof typeof SLOTS, number>>;

/** A watch, and a worker that tells what has changed since it last told something. */
function watched() {
  const watch = new Watch(BOUNDS);
  const pulse: Required<Pulse> = { beats: 0, running: 0, work: 0, freeMs: -1, submissions: 0, leftMs: 0, openedMiB: 0 };
  const told = (change: Pulse): void => {
    Object.assign(pulse, change);
    watch.told(Object.keys(SLOTS).map((slot) => pulse[slot as keyof typeof SLOTS]));
  };
  /** Looks until it has waited this long, with a beat at each if that is said; whether it is over by then. */
  const waits = (ms: number, beating: boolean): boolean => {
    let isOver = false;
    for (let passed = 0; passed < ms; passed += EVERY_MS) {
      if (beating) told({ beats: pulse.beats + 1 });
      isOver ||= watch.look(EVERY_MS);
    }
    return isOver;
  };
  told({ submissions: 1, leftMs: 5000 });
  return { watch, told, waits };
}

test('a worker that has no work may wait for ever', () => {
  const { waits } = watched();
  expect(waits(100_000, false)).toBe(false);
});

describe('work', () => {
  test('that runs without a beat ends', () => {
    const { told, waits } = watched();
    told({ work: 1, freeMs: 2000, running: 1 });
    expect(waits(900, false)).toBe(false);
    expect(waits(300, false)).toBe(true);
  });

  test('outside of the engine has no beat, and goes on', () => {
    const { told, waits } = watched();
    told({ work: 1, freeMs: 2000, running: 1 });
    expect(waits(500, true)).toBe(false);
    told({ running: 0 });
    expect(waits(6000, false)).toBe(false);
  });

  test('that is silent often, and never for long, ends too', () => {
    const { told, waits } = watched();
    told({ work: 1, freeMs: 100_000, running: 1 });
    let isOver = false;
    for (let n = 1; n <= 5; n++) {
      told({ beats: n });
      isOver ||= waits(800, false);
    }
    expect(isOver).toBe(true);
  });

  test('that takes longer than its own time takes what its submission has left', () => {
    const { watch, told, waits } = watched();
    told({ work: 1, freeMs: 2000, running: 1 });
    expect(waits(5000, true)).toBe(false);
    expect(watch.leftMs).toBe(2000);
    told({ work: 2, freeMs: 2000 });
    expect(waits(3000, true)).toBe(false);
    expect(watch.leftMs).toBe(1000);
    expect(waits(1000, true)).toBe(true);
  });

  test('of the next submission begins with what that has', () => {
    const { watch, told, waits } = watched();
    told({ work: 1, freeMs: 2000, running: 1 });
    waits(4000, true);
    told({ submissions: 2, leftMs: 7000, work: 2, freeMs: -1 });
    expect(watch.leftMs).toBe(7000);
  });
});

test('a page that looks late does not count the time in which it did not', () => {
  const { watch, told } = watched();
  told({ work: 1, freeMs: 2000, running: 1 });
  expect(watch.look(60_000)).toBe(false);
  expect(watch.look(60_000)).toBe(false);
});
