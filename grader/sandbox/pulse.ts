/**
 * Signs of life of the engine, for a watchdog on another thread: how often a run began or the interrupt handler was
 * called, and whether a run is under way.
 */
export const pulse = new Int32Array(new SharedArrayBuffer(8));

const BEATS = 0;
const RUNNING = 1;

export function beat(): void {
  Atomics.add(pulse, BEATS, 1);
}

export function running(isRunning: boolean): void {
  Atomics.store(pulse, RUNNING, isRunning ? 1 : 0);
}
