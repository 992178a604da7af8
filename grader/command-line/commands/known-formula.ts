import { entryPaths, nameOf } from '../../../properties/entry/entries.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { UsageError } from '../../text/errors.ts';

/** The path of the formula of that name, `training/softmax`. @throws {UsageError} There is none. */
export function knownFormula(name: string): string {
  const paths = entryPaths();
  const found = paths.find((path) => nameOf(path) === name);
  if (found !== undefined) return found;
  throw new UsageError(
    `unknown formula ${name}${suggestion(name, paths.map(nameOf))}: \`backproof list\` shows the exercises`,
  );
}
