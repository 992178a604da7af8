import type { Measured } from './cell.ts';
import type { Tried } from './measure-backend.ts';

/** What `npm run bench` found, as docs/bench.json holds it. */
export interface BenchResult {
  machine: string;
  /** processes that ran or waited to, a minute's average, at the beginning and at the end */
  load: [before: number, after: number];
  limitMs: number;
  backends: Tried[];
  cells: Measured[];
  /** the paths of the formulas that are not measured */
  unmeasured: string[];
}
