import type { Assignment } from '../assignment/assignment.ts';

/**
 * What a process that runs submissions may use. Times are those of its own CPU, so that neither a busy machine nor a run
 * that was stopped and went on changes a verdict; what a stopped process does not use does not count.
 */
export interface Bounds {
  /** CPU without a tick. One takes milliseconds; a regular expression that backtracks, or a built-in on something huge, goes long without. */
  tickMs: number;
  /** the same for all calls of a piece of work (an exercise, a load) together */
  quietMs: number;
  /** CPU that each piece of work has for itself: many times what a right exercise takes */
  freeMs: number;
  /** the same as a multiple of the CPU that the process took to start, for machines that are slow */
  freeStarts: number;
  /** CPU that the pieces of work of one submission may take together beyond their own */
  sharedMs: number;
  /** growth of the process's memory since it opened the submission */
  memoryMiB: number;
  /** looks of the watchdog, ten a second, at which a process that has work uses no CPU: then the machine holds it up */
  stalledLooks: number;
  /** time between two looks of the parent whether the process has given a sign of life */
  lookMs: number;
  /** looks without one after which it counts as dead */
  silentLooks: number;
}

export function boundsOf({ ticks, memoryMiB }: Assignment['limits']): Bounds {
  return {
    tickMs: 3_000,
    quietMs: 6_000,
    freeMs: 3_000,
    freeStarts: 6,
    // several times what the ticks of all calls of an exercise take
    sharedMs: 5_000 + ticks * 40,
    memoryMiB: 1024 + 2 * memoryMiB,
    stalledLooks: 1_200,
    lookMs: 1_000,
    silentLooks: 60,
  };
}
