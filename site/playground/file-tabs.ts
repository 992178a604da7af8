import { element, hasFocus } from '../shared/dom.ts';

/** Which tab a key leads to. */
const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The files as tabs: Tab reaches the chosen one, and arrows the others. */
export class FileTabs {
  readonly host = element('div', {
    role: 'tablist',
    class: 'tabs',
    'aria-label': 'Files',
    keydown: (event) => this.#move(event as KeyboardEvent),
  });
  readonly #panel: HTMLElement;
  readonly #choose: (path: string) => void;
  #paths: readonly string[] = [];
  #chosen = '';

  /** @param panel what the tabs show */
  constructor(panel: HTMLElement, choose: (path: string) => void) {
    this.#panel = panel;
    this.#choose = choose;
  }

  /** @param remarked paths of files of which a verdict says something */
  show(paths: readonly string[], chosen: string, remarked: ReadonlySet<string>): void {
    const hadFocus = hasFocus(this.host);
    this.#paths = paths;
    this.#chosen = chosen;
    this.host.replaceChildren(...paths.map((path, n) => this.#tab(path, n, remarked.has(path))));
    const tab = this.#chosenTab();
    this.#panel.setAttribute('aria-labelledby', tab?.id ?? '');
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (hadFocus) tab?.focus();
  }

  focus(): void {
    this.#chosenTab()?.focus();
  }

  #chosenTab(): HTMLElement | null {
    return this.host.querySelector('[aria-selected=true]');
  }

  #tab(path: string, n: number, isRemarked: boolean): HTMLElement {
    const isChosen = path === this.#chosen;
    return element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${n}`,
        'aria-selected': String(isChosen),
        'aria-controls': this.#panel.id,
        tabindex: isChosen ? '0' : '-1',
        click: () => this.#choose(path),
      },
      path,
      isRemarked
        ? element('span', { class: 'remarked' }, element('span', { class: 'visually-hidden' }, ' (see the verdict)'))
        : null,
    );
  }

  #move(event: KeyboardEvent): void {
    const next = MOVES[event.key]?.(this.#paths.indexOf(this.#chosen), this.#paths.length);
    const path = next === undefined ? undefined : this.#paths[next];
    if (path === undefined) return;
    event.preventDefault();
    this.#choose(path);
    this.focus();
  }
}
