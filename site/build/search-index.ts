import MiniSearch from 'minisearch';
import type { Facts } from '../pages/facts.ts';
import { summaryOf } from '../pages/formula/page.ts';
import { formulaPath, topicTitle } from '../pages/names.ts';
import { type Found, SEARCH_OPTIONS } from '../search/options.ts';

/** The index of the search, as JSON. */
export function searchIndex({ lectures }: Facts): string {
  const index = new MiniSearch<Found>(SEARCH_OPTIONS);
  for (const { number, topic, formulas } of lectures) {
    index.addAll(
      formulas.map((formula) => ({
        id: formula.entry.id,
        title: formula.entry.title,
        words: [
          formula.entry.id.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter}`),
          initials(formula.entry.title),
          // `losses`, `optimizers`: what a title need not say.
          formula.path.split('/')[0],
        ].join(' '),
        topic: `Lecture ${number}: ${topicTitle(topic)}`,
        path: formulaPath(formula.entry.id),
        summary: summaryOf(formula).replaceAll(/[$`]/g, ''),
      })),
    );
  }
  return JSON.stringify(index);
}

/** `MSE` of `Mean squared error`, `SDPA` of `Scaled dot-product attention`. */
function initials(title: string): string {
  const words =
    title.match(/\w+/g)?.filter((word) => !/^(?:a|and|by|for|from|in|of|over|the|to|with)$/.test(word)) ?? [];
  return words.length < 2 ? '' : words.map((word) => word.charAt(0)).join('');
}
