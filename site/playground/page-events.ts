/** What the page as a whole tells. */
interface Told {
  /** another tab wrote into the browser's storage */
  otherTab: () => void;
  /** the page is hidden or closed, perhaps for good */
  leave: () => void;
  /** whether closing the page would lose something */
  isAtRisk: () => boolean;
  /** the key that tests, outside the editor */
  test: () => void;
  drop: (transfer: DataTransfer) => void;
}

/** Listens to the page until the signal says that it is enough. */
export function listenToPage({ otherTab, leave, isAtRisk, test, drop }: Told, signal: AbortSignal): void {
  const on = <K extends keyof WindowEventMap>(name: K, told: (event: WindowEventMap[K]) => void): void =>
    window.addEventListener(name, told, { signal });
  on('storage', otherTab);
  on('pagehide', leave);
  document.addEventListener('visibilitychange', leave, { signal });
  on('beforeunload', (event) => {
    leave();
    if (isAtRisk()) event.preventDefault();
  });
  on('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    test();
  });
  on('dragover', (event) => event.preventDefault());
  on('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer !== null) drop(event.dataTransfer);
  });
}
