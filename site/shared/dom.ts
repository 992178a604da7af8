/** What an element may be given: texts, `true` for an attribute without a value, listeners. What is absent is left away. */
type Given = Readonly<Record<string, string | boolean | null | undefined | ((event: Event) => void)>>;

/** An element with its attributes, listeners and children. Texts are only ever texts here, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Given = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== undefined && value !== null && value !== false)
      made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that does something in the page. */
export function button(label: string, press: () => void, given: Given = {}): HTMLButtonElement {
  return element('button', { type: 'button', class: 'button', click: press, ...given }, label);
}

/** Whether the keyboard's focus is in an element. */
export function hasFocus(host: HTMLElement): boolean {
  return host.contains(document.activeElement);
}
