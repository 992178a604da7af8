import quickjsUrl from '@jitl/quickjs-wasmfile-release-sync/wasm?url';

// The host of a page, in the place of Node's host.ts; see there what each function is for.

export { aes128Ctr, hmacSha256, sha256 } from './browser-hash.ts';
export { isZero } from './browser-memory.ts';

export async function quickjsBytes(): Promise<Uint8Array> {
  return bytesAt(quickjsUrl);
}

/** The bytes of a file of the site. */
export async function bytesAt(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status}): load the page again`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The page, which watches, cannot see it: it would have to be isolated from other origins. */
export function watchedMemory(bytes: number): ArrayBufferLike {
  return new ArrayBuffer(bytes);
}

/** Milliseconds between two messages about what is watched. */
const EVERY_MS = 50;
let toldAt = 0;

/** A message leaves at once, also while this thread goes on computing. */
export function tell(memory: Int32Array, now: boolean): void {
  const time = performance.now();
  if (!now && time - toldAt < EVERY_MS) return;
  toldAt = time;
  globalThis.postMessage({ type: 'pulse', pulse: [...memory] });
}

/** A page is not told. */
export function residentMiB(): number {
  return 0;
}
