import type { Measured, Outcome } from './cell.ts';

/** `3.4 ms`, `> 10 s` or `failed`. */
export function shownOutcome(outcome: Outcome): string {
  if (outcome.kind === 'failed') return 'failed';
  return outcome.kind === 'over' ? `> ${shownTime(outcome.limitMs)}` : shownTime(outcome.ms);
}

/**
 * How many times faster than the reference the backend is: `12`, `0.05`; `>40` or `<0.1` if one of them takes longer
 * than the limit, and `–` if nothing can be said.
 */
export function shownRatio(cell: Measured): string {
  const bound = ratioBound(cell);
  if (bound === null) return '–';
  return `${bound.sign}${shownNumber(bound.ratio)}`;
}

/** The ratio, or what is known of it if one contender takes longer than the limit. */
export function ratioBound({ ratio, outcomes }: Measured): { sign: '' | '>' | '<'; ratio: number } | null {
  const { reference, backend } = outcomes;
  if (ratio !== null) return { sign: '', ratio };
  if (reference.kind === 'over' && backend.kind === 'time') return { sign: '>', ratio: reference.limitMs / backend.ms };
  if (reference.kind === 'time' && backend.kind === 'over') return { sign: '<', ratio: reference.ms / backend.limitMs };
  return null;
}

function shownTime(ms: number): string {
  if (ms >= 1000) return `${shownNumber(ms / 1000)} s`;
  return ms >= 1 ? `${shownNumber(ms)} ms` : `${shownNumber(ms * 1000)} us`;
}

/** Two digits, without an exponent: `1200`, `12`, `1.2`, `0.012`. */
export function shownNumber(x: number): string {
  const rounded = Number(x.toPrecision(2));
  if (rounded >= 10 || rounded === 0) return String(rounded);
  return rounded.toFixed(Math.max(0, 1 - Math.floor(Math.log10(rounded))));
}
