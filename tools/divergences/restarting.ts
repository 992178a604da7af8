import { spawnSync } from 'node:child_process';
import type { BackendName } from '../../accelerated/backend-names.ts';
import { lacksCard, startBackend } from '../../accelerated/backends.ts';
import { messageOf } from '../../accelerated/error-message.ts';

/** Exit codes from here on say after which item of a list to begin again. */
const AGAIN = 20;
/** A process takes no more items than an exit code can tell. */
const MOST = 200;

/**
 * Works through a list in processes of their own, one after the other: a crash of wasm poisons its instance, so the next
 * process begins after the item that crashed the last.
 *
 * @param words the command line of a process that begins at an item
 */
export function inProcesses(words: (from: number) => readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  for (let from = 0; from >= 0; ) {
    const { status } = spawnSync(process.execPath, [...process.execArgv, ...words(from)], { stdio: 'inherit', env });
    from = status !== null && status >= AGAIN ? from + status - AGAIN + 1 : -1;
    if (from < 0 && status !== 0) process.exitCode = 1;
  }
}

/** In such a process that began at `from`: ends it after an item, so that another process takes the next. */
export function beginAgainAfter(item: number, from: number): never {
  process.exit(AGAIN + item - from);
}

/** Whether such a process that began at `from` has done as many items as it may. */
export function isFull(item: number, from: number): boolean {
  return item - from === MOST;
}

/** Starts a backend; if it does not start, prints the reason and returns false. */
export async function startOrSkip(backend: BackendName): Promise<boolean> {
  try {
    const started = await startBackend(backend);
    // What the package for GPUs gives on a CPU is what tfjs-node gives.
    if (!lacksCard(started)) return true;
    console.log(`${backend} skipped: ${started.description}`);
    return false;
  } catch (error) {
    console.log(`${backend} skipped: ${messageOf(error)}`);
    return false;
  }
}

/** Whether the error of an op says that it broke the instance of wasm that it ran in. */
export function isCrash(text: string): boolean {
  return /memory access|unreachable|table index/.test(text);
}
