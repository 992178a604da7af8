import { execFileSync } from 'node:child_process';
import { transpile } from './transpile.ts';

// Kills the esbuild that it has started, for a test: every esbuild of this process, so also the one that loads its modules.
// Prints how many it killed, and what it can transpile before and after.

/** Only esbuild accepts it, in a process of its own. */
const FOR_ESBUILD = 'export namespace N { export let x = 1; }';

async function isTranspiled(): Promise<boolean> {
  return 'code' in (await transpile('ada.ts', FOR_ESBUILD));
}

/** The processes of esbuild that this one has started. */
function esbuilds(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s.*esbuild.*--service=/.exec(line) ?? [];
    return Number(parent) === process.pid ? [Number(pid)] : [];
  });
}

const before = await isTranspiled();
const running = esbuilds();
for (const pid of running) process.kill(pid, 'SIGKILL');
process.stdout.write(JSON.stringify({ before, killed: running.length > 0, after: await isTranspiled() }));
