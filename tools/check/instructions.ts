import { SIGNATURE } from '../../exercises/exercises.ts';
import type { Value } from '../../properties/values/value.ts';
import { parseExamples, runExample } from './example.ts';
import { signatureDepartures } from './signature.ts';

/** What an exercise's instructions lack; their examples are run against the reference over plain values. */
export function checkInstructions(
  text: string,
  { id, signature }: { id: string; signature: string },
  reference: (...args: Value[]) => Value,
): string[] {
  const messages: string[] = [];
  if (!new RegExp(`\\b${id}\\b`).test(text)) messages.push(`does not name ${id}`);
  if (!/\$\$[^$]+\$\$/.test(text)) messages.push('has no formula between $$ and $$');
  const blocks = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```$/gm)].map((match) => (match[1] as string).trim());
  const examples = blocks.flatMap((block) => parseExamples(block, id));
  messages.push(...checkSignatures(text, blocks, id, signature));
  if (examples.length === 0) messages.push(`has no example: a code block '${id}(…); // expected'`);
  for (const example of examples) {
    const message = runExample(example, { [id]: reference }, { encode: (result) => result as Value, mayRound: true });
    if (message) messages.push(message);
  }
  return messages;
}

/** The signature follows from the entry; one that is written out would be a second statement of it. */
function checkSignatures(text: string, blocks: readonly string[], id: string, signature: string): string[] {
  const places = text.split(SIGNATURE).length - 1;
  const written = blocks.filter((block) => block.startsWith(`${id}(`) && !/\);?\s*\/\//.test(block));
  return [
    ...(places === 1
      ? []
      : [`has ${places} places for the signature, expected 1: an empty block '\`\`\`ts signature'`]),
    ...written.flatMap((block) => [
      'writes its signature out, which follows from the entry',
      ...signatureDepartures(block.replaceAll(/\/\/.*/g, ''), signature),
    ]),
  ];
}
