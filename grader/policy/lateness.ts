import type { Policy } from '../assignment/policy.ts';
import type { HandedIn } from '../class/submission.ts';
import type { Late } from '../record/record.ts';
import { machineZone, momentOf, shownMoment } from '../text/moment.ts';
import { shownCount, shownPoints } from '../text/numbers.ts';

/** Lateness, before it is known what the points are of which a share goes. */
export type Lateness = Omit<Late, 'points'>;

const DAY = 24 * 60 * 60 * 1000;

/**
 * How late a submission is under a policy, null if it is not. Days are counted from the end of the grace, each day
 * begun as a whole one.
 */
export function latenessOf({ submittedAt, late }: HandedIn, policy: Policy): Lateness | null {
  const zone = policy.timeZone ?? machineZone();
  if (submittedAt === undefined || policy.due === undefined) return late ? marked(submittedAt, policy.due, zone) : null;
  const { graceMinutes, perDay, most } = policy.late ?? { graceMinutes: 0, perDay: 0, most: 1 };
  const [due, handedIn] = [momentOf(policy.due, zone), momentOf(submittedAt, zone)];
  const over = handedIn.epochMilliseconds - due.epochMilliseconds - graceMinutes * 60_000;
  if (over <= 0) return null;
  const days = Math.ceil(over / DAY);
  const share = Math.min(most, decimal(days * perDay));
  const grace = graceMinutes === 0 ? '' : ` and ${shownCount(graceMinutes)} minutes of grace`;
  const taken = share === 0 ? 'nothing is taken off' : `${shownPoints(100 * share)}\u00a0% of the points are taken off`;
  return {
    submittedAt: handedIn.toString(),
    due: due.toString(),
    days,
    share,
    reason:
      `handed in ${shownMoment(handedIn, zone)}, due ${shownMoment(due, zone)}${grace} (${zone}): ` +
      `${days === 1 ? '1 day' : `${shownCount(days)} days`} late, ${taken}`,
  };
}

/** The number that people mean by a product: 0.3 for three times 0.1. */
function decimal(product: number): number {
  return Number(product.toPrecision(15));
}

/** The deadline in UTC, null if there is none. */
export function dueOf({ due, timeZone }: Policy): string | null {
  return due === undefined ? null : momentOf(due, timeZone ?? machineZone()).toString();
}

function marked(submittedAt: string | undefined, due: string | undefined, zone: string): Lateness {
  const why = due === undefined ? 'the assignment has no deadline' : 'the time is not known';
  return {
    submittedAt: submittedAt === undefined ? null : momentOf(submittedAt, zone).toString(),
    due: dueOf({ ...(due === undefined ? {} : { due }), timeZone: zone }),
    days: null,
    share: 0,
    reason: `marked as late where it was handed in, but ${why}: nothing is taken off`,
  };
}
