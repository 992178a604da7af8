import type { Ending } from './ending.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** How the wait for a message ended. */
export type Reply = FromWorker | Ending;

/** What runs submissions, spoken to in turns: a process of its own, or in a page a Web Worker. */
export interface Runner {
  send(message: ToWorker): void;
  /** the next message, or what happened instead */
  reply(): Promise<Reply>;
  /** milliseconds of CPU that the submission had left at the last sign of life, or null if there was none */
  readonly leftMs: number | null;
}
