import { fork } from 'node:child_process';
import { BACKENDS, type BackendName } from '../../../accelerated/backend-names.ts';
import { moduleAt, nodeArguments } from '../../../host/source-files.ts';

/** Whether a backend works on this machine. */
export interface Probe {
  name: BackendName;
  works: boolean;
  /** what it says of itself, or in one line why it does not work */
  detail: string;
}

const CHILD = moduleAt(new URL('./probe-backend.ts', import.meta.url));
const DEADLINE_MS = 60_000;

/**
 * Tries backends, all of them unless told otherwise, each in a process of its own, since one that fails spoils the next; and one
 * after the other, since two on one GPU take each other's memory.
 */
export async function probeBackends(names: readonly BackendName[] = BACKENDS): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (const name of names) probes.push(await probe(name));
  return probes;
}

function probe(name: BackendName): Promise<Probe> {
  return new Promise((resolve) => {
    const child = fork(CHILD, [name], {
      execArgv: nodeArguments(),
      env: { TF_CPP_MIN_LOG_LEVEL: '2', ...process.env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const settle = (result: Probe): void => {
      clearTimeout(timer);
      // Not asked to end: native libraries may wait or crash while they close.
      child.kill('SIGKILL');
      resolve(result);
    };
    const fails = (detail: string): void => settle({ name, works: false, detail });
    const timer = setTimeout(() => fails(`did not start within ${DEADLINE_MS / 1000} s`), DEADLINE_MS);
    child.once('message', (message) => settle(message as Probe));
    child.once('error', (error) => fails(error.message));
    child.once('exit', (code, signal) => fails(`its process ended with ${signal ?? `exit code ${code}`}`));
  });
}
