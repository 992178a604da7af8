import { describeMismatch } from '../../properties/values/agreement.ts';
import type { ExerciseStatus } from '../record/record.ts';
import { THROWS } from '../record/thrown.ts';
import type { Fault } from './answers.ts';
import type { LawVerdict } from './laws.ts';

export const SPENT = {
  timeout: 'does not end within the budget of steps',
  memory: 'needs more memory than the limit',
} as const;

/** The sentence of a verdict. */
export function messageOf(
  status: ExerciseStatus,
  fault: Fault | null,
  laws: readonly LawVerdict[],
  { pure, refusesIllegal }: { pure: boolean; refusesIllegal: boolean },
): string | null {
  const broken = laws.find(({ fault: found }) => found !== null);
  if (fault !== null) return describeFault(fault);
  if (broken?.fault && 'message' in broken.fault) return `breaks the law that ${broken.name}: ${broken.fault.message}`;
  if (status !== 'correct') return null;
  const losses = [
    ...(pure ? [] : ['changes its arguments']),
    ...(refusesIllegal ? [] : ['does not throw on illegal input']),
  ];
  return losses.length > 0 ? `right, but ${losses.join(' and ')}` : null;
}

function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'mismatch':
      return describeMismatch(fault.mismatch);
    case 'nonsense':
      return `returns ${fault.what}`;
    case 'threw':
      return `${THROWS}${fault.message}`;
    default:
      return SPENT[fault.kind];
  }
}
