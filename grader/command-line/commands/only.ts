import type { OpenClass } from '../../layouts/open-class.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { UsageError } from '../../text/errors.ts';
import { printableLine } from '../../text/printable.ts';

/**
 * The ids of `--only` as the class folder has them: typed in a terminal, an accent may be composed in another way.
 *
 * @throws {UsageError} The class has no submission of one of them.
 */
export function chosenIds({ path, entries }: OpenClass, asked: readonly string[]): ReadonlySet<string> {
  const ids = entries.map(({ id }) => id);
  const byName = new Map(ids.map((id) => [id.normalize('NFC'), id]));
  return new Set(
    asked.map((name) => {
      const id = ids.includes(name) ? name : byName.get(name.normalize('NFC'));
      if (id !== undefined) return id;
      const guess = suggestion(name, ids.slice(0, 20_000)) || ': expected the name of an entry, without its extension';
      throw new UsageError(`--only ${printableLine(name)}: the class folder ${path} holds no such submission${guess}`);
    }),
  );
}
