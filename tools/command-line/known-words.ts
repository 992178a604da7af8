import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../../grader/text/did-you-mean.ts';

/** A parser that collects words, each one of the known, and says which one a misspelt word may mean. */
export function knownWords(known: readonly string[]): (word: string, earlier?: string[]) => string[] {
  return (word, earlier = []) => {
    if (known.includes(word)) return [...earlier, word];
    const meant = didYouMean(word, known);
    throw new InvalidArgumentError(meant === null ? `Expected one of ${known.join(', ')}.` : `Did you mean ${meant}?`);
  };
}
