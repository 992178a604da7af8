import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { transpile } from './transpile.ts';

/** Only esbuild accepts it, in a process of its own. */
const FOR_ESBUILD = 'export namespace N { export let x = 1; }';

/** The processes of esbuild that this one has started. */
function esbuilds(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s.*esbuild.*--service=/.exec(line) ?? [];
    return Number(parent) === process.pid ? [Number(pid)] : [];
  });
}

test.skipIf(process.platform === 'win32')('esbuild that was killed is started again', async () => {
  expect(await transpile('ada.ts', FOR_ESBUILD)).toHaveProperty('code');
  const running = esbuilds();
  expect(running).not.toEqual([]);
  for (const pid of running) process.kill(pid, 'SIGKILL');
  expect(await transpile('ada.ts', FOR_ESBUILD)).toHaveProperty('code');
});
