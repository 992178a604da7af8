import 'vitest';

declare module 'vitest' {
  /** What the matrix reporter needs to know of a test. */
  interface TaskMeta {
    formula?: string;
    /** 'reference' or the name of a backend */
    backend?: string;
    /** what the backend says of itself, or `skipped: reason` */
    starts?: string;
    /** the known divergence of tfjs that the test met */
    diverges?: string;
    /** how often each law was drawn */
    draws?: number;
  }
}
