import { element } from '../shared/dom.ts';

/** Tells a screen reader what changed, in a sentence; nothing is said twice in a row. */
export class Live {
  readonly host = element('p', { role: 'status', class: 'visually-hidden' });

  readonly say = (text: string): void => {
    if (this.host.textContent !== text) this.host.textContent = text;
  };
}
