/** What the model assumes; each figure with where it comes from. */
export interface Cluster {
  submissions: number;
  nodes: number;
  shards: number;
  /** shards that a node runs at once, each on cores of its own */
  atOnce: number;
  /** seconds that a run takes before its first submission */
  start: number;
  /** seconds a submission takes on the cores of a shard: the median, and the spread of its logarithm */
  median: number;
  spread: number;
  /** seconds that the shared file system takes for one synced append */
  sync: number;
  /** the share of the runs that die midway and are requeued, and seconds until they start again */
  deaths: number;
  requeue: number;
  /** bytes of a record */
  record: number;
  /** bytes a second that one reader and writer gets of the shared file system */
  throughput: number;
}

export interface Simulated {
  /** seconds until the last shard has ended, and what a node would take without any loss */
  graded: number;
  ideal: number;
  /** seconds that `merge` takes */
  merged: number;
  requeued: number;
  largestShard: number;
}

/**
 * Plays the array job once: shards wait in a queue, a free place of a node takes the next one. A shard that dies has lost what was
 * under way alone, since each record is on the disk; it starts again at the end of the queue.
 */
export function simulate(cluster: Cluster, random: () => number): Simulated {
  const { submissions, nodes, shards, atOnce, start, sync, deaths, requeue, record, throughput } = cluster;
  const sizes = Array.from({ length: shards }, () => 0);
  for (let n = 0; n < submissions; n++) {
    const shard = Math.floor(random() * shards);
    sizes[shard] = (sizes[shard] ?? 0) + 1;
  }
  const work = sizes.map((size) => workOf(size, cluster, random) + size * sync);
  const places = Array.from({ length: nodes * atOnce }, () => 0);
  const queue = work.map((seconds) => ({ seconds, from: 0 }));
  let requeued = 0;
  let graded = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const place = places.indexOf(Math.min(...places));
    const begin = Math.max(places[place] ?? 0, next.from);
    const isDead = random() < deaths;
    const share = isDead ? random() : 1;
    const end = begin + start + next.seconds * share;
    places[place] = end;
    graded = Math.max(graded, end);
    if (!isDead) continue;
    requeued += 1;
    queue.push({ seconds: next.seconds * (1 - share), from: end + requeue });
  }
  const ideal = work.reduce((sum, seconds) => sum + seconds, 0) / places.length;
  // Read once, written, compared, read and written with what is alike, and read for the reports.
  const merged = (6 * submissions * record) / throughput;
  return { graded, ideal, merged, requeued, largestShard: Math.max(...sizes) };
}

/** The sum of so many times that are distributed like a logarithm's: by its mean and variance, since there are hundreds. */
function workOf(size: number, { median, spread }: Cluster, random: () => number): number {
  const mean = median * Math.exp(spread ** 2 / 2);
  const deviation = mean * Math.sqrt(Math.exp(spread ** 2) - 1);
  return Math.max(0, size * mean + Math.sqrt(size) * deviation * normal(random));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
