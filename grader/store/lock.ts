import { readFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, UsageError } from '../text/errors.ts';
import { diskFault } from './disk-fault.ts';
import { isFileOrNothing, readRegular } from './regular-file.ts';

export const LOCK = 'backproof.lock';
const ATTEMPTS = 20;
const PAUSE_MS = 25;

/** Who holds a folder. `born` tells a process from a later one that was given the same number. */
interface Holder {
  pid: number;
  host: string;
  born: string | null;
}

/**
 * Takes a folder for this process, so that no two runs write into it at once. The lock of a process that is dead is taken over.
 *
 * @returns A function that releases the folder.
 * @throws {UsageError} Another run holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK);
  const mine = `${JSON.stringify({ pid: process.pid, host: hostname(), born: birth(process.pid) } satisfies Holder)}\n`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await create(path, mine)) {
      // Left by a process that was killed while it removed a stale lock; who is at it now looks at the lock again.
      await rm(`${path}.takeover`, { force: true });
      return () => release(path, mine);
    }
    if (!(await isFileOrNothing(path)))
      throw new UsageError(`${path} is not a regular file, so ${folder} cannot be locked: remove it`);
    const text = await textOf(path);
    // Gone again: its run has just ended.
    if (text === null) continue;
    const holder = parseHolder(text);
    if (holder !== null && isAlive(holder)) throw new UsageError(heldBy(folder, path, holder));
    // An empty lock may be one that is being written at this moment, so it is given time.
    if (holder === null && attempt < ATTEMPTS / 2) await pause(PAUSE_MS);
    else await discard(path, text, attempt < ATTEMPTS / 2);
  }
  throw new UsageError(`${path} changes all the time: another run uses ${folder}`);
}

/** Null if it is gone, or is something else by now. */
async function textOf(path: string): Promise<string | null> {
  return readRegular(path).then(
    (bytes) => bytes.toString('utf8'),
    () => null,
  );
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx');
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw diskFault(path, error);
  }
}

/**
 * Removes a stale lock. Two runs may find it at once, and the slower must not remove the lock that the faster has made
 * since. So one at a time may remove it, and looks again before it does: as long as it may, nobody else replaces a stale lock.
 */
async function discard(path: string, stale: string, isPatient: boolean): Promise<void> {
  const turn = `${path}.takeover`;
  if (!(await create(turn, String(process.pid)))) {
    const other = Number((await textOf(turn)) ?? 'gone');
    // It died while it removed a lock. An empty file may be one that is being written, so it is given time.
    if (other > 0 ? !exists(other) : !isPatient) await rm(turn, { force: true, recursive: true });
    else await pause(PAUSE_MS);
    return;
  }
  try {
    if ((await textOf(path)) === stale) await rm(path, { force: true });
  } finally {
    await rm(turn, { force: true });
  }
}

async function release(path: string, mine: string): Promise<void> {
  if ((await textOf(path)) === mine) await rm(path, { force: true });
}

function parseHolder(text: string): Holder | null {
  try {
    const { pid, host, born } = JSON.parse(text);
    return Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string' ? { pid, host, born: born ?? null } : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, host, born }: Holder): boolean {
  // Nothing can be known about a process on another machine, so its lock is valid until somebody removes it.
  if (host !== hostname()) return true;
  if (!exists(pid)) return false;
  const now = birth(pid);
  return born === null || now === null || born === now;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** When a process began, if the system can say so (Linux): the boot, and ticks since. */
function birth(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything; the 22nd is the start time.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot} ${ticks}`;
  } catch {
    return null;
  }
}

function heldBy(folder: string, path: string, { pid, host }: Holder): string {
  const who = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  return `another run (${who}) writes into ${folder}: wait until it ends, or remove ${path} if there is none`;
}
