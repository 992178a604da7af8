import type { Sized } from '../../sized.ts';

/** n * n steps of the cosine. */
export const diffusionSchedule: Sized = ({ matrix: n }) => [n * n, 'cosine'];
