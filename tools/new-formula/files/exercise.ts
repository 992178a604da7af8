import { SECTIONS } from '../../../exercises/exercise.ts';
import type { NewFormula } from '../formula.ts';
import { gap } from '../gap.ts';

/** exercises/: section and points; the signature follows from the entry. */
export function exerciseFile({ topic, contract }: NewFormula): string {
  const wanted = contract?.section ?? topic;
  const section = SECTIONS.find((known) => known === wanted);
  const place =
    section === undefined
      ? `// ${gap(`its section, one of SECTIONS in exercises/exercise.ts; add ${wanted} there if the contract has it`)}\n  section: '${SECTIONS[0]}',`
      : `section: '${section}',`;
  const illegal =
    contract?.refuses === true
      ? `illegal: [\n    // ${gap('the names of the illegal inputs that the row of the contract has behind its (!)')}\n  ],`
      : 'illegal: [],';
  return `import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  ${place}
  points: 10,
  ${illegal}
${contract?.relative === true ? '  relative: true,\n' : ''}${contract === undefined ? '  bundled: false,\n' : ''}};
`;
}

/** What the student reads; the signature is put in where the empty block is. */
export function instructionsFile({ id, computes, semantics, sketched }: NewFormula): string {
  const names = [...sketched.parameters, ...(sketched.options ?? [])].map(({ name }) => name);
  const list = names.length === 0 ? ['x'] : names;
  return `# ${id}

${gap(`what it computes, in a sentence: ${computes}`)}

$$${gap('the formula in LaTeX')}$$

\`\`\`ts signature
\`\`\`

${list.map((name) => `- \`${name}\`: ${gap('its shape and meaning')}\n`).join('')}- ${gap(`conventions and what must be refused${semantics === '' ? '' : `: ${semantics}`}`)}

## Example

\`\`\`ts
${id}(); // ${gap('small arguments, and the result as a literal')}
\`\`\`
`;
}
