import { stripVTControlCharacters } from 'node:util';

/** The part of a terminal that a screen needs; `process.stdout` is one. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(text: string): unknown;
}

/** Shows one text after another: in the same place on a terminal, one below the other if there is none. */
export class Screen {
  readonly #terminal: Terminal;
  #isDrawn = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  get isTerminal(): boolean {
    return this.#terminal.isTTY === true;
  }

  /** Replaces what is shown. Every line is overwritten in place, so that nothing flickers. */
  show(text: string): void {
    if (!this.isTerminal) {
      this.#terminal.write(text);
      return;
    }
    const start = this.#isDrawn ? '' : '\u001b[2J';
    this.#isDrawn = true;
    const lines = this.#fitting(text.trimEnd().split('\n'));
    // Home; each line with the rest of the old one erased; then all that is below.
    this.#terminal.write(`${start}\u001b[H${lines.map((line) => `${line}\u001b[K\n`).join('')}\u001b[J`);
  }

  /** As many lines as there is room for: one more would scroll the screen. */
  #fitting(lines: readonly string[]): string[] {
    // A terminal that does not know its size says 0.
    const columns = this.#terminal.columns || 80;
    let room = (this.#terminal.rows || 24) - 1;
    const fitting: string[] = [];
    for (const line of lines) {
      room -= Math.max(1, Math.ceil(stripVTControlCharacters(line).length / columns));
      if (room < 0) return [...fitting.slice(0, -1), '…'];
      fitting.push(line);
    }
    return fitting;
  }
}
