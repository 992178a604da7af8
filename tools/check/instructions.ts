import type { Value } from '../../properties/values/value.ts';
import { parseExamples, runExample } from './example.ts';

/** What an exercise's instructions lack; their examples are run against the reference over plain values. */
export function checkInstructions(text: string, id: string, reference: (...args: Value[]) => Value): string[] {
  const messages: string[] = [];
  if (!new RegExp(`\\b${id}\\b`).test(text)) messages.push(`does not name ${id}`);
  if (!/\$\$[^$]+\$\$/.test(text)) messages.push('has no formula between $$ and $$');
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map((match) => (match[1] as string).trim());
  const examples = blocks.flatMap((block) => parseExamples(block, id));
  if (examples.length === 0) messages.push(`has no example: a code block '${id}(…); // expected'`);
  for (const example of examples) {
    const message = runExample(example, { [id]: reference }, { encode: (result) => result as Value, mayRound: true });
    if (message) messages.push(message);
  }
  return messages;
}
