import type { Fields } from '../../properties/parameters/parameter.ts';
import type { SourceFile } from '../sandbox/sandbox.ts';
import { identifier, placeOf, visit } from './syntax.ts';

/** Where a submission asks for random numbers of its own. */
export function ownRandomPlaces(files: readonly SourceFile[]): string[] {
  const places: string[] = [];
  for (const file of files) {
    visit(file, (node) => {
      if (node.type !== 'MemberExpression' || identifier(node['object']) !== 'Math') return;
      if (identifier(node['property']) === 'random') places.push(placeOf(file, node));
    });
  }
  return places;
}

/** The parameter that holds the random numbers, or null. */
export function givenRandom(parameters: Fields): string | null {
  return Object.keys(parameters).find((name) => /^(?:random|noise)/.test(name)) ?? null;
}
