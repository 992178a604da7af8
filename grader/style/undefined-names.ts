import { hostAdvice } from '../sandbox/host-names.ts';
import type { SourceFile } from '../sandbox/sandbox.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { identifier, visit } from './syntax.ts';

/** What to do about a name that is not defined, or null if the source does not tell. */
export function undefinedAdvice(files: readonly SourceFile[], name: string): string | null {
  const host = hostAdvice(name);
  if (host !== null) return host;
  const declared = new Set<string>();
  let isAssigned = false;
  for (const file of files) {
    visit(file, (node) => {
      const { type } = node;
      if (/^(?:VariableDeclarator|FunctionDeclaration|ClassDeclaration)$/.test(type)) add(declared, node['id']);
      for (const parameter of /Function/.test(type) ? ((node['params'] ?? []) as unknown[]) : [])
        add(declared, parameter);
      if (/^(?:AssignmentExpression|ForOfStatement|ForInStatement)$/.test(type) && identifier(node['left']) === name)
        isAssigned = true;
    });
  }
  if (isAssigned)
    return `${name} is not declared: write \`let ${name}\` or \`const ${name}\` where it gets its first value`;
  const meant = didYouMean(name, [...declared]);
  return meant === null ? null : `${name} is not defined: did you mean ${meant}?`;
}

function add(names: Set<string>, node: unknown): void {
  const name = identifier(node);
  if (name !== null) names.add(name);
}
