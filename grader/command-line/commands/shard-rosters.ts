import { resolve } from 'node:path';
import { shownShard } from '../../class/shard.ts';
import { keptRoster } from '../../run/kept-run.ts';
import type { GradedShard } from '../../run/open-shards.ts';
import { readRegular } from '../../store/regular-file.ts';
import { listedName, nameList } from '../../text/name-list.ts';

/** A roster that shards were graded with, null if with none, and their numbers. */
interface SharedRoster {
  file: string | null;
  content: Buffer | null;
  shards: string[];
}

/** The roster of merged shards, and what an instructor should know if they were graded with different ones. */
export interface MergedRoster {
  file: string | null;
  note: string | null;
}

/**
 * The first roster that a shard was graded with; without any, the one that an earlier merge has been graded with since. Copies of one
 * roster are the same.
 */
export async function rosterOfShards(shards: readonly GradedShard[], merged: string): Promise<MergedRoster> {
  const rosters: SharedRoster[] = [];
  for (const { folder, shard } of shards) {
    const file = await keptRoster(folder);
    const same = rosters.find((other) => isSamePath(other.file, file)) ?? (await copyIn(rosters, file));
    if (same === undefined) rosters.push({ file, content: await contentOf(file), shards: [shownShard(shard)] });
    else same.shards.push(shownShard(shard));
  }
  const file = rosters.find((roster) => roster.file !== null)?.file ?? null;
  if (file === null) return { file: await keptRoster(merged), note: null };
  if (rosters.length === 1) return { file, note: null };
  const each = rosters.map(
    (roster) => `${roster.file === null ? 'none' : listedName(roster.file)}: ${nameList(roster.shards)}`,
  );
  return {
    file,
    note:
      `the shards were graded with different rosters (${each.join('; ')}): kept for reports and later runs is ${listedName(file)}, ` +
      'to which the next `backproof grade` brings all records; --roster names another',
  };
}

function isSamePath(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : resolve(one) === resolve(other);
}

async function copyIn(rosters: readonly SharedRoster[], file: string | null): Promise<SharedRoster | undefined> {
  const content = await contentOf(file);
  return content === null ? undefined : rosters.find((other) => other.content?.equals(content));
}

async function contentOf(file: string | null): Promise<Buffer | null> {
  return file === null ? null : readRegular(file).catch(() => null);
}
