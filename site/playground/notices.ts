import { button, element, hasFocus } from '../shared/dom.ts';

/** Something that a notice offers to do. */
export interface Offer {
  label: string;
  take: () => void;
}

/** Lines above the work that say what happened, each until it is closed or another of its kind takes its place. */
export class Notices {
  readonly host = element('div', { class: 'notices', role: 'region', 'aria-label': 'Notices' });
  readonly #shown = new Map<string, HTMLElement>();
  readonly #announce: (text: string) => void;
  readonly #giveFocus: () => void;

  /** @param giveFocus puts the focus where it belongs when a notice that has it goes */
  constructor(announce: (text: string) => void, giveFocus: () => void) {
    this.#announce = announce;
    this.#giveFocus = giveFocus;
  }

  /**
   * @param kind of which there is one at a time
   * @param mustChoose it stays until one of the offers is taken
   */
  show(kind: string, text: string, offers: readonly Offer[] = [], mustChoose = false): void {
    const notice = element(
      'div',
      { class: 'notice' },
      element('p', {}, text),
      ...offers.map(({ label, take }) =>
        button(label, () => {
          this.close(kind);
          take();
        }),
      ),
      mustChoose ? null : button('Close', () => this.close(kind), { 'aria-label': `Close: ${text}` }),
    );
    const earlier = this.#shown.get(kind);
    if (earlier === undefined) this.host.append(notice);
    else earlier.replaceWith(notice);
    this.#shown.set(kind, notice);
    this.#announce(text);
  }

  close(kind: string): void {
    const notice = this.#shown.get(kind);
    if (notice === undefined) return;
    const hadFocus = hasFocus(notice);
    notice.remove();
    this.#shown.delete(kind);
    if (hadFocus) this.#giveFocus();
  }
}
