import { button, element } from '../shared/dom.ts';

/* Questions, each in a dialog of the browser's own: it keeps the focus inside, and gives it back when it closes. */

/** An answer to choose. */
export interface Answer<T> {
  label: string;
  value: T;
  /** drawn as the one that is meant */
  isMain?: true;
}

/** Asks; null if the dialog is closed without an answer. */
export function ask<T>(question: string, details: readonly string[], answers: readonly Answer<T>[]): Promise<T | null> {
  return shown((close) => [
    element('h2', {}, question),
    ...details.map((line) => element('p', {}, line)),
    element(
      'div',
      { class: 'actions' },
      ...answers.map(({ label, value, isMain }) =>
        button(label, () => close(value), { class: isMain ? 'button primary' : 'button' }),
      ),
      button('Cancel', () => close(null)),
    ),
  ]);
}

/**
 * Asks for a name; null if the dialog is closed.
 *
 * @param faultOf why a name is refused, null if it is not
 */
export function askName(
  question: string,
  label: string,
  proposed: string,
  faultOf: (name: string) => string | null,
): Promise<string | null> {
  return shown((close) => {
    const fault = element('p', { class: 'fault', id: 'name-fault', role: 'alert' });
    const input = element('input', {
      type: 'text',
      id: 'name-input',
      value: proposed,
      'aria-describedby': 'name-fault',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      autofocus: true,
      keydown: (event) => {
        if ((event as KeyboardEvent).key !== 'Enter') return;
        event.preventDefault();
        accept();
      },
    });
    const accept = (): void => {
      const found = faultOf(input.value);
      if (found === null) return close(input.value);
      fault.textContent = found;
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    };
    queueMicrotask(() => input.select());
    return [
      element('h2', {}, question),
      element('label', { for: 'name-input' }, label),
      input,
      fault,
      element(
        'div',
        { class: 'actions' },
        button('OK', accept, { class: 'button primary' }),
        button('Cancel', () => close(null)),
      ),
    ];
  });
}

function shown<T>(content: (close: (value: T | null) => void) => readonly Node[]): Promise<T | null> {
  return new Promise((resolve) => {
    let answer: T | null = null;
    const dialog = element('dialog', {
      class: 'dialog',
      'aria-labelledby': 'dialog-title',
      close: () => {
        dialog.remove();
        resolve(answer);
      },
    });
    dialog.append(
      ...content((value) => {
        answer = value;
        dialog.close();
      }),
    );
    dialog.querySelector('h2')?.setAttribute('id', 'dialog-title');
    document.body.append(dialog);
    dialog.showModal();
  });
}
