import { realpath } from 'node:fs/promises';
import { type Shard, shardNumberOf, shownShard } from '../class/shard.ts';
import type { SubmissionRecord } from '../record/record.ts';
import type { StoredResults } from '../store/stored-results.ts';
import { viewResults } from '../store/view-results.ts';
import { UsageError } from '../text/errors.ts';
import { printableLine } from '../text/printable.ts';
import { type KeptFingerprints, keptFingerprints } from './fingerprints.ts';

/** A shard of a class that was graded to its end. */
export interface GradedShard {
  folder: string;
  shard: Shard;
  results: StoredResults;
  kept: KeptFingerprints;
}

type OpenShard = Omit<GradedShard, 'kept'> & { kept: KeptFingerprints | null };

/**
 * The shards of one class in these folders, each once, in the order of their numbers. Nothing is changed in them.
 *
 * @throws {UsageError} One is of another class, key, assignment or oracle, was not graded to its end, or is missing.
 */
export async function openShards(folders: readonly string[]): Promise<GradedShard[]> {
  const open: OpenShard[] = [];
  try {
    for (const folder of await distinct(folders)) open.push(await openShard(folder));
    const [first] = open;
    if (first === undefined) throw new UsageError('name the folders of the shards, one for each');
    for (const other of open) expectSameRun(first, other);
    const shards = await eachOnce(open, first.shard.count);
    for (const each of shards) expectSameClass(shards[0] ?? each, each);
    for (const each of open) if (!shards.some(({ results }) => results === each.results)) await each.results.close();
    return shards;
  } catch (error) {
    for (const { results } of open) await results.close();
    throw error;
  }
}

/** A pattern of a shell and a name may give the same folder twice. */
async function distinct(folders: readonly string[]): Promise<string[]> {
  const byPath = new Map<string, string>();
  for (const folder of folders) {
    const path = await realpath(folder).catch(() => folder);
    if (!byPath.has(path)) byPath.set(path, folder);
  }
  return [...byPath.values()];
}

async function openShard(folder: string): Promise<OpenShard> {
  const results = await viewResults(folder);
  try {
    const { shard } = results.header;
    if (shard === null) throw new UsageError(`${folder} holds results of a whole class, not of a shard: leave it out`);
    const stray = [...results.records.keys()].find((id) => shardNumberOf(id, shard.count) !== shard.number);
    if (stray !== undefined)
      throw new UsageError(
        `${folder} holds a record of ${printableLine(stray)}, which is not in shard ${shownShard(shard)}: remove that line`,
      );
    const kept = await keptFingerprints(folder);
    const isWhole = kept !== null && [...kept.fingerprints.keys()].every((id) => results.records.has(id));
    return { folder, shard, results, kept: isWhole ? kept : null };
  } catch (error) {
    await results.close();
    throw error;
  }
}

function expectSameRun(first: OpenShard, other: OpenShard): void {
  const [a, b] = [first.results.header, other.results.header];
  const refuse = (what: string, cure = 'leave it out, or grade it again as the others'): never => {
    throw new UsageError(`${other.folder} is ${what} than ${first.folder}: ${cure}`);
  };
  if (first.shard.count !== other.shard.count)
    refuse(`shard ${shownShard(other.shard)}, of another number of shards`, 'leave it out');
  if (a.assignment !== b.assignment) refuse(`of another assignment (${b.assignment}, not ${a.assignment})`);
  if (a.assignmentHash !== b.assignmentHash) refuse(`of another version of the assignment ${a.assignment}`);
  if (a.seed !== b.seed || a.keyHash !== b.keyHash)
    refuse(
      a.seed !== null && b.seed !== null ? `of another seed (${b.seed}, not ${a.seed})` : 'drawn from another key',
    );
  if (a.perSource !== b.perSource) refuse('drawn in another way (--per-source)');
  if (a.oracle !== b.oracle) refuse(`by another oracle (${b.oracle}, not ${a.oracle})`);
  const [ours, theirs] = [oraclesOf(first), oraclesOf(other)];
  const both = new Set([...ours, ...theirs]);
  if (both.size > 1)
    refuse(
      `by other oracles (another version of backproof)`,
      'run `backproof grade` in both again with one version, which grades what is of another',
    );
}

function oraclesOf({ results }: OpenShard): Set<string> {
  return new Set([...results.records.values()].map(({ oracleHash }) => oracleHash));
}

/** Of a shard that was run twice, one; a run that was stopped does not matter if another came to its end. */
async function eachOnce(open: readonly OpenShard[], count: number): Promise<GradedShard[]> {
  const whole = new Map<number, GradedShard>();
  for (const { folder, shard, results, kept } of open) {
    if (kept === null) continue;
    const twin = whole.get(shard.number);
    if (twin === undefined) whole.set(shard.number, { folder, shard, results, kept });
    else if (!(await areEqual(twin.results, results)))
      throw new UsageError(
        `${twin.folder} and ${folder} are both shard ${shownShard(shard)}, and their records differ: leave one out`,
      );
  }
  const stopped = open.filter(({ kept, shard }) => kept === null && !whole.has(shard.number));
  const found = new Set(open.map(({ shard }) => shard.number));
  const missing = Array.from({ length: count }, (_, n) => n + 1).filter((number) => !found.has(number));
  const lacks = [
    ...(missing.length === 0 ? [] : [missingText(missing, count)]),
    ...(stopped.length === 0 ? [] : [stoppedText(stopped)]),
  ];
  if (lacks.length > 0) throw new UsageError(`${lacks.join('; ')}; nothing was merged`);
  return [...whole.values()].sort((a, b) => a.shard.number - b.shard.number);
}

const MOST_NAMED = 20;

function missingText(numbers: readonly number[], count: number): string {
  const more = numbers.length > MOST_NAMED ? ` and ${numbers.length - MOST_NAMED} more` : '';
  const names = numbers.slice(0, MOST_NAMED).map((number) => shownShard({ number, count }));
  const [what, cure] =
    numbers.length === 1
      ? ['shard', 'is missing: grade it, or name its folder']
      : ['shards', 'are missing: grade them, or name their folders'];
  return `${what} ${names.join(', ')}${more} ${cure}`;
}

function stoppedText(stopped: readonly OpenShard[]): string {
  const names = stopped.slice(0, MOST_NAMED).map(({ shard, folder }) => `${shownShard(shard)} in ${folder}`);
  const more = stopped.length > MOST_NAMED ? ` and ${stopped.length - MOST_NAMED} more` : '';
  const [what, state] =
    stopped.length === 1
      ? ['shard', 'was stopped midway or still runs']
      : ['shards', 'were stopped midway or still run'];
  return `${what} ${names.join(', ')}${more} ${state}: run the same \`backproof grade\` again, it goes on from there`;
}

function expectSameClass(first: GradedShard, other: GradedShard): void {
  if (first.kept.classHash === other.kept.classHash) return;
  throw new UsageError(
    `the class had other submissions when ${other.folder} was graded than when ${first.folder} was: ` +
      'run `backproof grade` in both again, which grades what is missing',
  );
}

/** Whether two runs of a shard have the same records, apart from the times. */
async function areEqual(one: StoredResults, other: StoredResults): Promise<boolean> {
  if (one.records.size !== other.records.size) return false;
  for await (const record of one.read()) {
    const twin = await other.record(record.submission);
    if (twin === null || timeless(record) !== timeless(twin)) return false;
  }
  return true;
}

function timeless(record: SubmissionRecord): string {
  return JSON.stringify({ ...record, startedAt: null, durationMs: null });
}
