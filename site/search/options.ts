import type { Options } from 'minisearch';

/** What the index holds of a formula. */
export interface Found {
  id: string;
  title: string;
  /** `kl divergence`: the words that the name is made of */
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
  searchOptions: { boost: { id: 4, title: 4, words: 3 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' },
};
