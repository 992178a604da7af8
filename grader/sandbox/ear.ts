/** What a submission printed by `console` while something ran: the first lines, and how many more there were. */
export interface Printed {
  lines: string[];
  more: number;
}

const MOST_LINES = 20;
const MOST_CHARACTERS = 5_000;
const LONGEST_LINE = 500;

/** Takes in what a submission prints, as much as a student reads. Code that prints in a loop without end costs a count alone. */
export class Ear {
  #lines: string[] = [];
  #characters = 0;
  #more = 0;

  /** Whether another text is wanted; it is counted if it is not. */
  wants(): boolean {
    if (this.#lines.length < MOST_LINES && this.#characters < MOST_CHARACTERS) return true;
    this.#more += 1;
    return false;
  }

  hear(text: string): void {
    for (const line of text.split(/\r\n|[\n\r]/)) {
      if (!this.wants()) continue;
      this.#lines.push(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line);
      this.#characters += Math.min(line.length, LONGEST_LINE);
    }
  }

  /** What was heard since it was last taken; null if that is nothing. */
  take(): Printed | null {
    const printed = this.#lines.length > 0 ? { lines: this.#lines, more: this.#more } : null;
    [this.#lines, this.#characters, this.#more] = [[], 0, 0];
    return printed;
  }
}
