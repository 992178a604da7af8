import 'vitest';
import type { MetDivergence } from './matrix.ts';

declare module 'vitest' {
  /** What the matrix reporter needs to know of a test. */
  interface TaskMeta {
    formula?: string;
    /** 'reference' or the name of a backend */
    backend?: string;
    /** what the backend says of itself, or `skipped: reason` */
    starts?: string;
    /** the known divergences of tfjs that the formula has met so far */
    diverges?: MetDivergence[];
    /** how often each law was drawn */
    draws?: number;
  }
}
