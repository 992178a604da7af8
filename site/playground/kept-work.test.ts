import { describe, expect, test } from 'vitest';
import { KeptWork, type Store } from './kept-work.ts';

/** A browser's storage, of which each tab has its own view. */
function storage(fault: Error | null = null): Store & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (fault !== null) throw fault;
      values.set(key, value);
    },
  };
}

const A = [{ path: 'a.ts', code: '1' }];
const B = [{ path: 'a.ts', code: '2' }];

describe('work that is kept', () => {
  test('is there again', () => {
    const store = storage();
    expect(new KeptWork('x', () => store).load()).toBeNull();
    expect(new KeptWork('x', () => store).save(A)).toBe('kept');
    expect(new KeptWork('x', () => store).load()).toEqual({ revision: 1, files: A });
    expect(new KeptWork('y', () => store).load()).toBeNull();
  });

  test('of another tab is not overwritten, unless that is asked for', () => {
    const store = storage();
    const [mine, other] = [new KeptWork('x', () => store), new KeptWork('x', () => store)];
    mine.save(A);
    other.load();
    expect(other.save(B)).toBe('kept');
    expect(mine.isBehind()).toBe(true);
    expect(mine.save(A)).toBe('newer');
    expect(mine.load()?.files).toEqual(B);
    expect(mine.isBehind()).toBe(false);
    other.save(B);
    expect(mine.save(A, true)).toBe('kept');
    expect(other.isBehind()).toBe(true);
    expect(other.load()?.files).toEqual(A);
  });

  test.each([
    ['full', Object.assign(new Error('no room'), { name: 'QuotaExceededError' })],
    ['forbidden', new Error('denied')],
  ])('says that the storage is %s', (how, fault) => {
    expect(new KeptWork('x', () => storage(fault)).save(A)).toBe(how);
  });

  test('is nothing where storage may not even be looked at', () => {
    const forbidden = new KeptWork('x', () => {
      throw new Error('denied');
    });
    expect([forbidden.load(), forbidden.save(A), forbidden.isBehind()]).toEqual([null, 'forbidden', false]);
  });

  test.each([
    '{',
    'null',
    '[]',
    '{"revision":1}',
    '{"revision":"1","files":[]}',
    '{"revision":1,"files":[{"path":1}]}',
  ])('that is %s is as if there were none', (text) => {
    const store = storage();
    const kept = new KeptWork('x', () => store);
    store.values.set(kept.key, text);
    expect(kept.load()).toBeNull();
  });
});
