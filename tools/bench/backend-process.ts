import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BackendName } from '../../accelerated/backend-names.ts';
import type { FromBackend, MeasureRequest } from './protocol.ts';

/** A message of the process, or what happened instead. */
export type Told = FromBackend | { type: 'deadline' } | { type: 'died'; reason: string };

const CHILD = fileURLToPath(new URL('./backend-child.ts', import.meta.url));

/** The process of a backend, spoken to in turns. */
export class BackendProcess {
  readonly #child: ChildProcess;
  readonly #inbox: Told[] = [];
  #wake: (() => void) | null = null;

  constructor(backend: BackendName) {
    this.#child = fork(CHILD, [backend], {
      execArgv: ['--import', import.meta.resolve('tsx')],
      env: { TF_CPP_MIN_LOG_LEVEL: '2', ...process.env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.on('message', (message) => this.#receive(message as FromBackend));
    this.#child.on('error', (error) => this.#receive({ type: 'died', reason: error.message }));
    this.#child.on('exit', (code, signal) => this.#receive({ type: 'died', reason: signal ?? `exit code ${code}` }));
  }

  ask(request: MeasureRequest): void {
    // A process that has just died is found dead by the next `told`.
    this.#child.send(request, () => undefined);
  }

  async told(deadlineMs: number): Promise<Told> {
    if (this.#inbox.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => this.#receive({ type: 'deadline' }), deadlineMs);
        this.#wake = () => {
          clearTimeout(timer);
          this.#wake = null;
          resolve();
        };
      });
    }
    return this.#inbox.shift() as Told;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #receive(message: Told): void {
    this.#inbox.push(message);
    this.#wake?.();
  }
}
