import type { GradeSummary, Pruned } from '../../run/grade.ts';
import { nameList } from '../../text/name-list.ts';
import { shownPoints } from '../../text/numbers.ts';
import { printableLine } from '../../text/printable.ts';

/** The records that have no submission in the class folder, kept or dropped. */
export function leftOver({ absent, pruned }: Pick<GradeSummary, 'absent' | 'pruned'>): string[] {
  const lines: string[] = [];
  if (absent.length > 0) {
    const [have, them] = absent.length === 1 ? ['record has', 'it'] : ['records have', 'them'];
    lines.push(
      `${absent.length} ${have} no submission in the class folder any more (--prune drops ${them}, the reports have ${them} until then): ${nameList(absent)}`,
    );
  }
  if (pruned.length > 0) {
    const [had, were] = pruned.length === 1 ? ['record had', 'was'] : ['records had', 'were'];
    const who = nameList(pruned.map(({ submission }) => submission));
    lines.push(`${pruned.length} ${had} no submission in the class folder any more and ${were} dropped: ${who}`);
  }
  return lines;
}

/** What an instructor had decided about them. */
export function lostDecisions(pruned: readonly Pruned[]): string[] {
  return pruned.flatMap(({ submission, decisions }) =>
    decisions.map(
      ({ exercise, points, maxPoints, reason }) =>
        `${printableLine(submission)} is dropped with what was decided: ${exercise ?? 'in all'} ${shownPoints(points)} of ` +
        `${shownPoints(maxPoints)} points (${printableLine(reason)})`,
    ),
  );
}
