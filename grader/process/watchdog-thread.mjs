// The thread of watchdog.ts; JavaScript, so that it starts without a loader in every process.
import { workerData } from 'node:worker_threads';

const { pulse, cpuMs, workCpuMs, signal } = workerData;
const EVERY_MS = 200;
let seen = { beats: -1, work: -1 };
/** CPU time at the last beat, and at the last look */
let [since, last] = [0, 0];
/** CPU time without a beat, over all calls of this piece of work */
let quiet = 0;

setInterval(() => {
  const [beats, isRunning, work] = pulse.map((_, i) => Atomics.load(pulse, i));
  const { user, system } = process.cpuUsage();
  const now = (user + system) / 1000;
  if (work !== seen.work) quiet = 0;
  if (!isRunning || beats !== seen.beats) since = now;
  else quiet += now - last;
  [seen, last] = [{ beats, work }, now];
  if (now - since > cpuMs || quiet > workCpuMs) process.kill(process.pid, signal);
}, EVERY_MS);
