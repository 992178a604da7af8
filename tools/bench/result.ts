import type { Measured } from './cell.ts';
import type { Tried } from './measure-backend.ts';

/** What `npm run bench` found, as docs/bench.json holds it. */
export interface BenchResult {
  machine: string;
  limitMs: number;
  backends: Tried[];
  cells: Measured[];
}
