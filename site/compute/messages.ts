import type { BackendName } from '../../accelerated/backend-names.ts';
import type { Fields } from '../../properties/parameters/parameter.ts';
import type { Path, Value } from '../../properties/values/value.ts';

/** What can compute a formula in a page: the reference, and the backends that run there. */
export type Implementation = 'reference' | PageBackend;
export const PAGE_BACKENDS = ['wasm', 'webgpu', 'cpu'] as const satisfies readonly BackendName[];
export type PageBackend = (typeof PAGE_BACKENDS)[number];

/** A formula as the form needs it. */
export interface Description {
  name: string;
  title: string;
  parameters: Fields;
  /** by what there is a gradient, `options.gamma` too; empty if there is none */
  gradientBy: readonly string[];
  /** it has a version over TensorFlow.js */
  accelerated: boolean;
  examples: readonly Example[];
}

/** Arguments that fill the form. */
export interface Example {
  name: string;
  /** where its value is from; null for an edge, which has none */
  origin: string | null;
  args: readonly Value[];
}

/** What a page asks a worker. */
export type Question =
  | { id: number; kind: 'describe'; name: string }
  | { id: number; kind: 'compute'; name: string; implementation: Implementation; input: Input };

/** What a formula is computed of. */
export interface Input {
  args: readonly Value[];
  /** by what the numbers of the result are weighted in the gradient; absent: each by 1 */
  upstream?: Value;
}

/** What a worker says: an answer, why there is none, or that all is loaded and the work begins. */
export type Told =
  | { id: number; kind: 'described'; description: Description }
  | { id: number; kind: 'began' }
  | { id: number; kind: 'computed'; computed: Computed }
  | { id: number; kind: 'refused'; message: string }
  | { id: number; kind: 'failed'; message: string };

export interface Computed {
  /** what the implementation says of itself: version, device */
  description: string;
  value: Value;
  /** how it compares with the reference; null for the reference itself */
  agreement: Agreement | null;
  gradient: ComputedGradient | null;
  milliseconds: number;
}

export interface ComputedGradient {
  upstream: Value;
  /** by the names of the parameters; null if it was refused */
  value: Value;
  agreement: Agreement | null;
  /** why there is none at this input; null if there is one */
  refused: string | null;
}

/** Two values of one form, number by number. */
export interface Agreement {
  /** null where no bound is known: a formula may take values of more forms than the error analysis of its tests */
  agrees: boolean | null;
  /** in one line, if they do not agree */
  mismatch: string | null;
  /** the number that takes the largest share of what is allowed, or that differs most; null if there are no numbers */
  worst: Difference | null;
  /** each number */
  differences: readonly Difference[];
  /** why so much is allowed */
  because: string;
}

export interface Difference {
  path: Path;
  reference: number;
  got: number;
  difference: number;
  /** NaN where it is not known */
  allowed: number;
}
