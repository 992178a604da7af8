import { checkedOptions, doorOf } from '../door.ts';
import type { NewFormula } from '../formula.ts';
import { gap, thrownGap } from '../gap.ts';
import { withImports } from '../imports.ts';
import { arraysOf, declaredParameters, gradientType, namesOf, resultType } from '../parameters.ts';
import { internalType } from '../sketch.ts';

/** reference/: the docstring in the order that is checked, the door, the gradient if the catalogue asks for one. */
export function referenceFile(formula: NewFormula): string {
  const { id, type, row, computes, conventions, sketched, words } = formula;
  const { options } = sketched;
  const names = namesOf(formula).join(', ');
  const check =
    options === null
      ? `expect${type}(${names});`
      : `const { ${options.map(({ name }) => name).join(', ')} } = expect${type}(${names});`;
  const unused = [...sketched.parameters.filter(({ isArray }) => !isArray), ...(options ?? [])].map(({ name }) => name);
  const code = `${optionsInterface(formula)}/**
 * ${capital(words)}. ${gap(`one line that says what it computes: ${computes}`)}
 *
 * $$${gap('the formula in LaTeX')}$$
 *
${bullets(formula)} *
 * ${gap(`conventions, and who has others: ${conventions || 'a library, another book'}`)}
 *
 * ${gap('of a sum, the bound of its error, as l2Penalty has it; of anything else take this paragraph out')}
 *
 * @throws {TypeError} ${gap('which argument is of which other kind')}
 * @throws {RangeError} ${gap('which argument is out of which range, or does not fit which other')}
 * @see Lecture ${row.lecture}. ${gap('before that the section of a book or the paper')}
 * @example ${id}() // ${gap('small arguments, and the result as a literal')}
 */
export function ${id}(${declaredParameters(formula)}): ${resultType(formula)} {
  ${check}
  ${thrownGap('the maths, with the names of the page', [...arraysOf(formula).map(({ name }) => name), ...unused])}
}

${row.tracks.has('G') ? gradient(formula) : ''}/** ${doorComment(formula)} */
${row.tracks.has('A') ? 'export ' : ''}function expect${type}(${declaredParameters(formula)}): ${
    options === null ? 'void' : checkedOptions(`${type}Options`, options)
  } {
  ${doorOf(sketched)}
}
`;
  return withImports(
    [
      ['../elementwise.ts', ['type Elements', 'expectNumbers']],
      [
        '../ndarray.ts',
        ['described', 'imagesShape', 'matrixShape', 'type NdArray', 'sequenceShape', 'shapeOfRank', 'vectorLength'],
      ],
      [
        '../options.ts',
        ['expectChoice', 'expectFinite', 'expectInteger', 'expectList', 'expectOptions', 'expectRecord'],
      ],
    ],
    code,
  );
}

function optionsInterface({ type, sketched: { options } }: NewFormula): string {
  if (options === null) return '';
  const fields = options.map(
    ({ name, initial, optional, type: of }) =>
      `  /** ${gap(`what ${name} is`)}${initial === null ? '' : `; default ${initial.replaceAll("'", '')}`} */
  ${name}${initial !== null || optional ? '?' : ''}: ${internalType(of)};
`,
  );
  return `export interface ${type}Options {\n${fields.join('')}}\n\n`;
}

function bullets({ sketched: { parameters, options } }: NewFormula): string {
  const names = [...parameters, ...(options ?? [])].map(({ name }) => name);
  const each = names.length === 0 ? ['x'] : names;
  return each.map((name) => ` * - $${name}$ \`${name}\`: ${gap('its symbol, shape and meaning')}\n`).join('');
}

function gradient(formula: NewFormula): string {
  const { id, type, sketched } = formula;
  const names = namesOf(formula);
  const parameters = ['upstream: ' + resultType(formula), declaredParameters(formula)].filter((part) => part !== '');
  const unused = ['upstream', ...sketched.parameters.map(({ name }) => name), ...(sketched.options ? ['options'] : [])];
  return `/**
 * The gradient of ${gap('the sum that upstream weights')}, with $u$ the upstream gradient:
 *
 * $$${gap('the derivative in LaTeX')}$$
 */
export function ${id}Gradient(${parameters.join(', ')}): ${gradientType(formula)} {
  expect${type}(${names.join(', ')});
  ${thrownGap('the gradient by hand, a record of the arguments that it is taken by', unused)}
}

`;
}

function doorComment({ sketched: { options }, id }: NewFormula): string {
  return options === null
    ? `@throws {TypeError | RangeError} The arguments are not what ${id} takes.`
    : 'The options with their defaults, checked as all arguments are.';
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
