import { residentMiB, tell, watchedMemory } from '../../host/host.ts';
import { SLOTS } from './pulse-slots.ts';

export const pulse = new Int32Array(watchedMemory(4 * Object.keys(SLOTS).length));

workEnds();

export function beat(): void {
  Atomics.add(pulse, SLOTS.beats, 1);
  tell(pulse, false);
}

export function running(isRunning: boolean): void {
  Atomics.store(pulse, SLOTS.running, isRunning ? 1 : 0);
  tell(pulse, true);
}

/** @param leftMs what its pieces of work may use together beyond what each has for itself */
export function submissionBegins(leftMs: number): void {
  Atomics.store(pulse, SLOTS.leftMs, leftMs);
  Atomics.store(pulse, SLOTS.openedMiB, Math.ceil(residentMiB()));
  Atomics.add(pulse, SLOTS.submissions, 1);
}

export function workBegins(freeMs: number): void {
  Atomics.store(pulse, SLOTS.freeMs, freeMs);
  Atomics.add(pulse, SLOTS.work, 1);
  tell(pulse, true);
}

export function workEnds(): void {
  workBegins(-1);
}

/** Milliseconds of CPU that the submission has left, without what the piece of work under way used. */
export function leftMs(): number {
  return Math.max(0, Atomics.load(pulse, SLOTS.leftMs));
}
