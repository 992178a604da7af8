import type { Assignment } from './assignment.ts';

export const SHARES: Readonly<Assignment['shares']> = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
export const LIMITS: Readonly<Assignment['limits']> = { ticks: 2000, memoryMiB: 32, sourceKiB: 512 };
