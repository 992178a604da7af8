import { exactJson } from '../../grader/command-line/commands/exact-json.ts';
import type { Value } from '../../properties/values/value.ts';
import type { Computed, Implementation, Input } from './messages.ts';

/** Input and results as JSON, a line for each result: every number with all its digits, NaN and infinities as strings. */
export function resultsJson(name: string, { args }: Input, results: ReadonlyMap<Implementation, Computed>): string {
  const lines = [...results].map(
    ([implementation, computed]) => `    ${JSON.stringify(implementation)}: ${resultJson(computed)}`,
  );
  return `{\n  "formula": ${JSON.stringify(name)},\n  "args": ${exactJson(args)},\n  "results": {\n${lines.join(',\n')}\n  }\n}`;
}

function resultJson({ description, value, agreement, gradient }: Computed): string {
  const compared = (it: Computed['agreement']): Record<string, Value> => (it ? { agrees: it.agrees } : {});
  return exactJson({
    by: description,
    value,
    ...compared(agreement),
    ...(gradient && {
      gradient:
        gradient.refused === null
          ? { upstream: gradient.upstream, value: gradient.value, ...compared(gradient.agreement) }
          : { refused: gradient.refused },
    }),
  });
}
