import { expect, test } from 'vitest';
import { parseShard, partOf, shardNumberOf, shownShard } from './shard.ts';

const class_ = Array.from({ length: 2000 }, (_, n) => ({ id: `student${n}` }));

test.each([1, 2, 3, 8, 64])('%i shards have every submission once, and about equally many', (count) => {
  const parts = Array.from({ length: count }, (_, n) => partOf(class_, { number: n + 1, count }));
  expect(
    parts
      .flat()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(class_.map(({ id }) => id).sort());
  for (const part of parts) expect(Math.abs(part.length - class_.length / count)).toBeLessThan(100);
});

test('a name is in the same shard whether its accents are composed or not', () => {
  for (const id of ['søren', 'é', 'ü'.normalize('NFD'), 'Ångström'])
    expect(shardNumberOf(id.normalize('NFD'), 64)).toBe(shardNumberOf(id.normalize('NFC'), 64));
});

test('which shard an id is in never changes: shards of two versions are merged', () => {
  expect(['ada', 'bela', 'chen', 'mary ann', 'søren'].map((id) => shardNumberOf(id, 8))).toEqual([6, 2, 3, 1, 3]);
});

test('a shard is read as it is shown', () => {
  for (const text of ['1/1', '2/8', '64/64', '10000/10000'])
    expect(shownShard(parseShard(text) ?? { number: 0, count: 0 })).toBe(text);
});

test.each(['0/8', '9/8', '1/0', '1', '1/', '/8', '1/8/2', '-1/8', '1.5/8', 'a/b', '1/10001', ' 1/8', ''])(
  '%j is not a shard',
  (text) => {
    expect(parseShard(text)).toBeNull();
  },
);
