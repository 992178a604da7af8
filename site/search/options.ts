import type MiniSearch from 'minisearch';
import type { Options, SearchResult } from 'minisearch';

/** What the index holds of a formula. */
export interface Found {
  id: string;
  title: string;
  /** `mean squared error mse losses`: the words that the name is made of, what the title is short for, what it is filed under */
  words: string;
  topic: string;
  /** from the site's root */
  path: string;
  summary: string;
}

/** The same where the index is built and where it is searched. */
export const SEARCH_OPTIONS: Options<Found> = {
  fields: ['id', 'title', 'words', 'topic', 'summary'],
  storeFields: ['title', 'topic', 'path', 'summary'],
  searchOptions: {
    boost: { id: 4, title: 4, words: 3 },
    prefix: true,
    // One letter of three makes another abbreviation: CNN is no misspelt RNN.
    fuzzy: (term) => (term.length > 3 ? 0.2 : false),
    combineWith: 'AND',
  },
};

/** The formulas that have all words that are asked for; if none has, those that have some of them. */
export function find(index: MiniSearch<Found>, asked: string): { found: SearchResult[]; hasAll: boolean } {
  const found = index.search(asked);
  return found.length > 0
    ? { found, hasAll: true }
    : { found: index.search(asked, { combineWith: 'OR' }), hasAll: false };
}
