/** The number that a word is, NaN and the infinities among them; null if it is none of them. */
export function numeral(word: string): number | null {
  return /^(?:NaN|[+-]?Infinity)$/.test(word) ? Number(word) : null;
}
