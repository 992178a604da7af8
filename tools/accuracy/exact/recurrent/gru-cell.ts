import type { GruCell } from '../../../../properties/recurrent/gru-cell.ts';
import type { Authority } from '../../authority.ts';
import { exactGruStep } from './shared/gru.ts';

/** z h + (1 - z) times the candidate. */
export const gruCell: Authority<GruCell> = {
  class: 'running error',
  exact: (x, h, weights, { resetAfter }) => exactGruStep(x, h, weights, resetAfter),
};
