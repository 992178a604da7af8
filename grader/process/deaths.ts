import type { Ending } from './ending.ts';

/** What follows from the end of a process: it is tried again, or the student's code or the machine is to blame. */
export type Blame = 'again' | 'timeout' | 'memory' | 'crash' | 'machine';

/**
 * Decides who is to blame for the ends of the processes of one submission. What its own watchdog ended is the student's
 * at once. A crash is the student's if it comes twice at the same place. An end from outside is the machine's, and is
 * never counted against the student, unless the code had taken a lot of memory both times: then the system ended it first.
 */
export class Deaths {
  readonly #crashes = new Map<string, number>();
  readonly #kills = new Map<string, { count: number; grown: boolean }>();

  /** @param place what was being done, by a name */
  at(place: string, ending: Ending): Blame {
    switch (ending.type) {
      case 'deadline':
        return 'timeout';
      case 'memory':
        return 'memory';
      case 'crashed': {
        const count = (this.#crashes.get(place) ?? 0) + 1;
        this.#crashes.set(place, count);
        return count > 1 ? 'crash' : 'again';
      }
      case 'killed': {
        const before = this.#kills.get(place) ?? { count: 0, grown: true };
        const now = { count: before.count + 1, grown: before.grown && ending.grown };
        this.#kills.set(place, now);
        if (now.count === 1) return 'again';
        return now.grown ? 'memory' : 'machine';
      }
    }
  }
}
