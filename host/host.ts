import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// What the code that also runs in a page needs of the machine it runs on: this is Node's. The build of the site puts
// browser.ts in its place. Whatever else needs Node is no part of the engine.

const ZEROS = new Uint8Array(65_536);

/** QuickJS as WebAssembly: one build for both hosts. */
export async function quickjsBytes(): Promise<Uint8Array> {
  return readFileSync(createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
}

/** Whether nothing but zeros is in these bytes, at most 64 KiB; the sandbox asks for all its memory at every reset. */
export function isZero(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes, ZEROS.subarray(0, bytes.length)) === 0;
}

/** SHA-256 of the parts one after the other, in hexadecimal digits. */
export function sha256(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** HMAC-SHA256, in hexadecimal digits. */
export function hmacSha256(key: Uint8Array | string, message: string): string {
  return createHmac('sha256', key).update(message).digest('hex');
}

/** The first bytes of the key stream of AES-128 in counter mode. */
export function aes128Ctr(key: Uint8Array, counter: Uint8Array, length: number): Uint8Array {
  return createCipheriv('aes-128-ctr', key, counter).update(new Uint8Array(length));
}

/** Memory that the watchdog's thread sees too. */
export function watchedMemory(bytes: number): ArrayBufferLike {
  return new SharedArrayBuffer(bytes);
}

/** Tells who watches what has changed in that memory, at once or soon; the watchdog's thread sees it by itself. */
export function tell(_memory: Int32Array, _now: boolean): void {}

/** What the process holds of the machine's memory, in MiB. */
export function residentMiB(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}
