/**
 * Signs of life of the engine, for a watchdog on another thread: how often a run began or the interrupt handler was
 * called, whether a run is under way, and how many pieces of work (a load, an exercise) have been begun.
 */
export const pulse = new Int32Array(new SharedArrayBuffer(12));

const BEATS = 0;
const RUNNING = 1;
const WORK = 2;

export function beat(): void {
  Atomics.add(pulse, BEATS, 1);
}

export function running(isRunning: boolean): void {
  Atomics.store(pulse, RUNNING, isRunning ? 1 : 0);
}

export function workBegins(): void {
  Atomics.add(pulse, WORK, 1);
}
