/** Of a title as much as tells one from another. */
const LONGEST = 40;

/** How far a run of the tests is, for a log in which a file that takes minutes would leave nothing to see. */
export class Progress {
  readonly #start: number;
  readonly #running = new Map<string, string>();
  readonly #ended = new Set<string>();
  #done = 0;

  constructor(now: number) {
    this.#start = now;
  }

  /** A test of a file has ended; of a file that has ended itself, vitest may say so later. */
  tested(file: string, test: string): void {
    this.#done += 1;
    if (!this.#ended.has(file)) this.#running.set(file, test);
  }

  /** A file has ended. */
  ended(file: string): void {
    this.#ended.add(file);
    this.#running.delete(file);
  }

  /** `1 min 20 s: 2310 tests done; webgpu at lstmCell, grader/run/grade.test.ts at gives the same bits` */
  line(now: number): string {
    const at = [...this.#running].map(([file, test]) => `${file} at ${shortened(test)}`);
    return `${shownDuration((now - this.#start) / 1000)}: ${this.#done} tests done${at.length > 0 ? `; ${at.join(', ')}` : ''}`;
  }
}

/** `45 s`, `1 min 20 s`, `12 min` */
export function shownDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
}

function shortened(title: string): string {
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title;
}
