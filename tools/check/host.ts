import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import type { Fault } from './fault.ts';

/** What runs in a page as well as in Node, whether a page of the site uses it already or not. */
const BOTH = /^(reference|accelerated|properties|exercises|grader\/(judge|sandbox|style|oracle|secret))\//;
/** Where a page begins: everything that is reached from here runs in it. */
const PAGES = /^site\/engine\//;
/** Only for tests, or in Node alone: what makes oracles, keeps them on the disk and tells their versions apart. */
const IN_NODE_ALONE =
  /(\.test|\.child|-fixture)\.ts$|\/attacks\/|^properties\/(models|suite)\/|^grader\/oracle\/(oracle-cache|oracle-hash|oracles)\.ts$/;
/** Names that Node alone gives to every module. */
const NAMES = new Set(['process', 'Buffer', 'require', '__dirname', '__filename', 'setImmediate']);
const MENTIONED = new RegExp(`\\b(${[...NAMES].join('|')})\\b`);
const BUILTIN = new Set(builtinModules);

/** Where code that also runs in a page needs Node otherwise than through host/, which the site's build replaces. */
export function checkHost(texts: ReadonlyMap<string, string>): Fault[] {
  const faults: Fault[] = [];
  for (const path of inPages(texts)) {
    const text = texts.get(path) ?? '';
    const needs = [
      ...runImports(text).filter((name) => name.startsWith('node:') || BUILTIN.has(name)),
      ...(MENTIONED.test(text) ? globalsIn(path, text) : []),
    ];
    for (const need of new Set(needs))
      faults.push({
        path,
        message: `needs ${need}, and also runs in a page: what touches the machine belongs into host/`,
      });
  }
  return faults;
}

/** The files that run in a page: those of BOTH and PAGES, and all that they import. */
function inPages(texts: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  const pending = [...texts.keys()].filter(
    (path) => (BOTH.test(path) || PAGES.test(path)) && !IN_NODE_ALONE.test(path),
  );
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    // The host is what differs.
    if (found.has(path) || path.startsWith('host/')) continue;
    found.add(path);
    for (const name of runImports(texts.get(path) ?? '')) {
      const target = name.startsWith('.') ? posix.join(posix.dirname(path), name) : null;
      if (target !== null && texts.has(target)) pending.push(target);
    }
  }
  return found;
}

/** What a module imports when it runs: types are gone by then. */
function runImports(text: string): string[] {
  const types = new Set(
    Array.from(text.matchAll(/^(?:import|export) type [^;]*? from '([^']+)'/gm), ([, name]) => name),
  );
  const values = new Set(
    Array.from(text.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)'/gm), ([, name]) => name),
  );
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !types.has(name) || values.has(name));
}

/** The names of Node that a module uses as variables. */
function globalsIn(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && NAMES.has(node.text) && isVariable(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

function isVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isExpression(parent) || ts.isVariableDeclaration(parent)
    ? !('name' in parent && parent.name === node)
    : ts.isStatement(parent);
}
