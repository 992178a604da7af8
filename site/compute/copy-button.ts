import { button } from '../shared/dom.ts';

const SAID = 1500;

/** A button that copies a text and says for a moment that it did, or that the browser forbids it. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const made = button(label, () => void copy());
  const copy = async (): Promise<void> => {
    made.textContent = (await copied(text())) ? 'Copied' : 'Not allowed here: open it below and copy it there';
    setTimeout(() => {
      made.textContent = label;
    }, SAID);
  };
  return made;
}

/** Pages that are not served by https have no clipboard, and a reader may forbid it. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
