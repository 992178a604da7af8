import { shownPoints } from '../../grader/text/numbers.ts';

/** `10 points`, `5 bonus points` */
export function pointsText({ points, bonus }: { points: number; bonus?: true }): string {
  return `${shownPoints(points)} ${bonus ? 'bonus ' : ''}${points === 1 ? 'point' : 'points'}`;
}
