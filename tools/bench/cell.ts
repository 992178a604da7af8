import type { SizeName } from './size.ts';

export type Direction = 'forward' | 'gradient';

/** Who computes: plain float64 code, or TensorFlow.js on the backend of the process. */
export type Contender = 'reference' | 'backend';

/** What is measured: a formula in a direction, at a size. */
export interface Cell {
  /** `training/softmax` */
  formula: string;
  direction: Direction;
  size: SizeName;
}

/** The outcome of measuring a contender. */
export type Outcome =
  | { kind: 'time'; ms: number }
  /** one call takes longer than the limit, or a smaller one did */
  | { kind: 'over'; limitMs: number }
  | { kind: 'failed'; message: string };

/** A cell measured in the process of a backend: both contenders by turns in the same process. */
export interface Measured extends Cell {
  backend: string;
  outcomes: Readonly<Record<Contender, Outcome>>;
  /** time of the reference over that of the backend, the median over the rounds; null if one of them has no time */
  ratio: number | null;
}
