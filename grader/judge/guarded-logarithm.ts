import { shown } from './option.ts';

/** How a student keeps a logarithm from 0. */
export interface Guard {
  kind: 'added' | 'floor' | 'clamp';
  epsilon: number;
}

const EPSILONS = [1e-15, 2.2e-16, 1e-16, 1e-14, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-20, 1e-30];

/** The guards that people write. */
export const GUARDS: readonly Guard[] = (['added', 'clamp', 'floor'] as const).flatMap((kind) =>
  EPSILONS.map((epsilon) => ({ kind, epsilon })),
);

/** Those that change a logarithm most: of what is below 0, and of what is above 1, as a logit may be. */
export const WIDEST_GUARDS: readonly Guard[] = (['added', 'clamp'] as const).map((kind) => ({
  kind,
  epsilon: Math.max(...EPSILONS),
}));

const GUARDED: Readonly<Record<Guard['kind'], (p: number, epsilon: number) => number>> = {
  added: (p, epsilon) => p + epsilon,
  floor: (p, epsilon) => Math.max(p, epsilon),
  clamp: (p, epsilon) => Math.min(Math.max(p, epsilon), 1 - epsilon),
};

/**
 * Computes something of ours with guarded logarithms in the place of plain ones. The wrong forms are written with
 * Math.log, as students write them; nothing else runs before it is put back.
 */
export function withGuard<T>({ kind, epsilon }: Guard, compute: () => T): T {
  const { log, log2, log10 } = Math;
  const guarded = GUARDED[kind];
  Math.log = (p) => log(guarded(p, epsilon));
  Math.log2 = (p) => log2(guarded(p, epsilon));
  Math.log10 = (p) => log10(guarded(p, epsilon));
  try {
    return compute();
  } finally {
    Object.assign(Math, { log, log2, log10 });
  }
}

/** `log(p + 1e-12)` */
export function shownGuard({ kind, epsilon }: Guard): string {
  const least = shown(epsilon);
  if (kind === 'added') return `log(p + ${least})`;
  return kind === 'floor' ? `log(max(p, ${least}))` : `the logarithm of p kept within ${least} and 1 - ${least}`;
}
