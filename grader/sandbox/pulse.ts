/** The places of what the engine's process tells the watchdog on its other thread. */
export const SLOTS = {
  /** how often a run of the engine began or its interrupt handler was called */
  beats: 0,
  /** whether a run is under way */
  running: 1,
  /** how many pieces of work (a load, an exercise) have begun or ended */
  work: 2,
  /** milliseconds of CPU that the piece of work has for itself; negative if none is under way */
  freeMs: 3,
  /** how many submissions have been opened */
  submissions: 4,
  /** milliseconds of CPU that the submission has left for pieces of work that take longer */
  leftMs: 5,
  /** the memory of the process when the submission was opened */
  openedMiB: 6,
} as const;

export const pulse = new Int32Array(new SharedArrayBuffer(4 * Object.keys(SLOTS).length));

workEnds();

export function beat(): void {
  Atomics.add(pulse, SLOTS.beats, 1);
}

export function running(isRunning: boolean): void {
  Atomics.store(pulse, SLOTS.running, isRunning ? 1 : 0);
}

/** @param leftMs what its pieces of work may use together beyond what each has for itself */
export function submissionBegins(leftMs: number): void {
  Atomics.store(pulse, SLOTS.leftMs, leftMs);
  Atomics.store(pulse, SLOTS.openedMiB, Math.ceil(process.memoryUsage.rss() / 2 ** 20));
  Atomics.add(pulse, SLOTS.submissions, 1);
}

export function workBegins(freeMs: number): void {
  Atomics.store(pulse, SLOTS.freeMs, freeMs);
  Atomics.add(pulse, SLOTS.work, 1);
}

export function workEnds(): void {
  workBegins(-1);
}

/** Milliseconds of CPU that the submission has left, without what the piece of work under way used. */
export function leftMs(): number {
  return Math.max(0, Atomics.load(pulse, SLOTS.leftMs));
}
