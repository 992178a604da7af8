import { createCipheriv } from 'node:crypto';

const BLOCKS = 32;
const NUMBERS = BLOCKS * 4;
const ZEROS = Buffer.alloc(BLOCKS * 16);

/**
 * A random generator for fast-check: AES-128 in counter mode. Whoever sees some of its numbers learns nothing about
 * the others, while the state of the generators that come with fast-check can be solved for.
 */
export interface KeyedGenerator {
  clone(): KeyedGenerator;
  /** the next number, uniform over the 32-bit integers */
  next(): number;
  /** goes to the next of 2^64 streams; fast-check does so before each draw */
  jump(): void;
  getState(): readonly number[];
}

/** @param key at least 32 hexadecimal digits, of which the first 32 count */
export function keyedGenerator(key: string): KeyedGenerator {
  return new CounterMode(Buffer.from(key.slice(0, 32), 'hex'), 0, 0, null);
}

class CounterMode implements KeyedGenerator {
  readonly #key: Buffer;
  #stream: number;
  #position: number;
  /** the numbers around the position; never changed, so that clones share them */
  #chunk: Buffer | null;

  constructor(key: Buffer, stream: number, position: number, chunk: Buffer | null) {
    this.#key = key;
    this.#stream = stream;
    this.#position = position;
    this.#chunk = chunk;
  }

  clone(): KeyedGenerator {
    return new CounterMode(this.#key, this.#stream, this.#position, this.#chunk);
  }

  next(): number {
    const at = this.#position % NUMBERS;
    if (at === 0 || this.#chunk === null) this.#chunk = this.#chunkAt(Math.floor(this.#position / NUMBERS));
    this.#position += 1;
    return this.#chunk.readInt32LE(at * 4);
  }

  jump(): void {
    this.#stream += 1;
    this.#position = 0;
    this.#chunk = null;
  }

  getState(): readonly number[] {
    return [this.#stream, this.#position];
  }

  #chunkAt(index: number): Buffer {
    const counter = Buffer.alloc(16);
    counter.writeBigUInt64BE(BigInt(this.#stream), 0);
    counter.writeBigUInt64BE(BigInt(index) * BigInt(BLOCKS), 8);
    return createCipheriv('aes-128-ctr', this.#key, counter).update(ZEROS);
  }
}
