import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type WantedTests, wanting } from '../wanted-tests.ts';
import type { Answer, Question } from './protocol.ts';

/** A worker in a process of its own, started when it is first asked and again after it has died or hung. */
export class WorkerProcess {
  private child: ChildProcess | undefined;

  private readonly folder: string;

  private readonly tests: WantedTests;

  /** @param folder the copy of the project that it runs in @param tests those that it loads */
  constructor(folder: string, tests: WantedTests) {
    this.folder = folder;
    this.tests = tests;
  }

  /** A worker in the same copy that loads other tests. */
  another(tests: WantedTests): WorkerProcess {
    return new WorkerProcess(this.folder, tests);
  }

  /** The answer, or null if none came in time or the process died: it is replaced then. */
  async ask(question: Question, milliseconds: number): Promise<Answer | null> {
    this.child ??= fork(join(this.folder, 'tools/mutation/numeric/worker.ts'), {
      cwd: this.folder,
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        ...wanting(this.tests),
        TSX_TSCONFIG_PATH: join(this.folder, 'tools/mutation/tsconfig.json'),
      },
    });
    const { child } = this;
    return new Promise((resolve) => {
      const settle = (answer: Answer | null): void => {
        clearTimeout(timer);
        child.off('message', settle);
        child.off('exit', died);
        if (answer === null) this.stop();
        resolve(answer);
      };
      const died = (): void => settle(null);
      const timer = setTimeout(() => settle(null), milliseconds);
      child.on('message', settle);
      child.on('exit', died);
      child.send(question);
    });
  }

  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}
