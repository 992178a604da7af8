import { pageElement } from '../shared/page-element.ts';

// The filters of the page of divergences: without a script the page shows all of them.

const form = pageElement<HTMLFormElement>('#filters');
const op = pageElement<HTMLSelectElement>('#op');
const backend = pageElement<HTMLSelectElement>('#backend');
const shown = pageElement('#shown');

function apply(): void {
  let count = 0;
  for (const section of document.querySelectorAll<HTMLElement>('section.op')) {
    const isAsked = op.value === '' || section.dataset['op'] === op.value;
    let kept = 0;
    for (const card of section.querySelectorAll<HTMLElement>('.divergence')) {
      const backends = (card.dataset['backends'] ?? '').split(' ');
      card.hidden = !isAsked || (backend.value !== '' && !backends.includes(backend.value));
      if (!card.hidden) kept++;
    }
    section.hidden = kept === 0;
    count += kept;
  }
  shown.textContent = `${count} shown`;
}

/** A link to one of them shows all, so that it is there. */
function reset(): void {
  form.reset();
  apply();
}

form.addEventListener('change', apply);
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', reset);
apply();
