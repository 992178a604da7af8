import { Worker } from 'node:worker_threads';
import { sourceFile } from '../../host/source-files.ts';
import { pulse } from '../sandbox/pulse.ts';
import { SLOTS } from '../sandbox/pulse-slots.ts';
import type { Bounds } from './bounds.ts';
import { NOTES } from './notes.ts';

/** Watches this process from another thread, tells the parent that it is alive, and ends it if it uses too much. */
export function startWatchdog(bounds: Bounds): void {
  const thread = new Worker(sourceFile('grader/process/watchdog-thread.mjs'), {
    workerData: { pulse, slots: SLOTS, bounds, notes: NOTES },
    execArgv: [],
  });
  thread.unref();
}
