// The thread of watchdog.ts; JavaScript, so that it starts without a loader in every process.
import { workerData } from 'node:worker_threads';

const { pulse, cpuMs, signal } = workerData;
const EVERY_MS = 200;
let seen = -1;
let since = 0;

setInterval(() => {
  const [beats, isRunning] = [Atomics.load(pulse, 0), Atomics.load(pulse, 1)];
  const { user, system } = process.cpuUsage();
  const now = (user + system) / 1000;
  if (!isRunning || beats !== seen) [seen, since] = [beats, now];
  else if (now - since > cpuMs) process.kill(process.pid, signal);
}, EVERY_MS);
