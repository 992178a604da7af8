import type { Assignment } from '../assignment/assignment.ts';
import type { ExerciseStatus } from '../record/record.ts';

/** What determines the points of an exercise. */
export interface Evidence {
  status: ExerciseStatus;
  /** share of the mild inputs on which it agrees */
  agreement: number;
  /** the share that a guess would reach */
  baseline: number;
  pure: boolean;
  refusesIllegal: boolean;
}

/** The points that an exercise earns, as the contract's section Points says. */
export function pointsOf(evidence: Evidence, maxPoints: number, shares: Assignment['shares']): number {
  return Math.round(maxPoints * shareOf(evidence, shares) * 1e6) / 1e6;
}

function shareOf(
  { status, agreement, baseline, pure, refusesIllegal }: Evidence,
  shares: Assignment['shares'],
): number {
  const lost = (pure ? 0 : shares.purity) + (refusesIllegal ? 0 : shares.errors);
  switch (status) {
    case 'correct':
      return Math.max(0, 1 - lost);
    case 'unstable':
      return Math.max(0, shares.unstable - lost);
    case 'disputed':
      return 1;
    case 'wrong':
    case 'error':
      return baseline >= 1 ? 0 : shares.partial * Math.max(0, (agreement - baseline) / (1 - baseline));
    default:
      return 0;
  }
}
