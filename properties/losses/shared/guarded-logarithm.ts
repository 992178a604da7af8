/** What people write around a probability p so that no logarithm is of 0, with a small number. */
export interface Guard {
  log: (p: number, epsilon: number) => number;
  /** the logarithm of 1 - p */
  logRest: (p: number, epsilon: number) => number;
}

const clipped = (p: number, epsilon: number): number => Math.min(Math.max(p, epsilon), 1 - epsilon);

/** log(p + epsilon) */
export const ADDED: Guard = {
  log: (p, epsilon) => Math.log(p + epsilon),
  logRest: (p, epsilon) => Math.log(1 - p + epsilon),
};

/** The same with 1 + epsilon - p, in which digits of epsilon are lost. */
export const ADDED_FIRST: Guard = { ...ADDED, logRest: (p, epsilon) => Math.log(1 + epsilon - p) };

/** p is clipped to epsilon..1 - epsilon first */
export const CLIPPED: Guard = {
  log: (p, epsilon) => Math.log(clipped(p, epsilon)),
  logRest: (p, epsilon) => Math.log(1 - clipped(p, epsilon)),
};

/** log(max(p, epsilon)) */
export const AT_LEAST: Guard = {
  log: (p, epsilon) => Math.log(Math.max(p, epsilon)),
  logRest: (p, epsilon) => Math.log(Math.max(1 - p, epsilon)),
};

/** The small numbers of public code. */
export const EPSILONS = [
  1e-4,
  1e-5,
  1e-6,
  1e-7,
  1e-8,
  1e-9,
  1e-10,
  1e-12,
  1e-13,
  1e-14,
  1e-15,
  1e-16,
  2.2e-16,
  Number.EPSILON,
  1e-18,
  1e-20,
  1e-30,
  1e-300,
  Number.MIN_VALUE,
];

/** Those of at least a size. */
export function epsilonsFrom(least: number): number[] {
  return EPSILONS.filter((epsilon) => epsilon >= least);
}

/** Those below a size. */
export function epsilonsBelow(most: number): number[] {
  return EPSILONS.filter((epsilon) => epsilon < most);
}
