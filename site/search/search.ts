import MiniSearch from 'minisearch';
import { pageElement } from '../shared/page-element.ts';
import { type Found, find, SEARCH_OPTIONS } from './options.ts';

// The search of the first page. The list of all formulas below is there without it.

const input = pageElement<HTMLInputElement>('#search');
const list = pageElement<HTMLOListElement>('#found');
const all = pageElement('#all');
const count = pageElement('#found-count');

let index: Promise<MiniSearch<Found>> | null = null;

/** The index is fetched when somebody begins to search. */
function loaded(): Promise<MiniSearch<Found>> {
  index ??= fetch(input.dataset['index'] ?? '')
    .then((response) => {
      if (!response.ok) throw new Error(`status ${response.status}`);
      return response.text();
    })
    .then((text) => MiniSearch.loadJSON<Found>(text, SEARCH_OPTIONS));
  return index;
}

async function show(): Promise<void> {
  const asked = input.value.trim();
  if (asked === '') {
    showList(true);
    count.textContent = '';
    return;
  }
  try {
    const search = await loaded();
    // A later letter has asked anew while the index was loading.
    if (asked !== input.value.trim()) return;
    const { found, hasAll } = find(search, asked);
    list.replaceChildren(...found.map((it) => itemOf(it as unknown as Found)));
    const formulas = `${found.length} ${found.length === 1 ? 'formula' : 'formulas'}`;
    if (found.length === 0) count.textContent = 'Nothing found; below are all.';
    else count.textContent = hasAll ? formulas : `None has all of these words; ${formulas} with some of them`;
    showList(found.length === 0);
  } catch (error) {
    index = null;
    count.textContent = `The search did not load (${error instanceof Error ? error.message : 'no answer'}): below are all formulas.`;
    showList(true);
  }
}

function showList(whole: boolean): void {
  all.hidden = !whole;
  list.hidden = whole;
}

/** Text is set as text, so that nothing in it is markup. */
function itemOf({ title, topic, path, summary }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = path;
  link.textContent = title;
  const where = document.createElement('span');
  where.className = 'soft small';
  where.textContent = ` ${topic}`;
  const words = document.createElement('p');
  words.className = 'small';
  words.textContent = summary;
  item.append(link, where, words);
  return item;
}

input.addEventListener('focus', () => void loaded().catch(() => {}), { once: true });
input.addEventListener('input', () => void show());
input.addEventListener('keydown', (event) => {
  const first = list.hidden ? null : list.querySelector('a');
  if (event.key === 'Enter' && first) first.click();
  if (event.key === 'ArrowDown' && first) {
    event.preventDefault();
    first.focus();
  }
  if (event.key === 'Escape') {
    input.value = '';
    void show();
  }
});
list.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...list.querySelectorAll('a')];
  const place = links.indexOf(document.activeElement as HTMLAnchorElement) + (event.key === 'ArrowDown' ? 1 : -1);
  event.preventDefault();
  if (place < 0) input.focus();
  else links[place]?.focus();
});
if (location.hash === '#search') input.focus();
// What a browser kept in the field from before.
if (input.value !== '') void show();
