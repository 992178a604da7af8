import { exactJson } from '../../grader/command-line/commands/exact-json.ts';
import { shellQuote } from '../../properties/text/shell-quote.ts';
import type { Value } from '../../properties/values/value.ts';
import type { Implementation } from './messages.ts';

/** The same as a command line. `printf`, since some shells' `echo` reads backslashes. */
export function commandLine(name: string, args: readonly Value[], implementation: Implementation): string {
  const chosen = implementation === 'reference' ? '' : ` --with ${implementation}`;
  return `printf '%s\\n' ${shellQuote(exactJson(args))} | backproof compute ${name} -${chosen}`;
}
