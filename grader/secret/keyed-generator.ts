import { aes128Ctr } from '../../host/host.ts';
import { bytesOf } from './hex.ts';

const BLOCKS = 32;
const NUMBERS = BLOCKS * 4;

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
  return new CounterMode(bytesOf(key.slice(0, 32)), 0, 0, null);
}

class CounterMode implements KeyedGenerator {
  readonly #key: Uint8Array;
  #stream: number;
  #position: number;
  /** the numbers around the position; never changed, so that clones share them */
  #chunk: DataView | null;

  constructor(key: Uint8Array, stream: number, position: number, chunk: DataView | null) {
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
    return this.#chunk.getInt32(at * 4, true);
  }

  jump(): void {
    this.#stream += 1;
    this.#position = 0;
    this.#chunk = null;
  }

  getState(): readonly number[] {
    return [this.#stream, this.#position];
  }

  #chunkAt(index: number): DataView {
    const counter = new DataView(new ArrayBuffer(16));
    counter.setBigUint64(0, BigInt(this.#stream));
    counter.setBigUint64(8, BigInt(index) * BigInt(BLOCKS));
    const { buffer, byteOffset, byteLength } = aes128Ctr(this.#key, new Uint8Array(counter.buffer), BLOCKS * 16);
    return new DataView(buffer, byteOffset, byteLength);
  }
}
