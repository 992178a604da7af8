import { Worker } from 'node:worker_threads';
import { sourceFile } from '../../properties/entry/source-files.ts';
import { pulse } from '../sandbox/pulse.ts';

/** The signal that ends a process whose watchdog gave up. It leaves no core file, and Node does not use it. */
export const WATCHDOG_SIGNAL = 'SIGALRM';

/**
 * CPU time without a tick. A tick takes milliseconds; only a regular expression that backtracks, or a built-in on
 * something huge, goes so long without one. CPU time, since a busy machine must not change a verdict.
 */
const CPU_MS = 3_000;
/** The same for all calls of an exercise together, or for all that loading a file runs. */
const WORK_CPU_MS = 6_000;

/** Watches the engine of this process from another thread and ends the process if a run hangs without ticks. */
export function startWatchdog(): void {
  const thread = new Worker(sourceFile('grader/process/watchdog-thread.mjs'), {
    workerData: { pulse, cpuMs: CPU_MS, workCpuMs: WORK_CPU_MS, signal: WATCHDOG_SIGNAL },
    execArgv: [],
  });
  thread.unref();
}
