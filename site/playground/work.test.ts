import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KeptWork, type Saved, type Store } from './kept-work.ts';
import { SAVE_AFTER_MS, Work } from './work.ts';

let values: Map<string, string>;
let isFull: boolean;
const store: Store = {
  getItem: (key) => values.get(key) ?? null,
  setItem: (key, value) => {
    if (isFull) throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    values.set(key, value);
  },
};

interface Tab {
  work: Work;
  saved: Saved[];
  undo: (() => void)[];
}

function tab(): Tab {
  const saved: Saved[] = [];
  const undo: (() => void)[] = [];
  const listener = {
    replaced: () => undefined,
    saved: (how: Saved) => void saved.push(how),
    takenOver: (back: () => void) => void undo.push(back),
  };
  return { work: new Work(new KeptWork('x', () => store), listener), saved, undo };
}

beforeEach(() => {
  vi.useFakeTimers();
  values = new Map();
  isFull = false;
});
afterEach(() => void vi.useRealTimers());

const pause = (): void => void vi.advanceTimersByTime(SAVE_AFTER_MS);

describe('work', () => {
  test('is saved a moment after a change, and when it is asked for', () => {
    const { work } = tab();
    work.add('a.ts', '1');
    expect([work.isAtRisk, tab().work.files]).toEqual([true, []]);
    pause();
    expect([work.isAtRisk, tab().work.files]).toEqual([false, [{ path: 'a.ts', code: '1' }]]);
    work.edit('a.ts', '2');
    work.save();
    expect(tab().work.code('a.ts')).toBe('2');
  });

  test('goes on in memory when the storage is full, says so once, and is saved when there is room again', () => {
    const { work, saved } = tab();
    isFull = true;
    work.add('a.ts', '1');
    pause();
    work.edit('a.ts', '2');
    pause();
    expect([saved, work.isAtRisk, work.code('a.ts')]).toEqual([['full'], true, '2']);
    isFull = false;
    work.edit('a.ts', '3');
    pause();
    expect([saved, work.isAtRisk, tab().work.code('a.ts')]).toEqual([['full', 'kept'], false, '3']);
  });

  test('that was deleted or replaced comes back', () => {
    const { work } = tab();
    work.add('a.ts', '1');
    const undo = work.remove('a.ts');
    expect(work.paths).toEqual([]);
    undo();
    expect(work.code('a.ts')).toBe('1');
    work.rename('a.ts', 'b.ts');
    expect(work.paths).toEqual(['b.ts']);
  });

  test('of another tab is shown if nothing is lost by it, and this can be undone', () => {
    const [one, two] = [tab(), tab()];
    one.work.add('a.ts', '1');
    pause();
    two.work.otherSaved();
    expect(two.work.code('a.ts')).toBe('1');
    expect(two.undo).toHaveLength(1);
    two.undo[0]?.();
    pause();
    expect(tab().work.paths).toEqual([]);
  });

  test('that another tab saves several times can still be gone back from to what this tab had', () => {
    const [one, two] = [tab(), tab()];
    one.work.add('a.ts', 'mine');
    pause();
    two.work.otherSaved();
    for (const code of ['t', 'th', 'their']) {
      two.work.edit('a.ts', code);
      pause();
      one.work.otherSaved();
    }
    expect(one.work.code('a.ts')).toBe('their');
    one.undo.at(-1)?.();
    expect(one.work.code('a.ts')).toBe('mine');
    two.work.edit('a.ts', 'later');
    one.work.edit('a.ts', 'mine!');
    one.work.save();
    two.work.otherSaved();
    two.work.takeOver();
    two.undo.at(-1)?.();
    expect(two.work.code('a.ts')).toBe('later');
  });

  test('of two tabs at once is left to a person', () => {
    const [one, two] = [tab(), tab()];
    one.work.add('a.ts', 'one');
    two.work.add('a.ts', 'two');
    one.work.save();
    two.work.otherSaved();
    expect([two.saved, two.work.code('a.ts'), tab().work.code('a.ts')]).toEqual([['newer'], 'two', 'one']);
    two.work.edit('a.ts', 'two!');
    pause();
    expect(tab().work.code('a.ts')).toBe('one');
    two.work.save(true);
    expect([two.saved, tab().work.code('a.ts')]).toEqual([['newer', 'kept'], 'two!']);
    one.work.edit('a.ts', 'one!');
    pause();
    expect(one.saved).toEqual(['newer']);
    one.work.takeOver();
    expect([one.work.code('a.ts'), one.undo.length]).toEqual(['two!', 1]);
  });
});
