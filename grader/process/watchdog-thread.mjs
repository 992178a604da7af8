// The thread of watchdog.ts; JavaScript, so that it starts without a loader in every process.
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { pulse, slots, bounds, notes } = workerData;
const EVERY_MS = 100;
/** Looks between two signs of life. */
const SIGN = 10;
/** CPU between two looks below which a process does nothing; the look itself takes some. */
const IDLE_MS = 2;

const at = (name) => Atomics.load(pulse, slots[name]);
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
let seen = { beats: -1, work: -1, submissions: -1, over: 0 };
let [looks, idle] = [0, 0];
/** CPU time at the last beat, and at the last look */
let [since, last] = [cpu(), cpu()];
/** CPU time of this piece of work: all of it, and that without a beat */
let [used, quiet] = [0, 0];

setInterval(() => {
  const now = cpu();
  const [beats, work, submissions, freeMs] = ['beats', 'work', 'submissions', 'freeMs'].map(at);
  if (work !== seen.work || submissions !== seen.submissions) {
    // What the last piece of work took beyond its own, it took from its submission.
    if (submissions === seen.submissions) Atomics.sub(pulse, slots.leftMs, Math.ceil(seen.over));
    [used, quiet] = [0, 0];
  }
  const isBusy = freeMs >= 0;
  if (isBusy) used += now - last;
  if (!at('running') || beats !== seen.beats) since = now;
  else quiet += now - last;
  idle = isBusy && now - last < IDLE_MS ? idle + 1 : 0;
  last = now;
  const over = isBusy ? Math.max(0, used - freeMs) : 0;
  seen = { beats, work, submissions, over };
  const left = Math.max(0, at('leftMs') - over);
  const grown = Math.max(0, process.memoryUsage.rss() / 2 ** 20 - at('openedMiB'));
  const tell = (word) => writeSync(notes, `${word} ${Math.floor(left)} ${Math.floor(grown)}\n`);
  // The parent tells an end with a note from one that came from outside.
  const end = (word) => {
    tell(word);
    process.kill(process.pid, 'SIGKILL');
  };
  if (now - since > bounds.tickMs || quiet > bounds.quietMs || (over > 0 && left === 0)) end('deadline');
  else if (isBusy && grown > bounds.memoryMiB) end('memory');
  else if (idle > bounds.stalledLooks) end('stalled');
  else if (++looks % SIGN === 0) tell('alive');
}, EVERY_MS);
