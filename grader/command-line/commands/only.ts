import type { OpenClass } from '../../layouts/open-class.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { UsageError } from '../../text/errors.ts';
import { listedName, MOST_NAMES } from '../../text/name-list.ts';
import { shownCount } from '../../text/numbers.ts';
import { printableLine } from '../../text/printable.ts';

const EXPECTED = 'expected the name of an entry, without its extension';

/**
 * The ids of `--only` as the class folder has them: typed in a terminal, an accent may be composed in another way.
 *
 * @throws {UsageError} The class has no submission of one of them.
 */
export function chosenIds({ path, entries }: OpenClass, asked: readonly string[]): ReadonlySet<string> {
  const ids = entries.map(({ id }) => id);
  const byName = new Map(ids.map((id) => [id.normalize('NFC'), id]));
  const found = new Set<string>();
  const unknown: string[] = [];
  for (const name of asked) {
    const id = ids.includes(name) ? name : byName.get(name.normalize('NFC'));
    if (id === undefined) unknown.push(name);
    else found.add(id);
  }
  const [first, ...others] = unknown;
  if (first === undefined) return found;
  const guessed = (name: string): string => suggestion(name, ids.slice(0, 20_000));
  if (others.length === 0) {
    const guess = guessed(first) || `: ${EXPECTED}`;
    throw new UsageError(`--only ${printableLine(first)}: the class folder ${path} holds no such submission${guess}`);
  }
  const shown = unknown.slice(0, MOST_NAMES).map((name) => ({ name: listedName(name), guess: guessed(name) }));
  const named = shown.map(({ name, guess }) => `${name}${guess}`).join(', ');
  const more = unknown.length > MOST_NAMES ? ` and ${shownCount(unknown.length - MOST_NAMES)} more` : '';
  const advice = shown.some(({ guess }) => guess !== '') ? '' : `; ${EXPECTED}`;
  throw new UsageError(`--only: the class folder ${path} holds none of these submissions: ${named}${more}${advice}`);
}
