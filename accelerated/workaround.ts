let listener: (divergence: string) => void = () => {};

/** Says that what follows is done in another way than by tfjs's own op, which diverges there (`divergences/`). */
export function workaround(divergence: string): void {
  listener(divergence);
}

/** Tells the tests of every workaround that is taken from now on. */
export function onWorkaround(told: (divergence: string) => void): void {
  listener = told;
}
