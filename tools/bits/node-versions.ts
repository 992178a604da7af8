import { InvalidArgumentError } from 'commander';

/**
 * The versions of Node that records are compared under, oldest first: the oldest that package.json allows, and the
 * newest of each later line that the npm package `node` had when this was written.
 */
export const NODE_VERSIONS = ['20.19.0', '22.23.3', '24.21.0', '26.10.0'] as const;

const EXACT = /^\d+\.\d+\.\d+$/;

/** A parser that collects versions of Node: an exact one, or the beginning of one of those above, such as `22`. */
export function nodeVersion(text: string, earlier: string[] = []): string[] {
  const version = EXACT.test(text) ? text : NODE_VERSIONS.find((known) => known.startsWith(`${text}.`));
  if (version === undefined) {
    throw new InvalidArgumentError(`Expected an exact version of Node, or one of ${NODE_VERSIONS.join(', ')}.`);
  }
  return [...earlier, version];
}
