import { flat } from '../../../../reference/ndarray.ts';
import type { Sized } from '../../sized.ts';

const WORDS = ['the', 'cat', 'sat', 'on', 'a', 'mat'];

/** A sentence of n words and two references, of which the first differs from it in every eighth word. */
export const bleu: Sized = ({ matrix: n }, draw) => {
  const drawn = (): string[] => Array.from(flat(draw.unit(n)), (x) => WORDS[Math.floor(x * WORDS.length)] as string);
  const candidate = drawn();
  return [candidate, [candidate.map((word, i) => (i % 8 === 0 ? 'dog' : word)), drawn()]];
};
