import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

let failures = 0;

/** How many things that were told were not good. */
export function toldFailures(): number {
  return failures;
}

/** Prints what was tried, and why it failed. */
export function tell(good: boolean, what: string, why: string): void {
  if (!good) failures += 1;
  process.stdout.write(good ? `ok      ${what}\n` : `FAILED  ${what}\n${why.slice(0, 3000)}\n`);
}

/** Runs plain Node in a folder, and tells whether it exits and prints as expected. */
export function run(what: string, cwd: string, words: readonly string[], code: number, output: RegExp): void {
  const started = performance.now();
  const ran = spawnSync(process.execPath, words, { cwd, encoding: 'utf8', env: environment(cwd) });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const good = ran.status === code && output.test(ran.stdout);
  tell(good, `${what}  (${seconds} s)`, `exit ${ran.status}\n${ran.stdout}${ran.stderr}`);
}

/** The median time of five runs of Node. */
export function secondsOf(cwd: string, words: readonly string[]): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    spawnSync(process.execPath, words, { cwd, env: environment(cwd) });
    return (performance.now() - started) / 1000;
  });
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
}

/** Without the loader that this tool itself may run under, and with caches of its own: what was computed elsewhere proves nothing. */
function environment(cwd: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...rest } = process.env;
  const cache = join(cwd, '.cache');
  return { ...rest, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
}
