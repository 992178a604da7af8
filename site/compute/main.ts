import { suggestion } from '../../grader/text/did-you-mean.ts';
import { pageElement } from '../shared/page-element.ts';
import { type Linked, readFragment } from './link.ts';
import { Trial } from './trial.ts';

// compute.html: a formula is chosen by a link, or by typing its name.

/** What is shown where nobody has chosen. */
const FIRST = 'softmax';

const chooser = pageElement<HTMLFormElement>('.compute-chooser');
const input = pageElement<HTMLInputElement>('#compute-name');
const error = pageElement('#compute-name-error');
const names = Array.from(document.querySelectorAll<HTMLOptionElement>('#compute-names option'), ({ value }) => value);
/** The fragment that this page itself wrote last. */
let written = '';

const trial = new Trial(pageElement('#compute-formula'), {
  heading: 'h2',
  changed: (fragment) => {
    written = fragment;
    try {
      history.replaceState(null, '', fragment);
    } catch {
      // A browser allows so many changes of the address in so many seconds; the next one will do.
    }
  },
});

function show(linked: Linked): void {
  const { name } = linked;
  input.value = name;
  if (names.includes(name)) {
    // The name is right, whatever the link asks for beside it.
    complain('');
    error.textContent = linked.notice ?? '';
    void trial.show(linked);
  } else {
    complain(`unknown formula ${name.slice(0, 60)}${suggestion(name.slice(0, 60), names)}`);
  }
}

function complain(message: string): void {
  error.textContent = message;
  if (message === '') input.removeAttribute('aria-invalid');
  else input.setAttribute('aria-invalid', 'true');
}

function showAddress(): void {
  try {
    const asked = new URLSearchParams(location.search).get('formula');
    show(readFragment(location.hash) ?? { name: asked ?? FIRST, input: null, backends: [] });
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    show({ name: FIRST, input: null, backends: [] });
    complain(fault.message);
  }
}

function showTyped(): void {
  const name = input.value.trim();
  if (name !== '' && name !== trial.name) show({ name, input: null, backends: trial.backends });
}

chooser.hidden = false;
chooser.addEventListener('submit', (event) => {
  event.preventDefault();
  showTyped();
});
input.addEventListener('change', showTyped);
// A click on the list's entry, in browsers that do not call that a change yet.
input.addEventListener('input', () => {
  if (names.includes(input.value)) showTyped();
});
addEventListener('hashchange', () => {
  if (location.hash !== written) showAddress();
});
showAddress();
