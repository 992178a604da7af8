import Table from 'cli-table3';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { type Cluster, type Simulated, simulate } from './simulate.ts';

// `npm run shards:model`: how long a large class takes on a cluster, and what its shared file system sees. On paper and played.

const { submissions, nodes } = toolCommand(
  'npm run shards:model --',
  'Plays an array job of shards a hundred times and prints how long it takes, with how many files, beside the same on paper.',
)
  .option('--submissions <n>', 'submissions of the class', wholeNumber(1), 100_000)
  .option('--nodes <n>', 'nodes, each with a shard on two cores at a time', wholeNumber(1), 64)
  .parse()
  .opts<{ submissions: number; nodes: number }>();

const PLAYED = 100;

/** Measured where docs/more-than-one-machine.md says; a submission of eight exercises on two cores, a sync on NFS. */
const ASSUMED: Omit<Cluster, 'shards'> = {
  submissions,
  nodes,
  atOnce: 1,
  start: 5,
  median: 0.5,
  spread: 1,
  sync: 0.01,
  deaths: 0.02,
  requeue: 120,
  record: 10_000,
  throughput: 100e6,
};

const table = new Table({
  head: ['shards', 'on paper', 'played: median', 'of 100, at most', 'requeued', 'largest shard', 'merge'],
  style: { head: [], border: [] },
});
for (const factor of [1, 2, 4, 16]) {
  const cluster = { ...ASSUMED, shards: factor * nodes };
  const runs = Array.from({ length: PLAYED }, () => simulate(cluster, Math.random)).sort((a, b) => a.graded - b.graded);
  const [middle, last] = [runs[PLAYED / 2], runs.at(-1)] as [Simulated, Simulated];
  table.push([
    cluster.shards,
    minutes(onPaper(cluster)),
    minutes(middle.graded),
    minutes(last.graded),
    middle.requeued,
    middle.largestShard,
    minutes(middle.merged),
  ]);
}
console.log(`${submissions} submissions on ${nodes} nodes\n${table.toString()}`);

const { record, sync } = ASSUMED;
const perSecond = nodes / (meanOf(ASSUMED) + sync);
console.log(
  [
    'What the shared file system sees:',
    `  read: ${submissions} sources, each once in its own shard; the class folder is listed once by each shard`,
    `  appends: ${submissions}, each synced, ${perSecond.toFixed(0)} a second, ${((perSecond * record) / 1e6).toFixed(1)} MB/s; each file has one writer`,
    '  files: 6 for each shard (backproof.json, key, run.json, results.jsonl, drawings.jsonl, fingerprints.jsonl), and its lock while it runs',
    `  merged: ${Math.round((submissions * record) / 1e6)} MB of records, and ${Math.ceil(submissions / 100) + 1} pages of the report`,
  ].join('\n'),
);

function meanOf({ median, spread }: Pick<Cluster, 'median' | 'spread'>): number {
  return median * Math.exp(spread ** 2 / 2);
}

/** Work over places, a start for each shard that a place takes, and the largest shard above the mean, at two deviations of their sizes. */
function onPaper(cluster: Cluster): number {
  const { shards, nodes: places, start } = cluster;
  const each = meanOf(cluster) + cluster.sync;
  const size = submissions / shards;
  const rounds = Math.ceil(shards / places);
  return rounds * start + (submissions * each) / places + 2 * Math.sqrt(size) * each;
}

function minutes(seconds: number): string {
  return `${(seconds / 60).toFixed(1)} min`;
}
