import type { Bounds } from '../../grader/process/bounds.ts';
import { SLOTS } from '../../grader/sandbox/pulse-slots.ts';

/** Time between two looks. */
export const EVERY_MS = 100;
/** The most that the time between two looks counts for: a page in the background, or a machine that slept, looks late. */
const MOST_MS = 3 * EVERY_MS;

/**
 * Watches a Web Worker as the watchdog watches a process, by what it tells of its pulse. A worker that is deep in a regular
 * expression tells nothing. A page has no clock of the worker's CPU, so that the time of the page counts.
 */
export class Watch {
  readonly #bounds: Bounds;
  #pulse: readonly number[] = [];
  #seen = { beats: -1, work: -1, submissions: -1 };
  /** the time of this piece of work: all of it, that without a beat, and that since the last beat */
  #used = 0;
  #quiet = 0;
  #silent = 0;
  #over = 0;
  /** what the submission took of what its pieces of work share */
  #taken = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Takes in what the worker tells. */
  told(pulse: readonly number[]): void {
    this.#pulse = pulse;
    const [work, submissions, beats] = [this.#at('work'), this.#at('submissions'), this.#at('beats')];
    if (work !== this.#seen.work || submissions !== this.#seen.submissions) {
      this.#taken = submissions === this.#seen.submissions ? this.#taken + this.#over : 0;
      [this.#used, this.#quiet, this.#over, this.#silent] = [0, 0, 0, 0];
    }
    if (beats !== this.#seen.beats || this.#at('running') === 0) this.#silent = 0;
    this.#seen = { beats, work, submissions };
  }

  /** Whether what runs has taken too long; `passed` milliseconds lie between two looks. */
  look(passed: number): boolean {
    const freeMs = this.#at('freeMs');
    if (freeMs < 0) return false;
    const counted = Math.min(passed, MOST_MS);
    this.#used += counted;
    if (this.#at('running') === 1) {
      if (this.#silent > 0) this.#quiet += counted;
      this.#silent += counted;
    }
    this.#over = Math.max(0, this.#used - freeMs);
    const { tickMs, quietMs } = this.#bounds;
    return this.#silent > tickMs || this.#quiet > quietMs || (this.#over > 0 && this.leftMs === 0);
  }

  /** Milliseconds that the submission has left beyond what each piece of work has for itself. */
  get leftMs(): number {
    return Math.max(0, this.#at('leftMs') - this.#taken - this.#over);
  }

  #at(slot: keyof typeof SLOTS): number {
    return this.#pulse[SLOTS[slot]] ?? -1;
  }
}
