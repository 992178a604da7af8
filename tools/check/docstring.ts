import ts from 'typescript';
import { encode, type Internal } from '../../properties/parameters/codec.ts';
import { matrix, tensor, vector } from '../../reference/ndarray.ts';
import { docstringSections } from './docstring-sections.ts';
import { type Example, parseExamples, runExample } from './example.ts';
import { exportedFunction, parsed } from './source.ts';

/** What the documentation of a reference function lacks; an example is run against the module. */
export function checkDocstring(
  path: string,
  text: string,
  formula: { id: string; lecture: number },
  module: Readonly<Record<string, unknown>>,
): string[] {
  const source = parsed(path, text);
  const statement = exportedFunction(source, formula.id);
  if (!statement) return [`exports no function named '${formula.id}'`];
  const docstring = docstringOf(path, text, formula.id);
  if (!docstring) return [`'${formula.id}' has no docstring`];
  const { description, tags } = docstring;
  const messages: string[] = [];
  if (!/\$\$[^$]+\$\$/.test(description)) messages.push('the docstring has no formula between $$ and $$');
  messages.push(...checkShapes(description, statement, source));
  const of = (tag: string): string[] => tags.filter((item) => item.tag === tag).map((item) => item.text);
  if (!of('throws').some((item) => item !== '')) messages.push('the docstring has no @throws');
  if (!of('see').some((item) => new RegExp(`\\bLecture ${formula.lecture}\\b`).test(item))) {
    messages.push(`the docstring has no @see with 'Lecture ${formula.lecture}'`);
  }
  const examples = examplesOf(tags, formula.id);
  if (examples.length === 0) messages.push('the docstring has no @example');
  const scope = { ...module, matrix, vector, tensor };
  for (const parts of examples) {
    if (parts.length === 0) messages.push(`the @example is not of the form '${formula.id}(…) // expected'`);
    for (const part of parts) {
      const message = runExample(part, scope, { encode: (result) => encode(result as Internal) });
      if (message) messages.push(message);
    }
  }
  return messages;
}

/** The parts of a function's docstring; null if it has none. */
export function docstringOf(path: string, text: string, id: string): ReturnType<typeof docstringSections> | null {
  const source = parsed(path, text);
  const statement = exportedFunction(source, id);
  const comment = statement && ts.getJSDocCommentsAndTags(statement).findLast((node) => ts.isJSDoc(node));
  return comment ? docstringSections(comment.getText(source)) : null;
}

/** The calls in each `@example`. */
export function examplesOf(tags: readonly { tag: string; text: string }[], id: string): Example[][] {
  return tags
    .filter(({ tag }) => tag === 'example')
    .map((item) => parseExamples(item.text.replaceAll(/^```\w*$/gm, '').trim(), id));
}

/** Each parameter is in the bullet list that gives the shapes; options are in their interface. */
function checkShapes(description: string, statement: ts.Statement, source: ts.SourceFile): string[] {
  const bullets = description.split('\n').filter((line) => /^\s*- /.test(line));
  if (bullets.length === 0) return ['the docstring has no bullet list of shapes'];
  if (!ts.isFunctionDeclaration(statement)) return [];
  return statement.parameters
    .filter((parameter) => ts.isIdentifier(parameter.name) && parameter.initializer === undefined)
    .map((parameter) => parameter.name.getText(source))
    .filter((name) => !bullets.some((bullet) => new RegExp(`[\`$]${name}\\b`).test(bullet)))
    .map((name) => `the bullet list of shapes does not name \`${name}\``);
}
