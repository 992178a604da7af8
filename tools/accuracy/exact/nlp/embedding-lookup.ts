import type { EmbeddingLookup } from '../../../../properties/nlp/embedding-lookup.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';

/** Rows of the table. */
export const embeddingLookup: Authority<EmbeddingLookup> = {
  class: 'exact',
  exact: (table, ids) => ids.map((row) => row.map((id) => [...(table[id.toNumber()] as Big[])])),
};
