import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process took. */
export interface Taken {
  seconds: number;
  /** the most that was resident; NaN if the system does not tell */
  mebibytes: number;
  /** MiB every quarter of a second, in the order of time */
  memory: number[];
}

const SAMPLE_MS = 250;

/** Runs Node with these arguments, and prints what it took. @throws {Error} It ended with a code above 1. */
export function measured(what: string, args: readonly string[]): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const memory: number[] = [];
    let most = Number.NaN;
    const sampler = setInterval(() => {
      const now = residentOf(child.pid);
      if (now === null) return;
      memory.push(now.resident);
      most = now.most;
    }, SAMPLE_MS);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(sampler);
      const seconds = (performance.now() - begin) / 1000;
      console.log(`${what}: ${seconds.toFixed(1)} s, at most ${most.toFixed(0)} MiB`);
      if (code === 0 || code === 1) resolve({ seconds, mebibytes: most, memory });
      else reject(new Error(`${what} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** Only Linux has this file. */
function residentOf(pid: number | undefined): { resident: number; most: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mebibytes = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
    return Number.isNaN(mebibytes('VmRSS')) ? null : { resident: mebibytes('VmRSS'), most: mebibytes('VmHWM') };
  } catch {
    // It has just ended.
    return null;
  }
}
