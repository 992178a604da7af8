import { type ChildProcess, fork } from 'node:child_process';
import { moduleAt, nodeArguments } from '../../host/source-files.ts';
import type { FromReader, ToReader } from './reader-protocol.ts';

const READER = moduleAt(new URL('./reader.ts', import.meta.url));
/** A source of the largest size takes less than a second; a process that is silent for so long is hung. */
const SILENT_MS = 60_000;
const MEMORY_MIB = 1024;

/** A child process that parses one submission at a time, and is started anew when one has killed it. */
export class ReaderProcess {
  #child: ChildProcess | null = null;

  /** The answer, null if the process died or hung over it. */
  ask(message: ToReader): Promise<FromReader | null> {
    const child = this.#running();
    return new Promise((resolve) => {
      const settle = (answer: FromReader | null): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        // Nobody may be listening when it fails once more on its way out.
        child.on('error', () => undefined);
        if (answer === null) this.close();
        resolve(answer);
      };
      const timer = setTimeout(() => settle(null), SILENT_MS);
      child.once('message', (answer) => settle(answer as FromReader));
      child.once('exit', () => settle(null));
      child.once('error', () => settle(null));
      child.send(message, (error) => {
        if (error !== null) settle(null);
      });
    });
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #running(): ChildProcess {
    this.#child ??= fork(READER, [], {
      execArgv: [...nodeArguments(), `--max-old-space-size=${MEMORY_MIB}`],
      serialization: 'advanced',
      // Only what Node needs to start is passed on from the parent's environment.
      env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], SystemRoot: process.env['SystemRoot'] },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return this.#child;
  }
}
