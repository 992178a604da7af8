import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { docstringSections } from '../../tools/check/docstring-sections.ts';
import { exportedFunction, parsed } from '../../tools/check/source.ts';
import { withoutEquivalents } from '../../tools/mutation/equivalence-comments.ts';
import type { Documentation, SourceFacts } from '../pages/facts.ts';

/** A source file with what its comments say. */
interface ReadSource extends SourceFacts {
  documentation: Documentation;
  /** the docstring of the gradient, or null */
  gradient: string | null;
  optionComments: ReadonlyMap<string, string>;
}

/** Reads the source file of the formula `id`. */
export function readSource(root: string, path: string, id: string): ReadSource {
  const text = readFileSync(join(root, path), 'utf8');
  const source = parsed(path, text);
  const own = docstringOf(source, id);
  const gradient = docstringOf(source, `${id}Gradient`);
  const { description = '', tags = [] } = own ? docstringSections(own.getText(source)) : {};
  const of = (tag: string): string[] => tags.filter((item) => item.tag === tag).map((item) => item.text);
  const imports = importsOf(source);
  return {
    path,
    // Only the reference's comments are shown as text: those of the accelerated side stay with its code.
    code: withoutProofs(
      without(text, [...importStatements(source), ...(path.startsWith('reference/') ? [own, gradient] : [])]),
    ),
    imports,
    documentation: { description, throws: of('throws'), examples: of('example') },
    gradient: gradient ? docstringSections(gradient.getText(source)).description : null,
    optionComments: optionComments(root, source, imports),
  };
}

function docstringOf(source: ts.SourceFile, name: string): ts.JSDoc | null {
  const statement = exportedFunction(source, name);
  return (statement && ts.getJSDocCommentsAndTags(statement).findLast((node) => ts.isJSDoc(node))) ?? null;
}

function importStatements(source: ts.SourceFile): ts.ImportDeclaration[] {
  return source.statements.filter((statement) => ts.isImportDeclaration(statement));
}

/** A text without some of its nodes, and without the lines that they leave empty. */
function without(text: string, nodes: readonly (ts.Node | null)[]): string {
  return nodes
    .filter((node) => node !== null)
    .map((node) => ({ start: node.getStart(), end: node.end }))
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end).replace(/^[^\S\n]*\n/, ''), text)
    .trim();
}

/** Code without the comments that prove mutants equivalent: they speak to the mutation tests, not to who reads a formula. */
function withoutProofs(code: string): string {
  return code
    .split('\n')
    .map((line) => ({ line, kept: withoutEquivalents(line) }))
    .filter(({ line, kept }) => kept === line || kept.trim() !== '')
    .map(({ kept }) => kept)
    .join('\n');
}

/** The files of the project that a file imports, `./shared/gates.ts` of `reference/recurrent/` by its path from the root. */
function importsOf(source: ts.SourceFile): string[] {
  const specifiers = importStatements(source).map((statement) => (statement.moduleSpecifier as ts.StringLiteral).text);
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(dirname(source.fileName), specifier));
}

/** What the comments of interfaces say of their fields: the file's own first, then those of the options it imports. */
function optionComments(root: string, own: ts.SourceFile, imports: readonly string[]): Map<string, string> {
  const comments = new Map<string, string>();
  const sources = imports.map((path) => parsed(path, readFileSync(join(root, path), 'utf8')));
  for (const source of [own, ...sources]) {
    for (const statement of source.statements.filter((it) => ts.isInterfaceDeclaration(it))) {
      if (source !== own && !statement.name.text.endsWith('Options')) continue;
      for (const member of statement.members) {
        const comment = ts.getJSDocCommentsAndTags(member).findLast((node) => ts.isJSDoc(node));
        const name = member.name?.getText(source);
        if (!comment || name === undefined || comments.has(name)) continue;
        comments.set(name, docstringSections(comment.getText(source)).description.replace(/\s+/g, ' ').trim());
      }
    }
  }
  return comments;
}
