import type { Cell, Contender } from './cell.ts';

/** What the process of a backend is asked to measure. */
export interface MeasureRequest {
  cell: Cell;
  contenders: Contender[];
  /** whose result the upstream gradient takes its form from */
  upstreamFrom: Contender;
}

/** What the process of a backend tells. */
export type FromBackend =
  | { type: 'started'; description: string }
  | { type: 'missing'; reason: string }
  /** the arguments are made, the first contender is about to be called */
  | { type: 'ready' }
  /** a contender has answered its first call */
  | { type: 'called'; contender: Contender }
  | { type: 'failed'; contender: Contender | null; message: string }
  /** milliseconds a call, round by round */
  | { type: 'measured'; rounds: Partial<Record<Contender, number[]>> };
