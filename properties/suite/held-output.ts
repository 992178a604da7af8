import { Writable } from 'node:stream';

const MOST = 100_000;

/** Keeps what is written to it, of much the end, for whoever asks afterwards. */
export class HeldOutput extends Writable {
  #text = '';
  #dropped = false;

  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.#text += chunk.toString();
    // Cut now and then only, since most of it is never read.
    if (this.#text.length > 2 * MOST) this.#cut();
    done();
  }

  /** What was written, or its end. */
  get text(): string {
    this.#cut();
    return this.#dropped ? `…${this.#text}` : this.#text;
  }

  #cut(): void {
    if (this.#text.length <= MOST) return;
    this.#text = this.#text.slice(-MOST);
    this.#dropped = true;
  }
}
