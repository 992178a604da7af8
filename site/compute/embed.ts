import { element } from '../shared/dom.ts';

// On the page of a formula: a place `<div data-compute="softmax">` becomes the form, which is loaded when it is opened.

for (const place of document.querySelectorAll<HTMLElement>('[data-compute]')) {
  const name = place.dataset['compute'] ?? '';
  const body = element('div');
  const details = element('details', { class: 'compute-embed' }, element('summary', {}, 'Try values here'), body);
  details.addEventListener('toggle', () => void opened(body, name), { once: true });
  place.append(details);
}

async function opened(body: HTMLElement, name: string): Promise<void> {
  try {
    const { Trial } = await import('./trial.ts');
    await new Trial(body, { heading: null, changed: () => undefined }).show({ name, input: null, backends: [] });
  } catch {
    body.replaceChildren(element('p', {}, 'The form could not be loaded: is the network there? Load the page again.'));
  }
}
