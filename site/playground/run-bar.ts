import { button, element } from '../shared/dom.ts';
import type { CheckState } from './checker.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Tests and stops, and says how the test stands. */
export class RunBar {
  readonly host: HTMLElement;
  readonly #test: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  readonly #state = element('span', { class: 'state soft' });

  constructor(test: () => void, stop: () => void) {
    this.#test = button('Test', test, {
      class: 'button primary',
      'aria-keyshortcuts': isMac ? 'Meta+Enter' : 'Control+Enter',
    });
    this.#stop = button('Stop', stop, { hidden: true });
    this.host = element(
      'div',
      { class: 'run' },
      this.#test,
      this.#stop,
      this.#state,
      element(
        'span',
        { class: 'keys soft small' },
        element('kbd', {}, isMac ? '⌘' : 'Ctrl'),
        ' ',
        element('kbd', {}, 'Enter'),
        ' tests · ',
        element('kbd', {}, 'Esc'),
        ' then ',
        element('kbd', {}, 'Tab'),
        ' leaves the editor',
      ),
    );
  }

  show(state: CheckState): void {
    const hadFocus = document.activeElement === this.#stop;
    this.#stop.hidden = state.kind !== 'running';
    if (hadFocus && this.#stop.hidden) this.#test.focus();
    this.host.classList.toggle('running', state.kind === 'running');
    this.#state.textContent = textOf(state);
  }
}

function textOf(state: CheckState): string {
  if (state.kind === 'running') return 'Running…';
  if (state.kind === 'stopped') return 'Stopped. The next change or test starts it again.';
  if (state.kind === 'done') return `Tested in ${(state.ms / 1000).toFixed(2)} s`;
  return state.kind === 'failed' ? 'Not tested' : '';
}
