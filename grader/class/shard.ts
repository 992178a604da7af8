import { createHash } from 'node:crypto';

/** One of the parts that a class is cut into, each a run of its own: the second of eight is `{ number: 2, count: 8 }`. */
export interface Shard {
  number: number;
  count: number;
}

/** More parts than this have fewer submissions each than a run takes to start. */
export const MOST_SHARDS = 10_000;

/** The number of the shard, from 1, that a submission is in: by a hash of its id, so that it depends on nothing else. */
export function shardNumberOf(id: string, count: number): number {
  // The same student's name may be composed on one file system and decomposed on another.
  const digest = createHash('sha256').update(id.normalize('NFC')).digest();
  return (digest.readUIntBE(0, 6) % count) + 1;
}

/** What of a class is in a shard; all of it without one. */
export function partOf<T extends { id: string }>(entries: readonly T[], shard: Shard | null): readonly T[] {
  if (shard === null) return entries;
  return entries.filter(({ id }) => shardNumberOf(id, shard.count) === shard.number);
}

/** `2/8` as a shard; null if it is not one. */
export function parseShard(text: string): Shard | null {
  const [, number, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? [];
  if (number === undefined || count === undefined) return null;
  return number >= 1 && number <= count && count <= MOST_SHARDS ? { number, count } : null;
}

/** `2/8` */
export function shownShard({ number, count }: Shard): string {
  return `${number}/${count}`;
}
