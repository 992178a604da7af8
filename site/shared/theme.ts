const KEY = 'backproof-theme';

/**
 * The reader's choice of light or dark; without one the page follows the system. It is read before anything is drawn, so that
 * no page flashes in the other colours.
 */
export function followTheme(): void {
  const root = document.documentElement;
  const chosen = kept();
  if (chosen === 'light' || chosen === 'dark') root.dataset['theme'] = chosen;
  root.classList.add('scripted');
  const isDark = (): boolean =>
    root.dataset['theme'] === undefined
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : root.dataset['theme'] === 'dark';

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector<HTMLButtonElement>('.theme');
    const show = (): void => button?.setAttribute('aria-pressed', String(isDark()));
    show();
    button?.addEventListener('click', () => {
      const theme = isDark() ? 'light' : 'dark';
      root.dataset['theme'] = theme;
      keep(theme);
      show();
    });
  });
}

/** Storage may be forbidden: then the choice lasts as long as the page. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Nothing is lost but the choice.
  }
}
