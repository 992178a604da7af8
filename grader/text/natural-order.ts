const COLLATOR = new Intl.Collator('en', { numeric: true });

/** The order in which people count: `s2` before `s10`. Texts that people take for the same are told apart by their characters. */
export function inNaturalOrder(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
