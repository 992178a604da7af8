import type { Fields } from '../../properties/parameters/parameter.ts';
import type { SourceFile } from '../sandbox/sandbox.ts';
import { identifier, placeOf, visit } from './syntax.ts';

/** The line on which a submission asks for random numbers of its own, or null. */
export function ownRandomLine(files: readonly SourceFile[]): string | null {
  let line: string | null = null;
  for (const file of files) {
    visit(file, (node) => {
      if (node.type !== 'MemberExpression' || identifier(node['object']) !== 'Math') return;
      if (identifier(node['property']) === 'random') line ??= placeOf(file, node);
    });
  }
  return line;
}

/** The parameter that holds the random numbers, or null. */
export function givenRandom(parameters: Fields): string | null {
  return Object.keys(parameters).find((name) => /^(?:random|noise)/.test(name)) ?? null;
}
