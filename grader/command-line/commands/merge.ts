import { join } from 'node:path';
import { Command } from 'commander';
import { asPeopleCount } from '../../record/records.ts';
import { DrawingFile } from '../../report/drawing-file.ts';
import { terminalOverview } from '../../report/terminal-overview.ts';
import { expectOwnReports } from '../../report/write-reports.ts';
import { assignmentOf, expectOwnRun, keepRun, keptClassFolder, keptClassOf } from '../../run/kept-run.ts';
import { mergeShards } from '../../run/merge.ts';
import { type GradedShard, openShards } from '../../run/open-shards.ts';
import { keyHashOf } from '../../secret/secret.ts';
import { KEY } from '../../store/header.ts';
import { readKey } from '../../store/key-file.ts';
import { Store } from '../../store/store.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { nameList } from '../../text/name-list.ts';
import { leftOver } from './left-over.ts';
import { inColour, keyOption } from './options.ts';
import { expectOutside } from './outside.ts';
import { refreshReports } from './refresh-reports.ts';
import { rosterOfShards } from './shard-rosters.ts';

interface MergeOptions {
  out: string;
  key?: string;
  class?: string;
  json?: boolean;
}

/** `backproof merge DIR… --out DIR` */
export function mergeCommand(finish: (code: number) => void): Command {
  return new Command('merge')
    .description(
      'Makes one folder of results of the shards of a class: the records, bit for bit, and the reports that one run of ' +
        '`backproof grade` would have written. The shards stay as they are.',
    )
    .argument('<dirs...>', 'the folders of the shards, each the --out of `backproof grade --shard`')
    .requiredOption(
      '-o, --out <dir>',
      'where the results of the class go; merge again into the same folder to renew them',
    )
    .option('--key <file>', 'the key of the shards, if their folders were copied without it', keyOption)
    .option('-c, --class <dir>', 'the class folder, for later commands; without it the one that was graded')
    .option('--json', 'print a summary as JSON instead of the table')
    .addHelpText(
      'after',
      '\nA shard that is missing, was stopped midway, or is of another key, assignment or oracle is named, and nothing is\n' +
        'merged. One that was run twice counts once.\n\nExample:\n  backproof merge shards/* --out results/',
    )
    .action(async (folders: string[], options: MergeOptions) => finish(await merge(folders, options)));
}

async function merge(folders: readonly string[], options: MergeOptions): Promise<number> {
  const shards = await openShards(folders);
  try {
    return await mergeInto(options, shards);
  } finally {
    for (const { results } of shards) await results.close();
  }
}

async function mergeInto(options: MergeOptions, shards: readonly GradedShard[]): Promise<number> {
  const { out } = options;
  const first = shards[0] as GradedShard;
  const { header } = first.results;
  const assignment = await assignmentOf(first.folder, header, undefined);
  const classFolder = options.class ?? (await keptClassFolder(first.folder));
  if (classFolder === null)
    throw new UsageError(`nothing in ${first.folder} says where its class is: name it with --class`);
  expectOutside(classFolder, out);
  await expectOwnRun(out);
  await expectOwnReports(out);
  const drawings = new DrawingFile(out);
  await drawings.expectOwn();
  const keyFile = header.seed === null ? await keyFileOf(shards, options.key) : null;
  const store = await Store.open(out, { ...header, keyFile, assignmentArgument: header.assignment, shard: null });
  try {
    const roster = await rosterOfShards(shards, out);
    if (roster.note !== null) process.stderr.write(`backproof: ${roster.note}\n`);
    await keepRun(out, { path: classFolder, kept: await keptClassOf(first.folder) }, assignment, roster.file);
    const summary = await mergeShards(store, shards);
    await drawings.replaceBy(shards.map(({ folder }) => folder));
    if (drawings.lost !== null) process.stderr.write(`${drawings.lost}\n`);
    const reports = await refreshReports(store, assignment);
    if (summary.lapsed.length > 0)
      process.stderr.write(
        `another source was handed in, so what was decided about the old one is gone: ${nameList(summary.lapsed)}\n`,
      );
    const infraErrors = [...store.records.values()].filter(({ status }) => status === 'infra_error').length;
    if (options.json) {
      const { seed, keyHash } = store.header;
      const { total, absent } = summary;
      process.stdout.write(
        jsonLine({
          out,
          shards: shards.length,
          seed,
          keyHash,
          assignment: assignment.name,
          total,
          infraErrors,
          absent,
        }),
      );
    } else {
      const width = process.stdout.columns ?? 120;
      process.stdout.write(
        `${terminalOverview(asPeopleCount(store.all()), { colour: inColour(process.stdout), width })}\n`,
      );
      process.stdout.write(`\n${shards.length} ${shards.length === 1 ? 'shard' : 'shards'} merged\n`);
      for (const line of leftOver({ absent: summary.absent, pruned: [] })) process.stdout.write(`${line}\n`);
      for (const path of [join(out, 'results.jsonl'), ...reports]) process.stdout.write(`${path}\n`);
    }
    return infraErrors > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}

/** A file with the key of the shards: the one named, or that of a shard. @throws {UsageError} There is none. */
async function keyFileOf(shards: readonly GradedShard[], named: string | undefined): Promise<string> {
  const wanted = shards[0]?.results.header.keyHash;
  if (named !== undefined) {
    const key = await readKey(named);
    if (key === null)
      throw new UsageError(`the key file ${named} does not exist: name the one that the shards were graded with`);
    if (keyHashOf(key) === wanted) return named;
    throw new UsageError(`${named} is not the key that the shards are drawn from: name that one`);
  }
  for (const { folder } of shards) {
    const path = join(folder, KEY);
    const key = await readKey(path);
    if (key !== null && keyHashOf(key) === wanted) return path;
  }
  throw new UsageError('no shard has the key that it is drawn from: name it with --key');
}
