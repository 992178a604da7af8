/** `/` leads to the search from every page, unless one is typing. */
export function listenForSearchKey(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    // The element within a shadow root, where the editor is.
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
      return;
    const search = document.querySelector<HTMLElement>('input#search');
    event.preventDefault();
    if (search) search.focus();
    else document.querySelector<HTMLElement>('.to-search')?.click();
  });
}
