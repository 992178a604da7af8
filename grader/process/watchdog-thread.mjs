// The thread of watchdog.ts; JavaScript, so that it starts without a loader in every process.
import { workerData } from 'node:worker_threads';

const { pulse, cpuMs, exerciseCpuMs, signal } = workerData;
const EVERY_MS = 200;
let seen = { beats: -1, exercises: -1 };
/** CPU time at the last beat, and at the last look */
let [since, last] = [0, 0];
/** CPU time without a beat of all calls of this exercise */
let quiet = 0;

setInterval(() => {
  const [beats, isRunning, exercises] = pulse.map((_, i) => Atomics.load(pulse, i));
  const { user, system } = process.cpuUsage();
  const now = (user + system) / 1000;
  if (exercises !== seen.exercises) quiet = 0;
  if (!isRunning || beats !== seen.beats) since = now;
  else quiet += now - last;
  [seen, last] = [{ beats, exercises }, now];
  if (now - since > cpuMs || quiet > exerciseCpuMs) process.kill(process.pid, signal);
}, EVERY_MS);
