import ts from 'typescript';
import { messageOf } from '../../accelerated/error-message.ts';
import { describeMismatch, firstMismatch } from '../../properties/values/agreement.ts';
import { mapNumbers, numbersOf } from '../../properties/values/tree.ts';
import type { Tree, Value } from '../../properties/values/value.ts';
import { parsed } from './source.ts';

/** `name(args); // expected`, as documentation shows a call, with the declarations before it. */
export interface Example {
  setup: string;
  call: string;
  /** the comment behind the call, line by line */
  comment: readonly string[];
}

/** The calls of `name` in a piece of code that a comment follows. */
export function parseExamples(text: string, name: string): Example[] {
  const source = parsed('example.ts', text);
  const setup: string[] = [];
  return source.statements.flatMap((statement, i) => {
    if (!ts.isExpressionStatement(statement)) {
      setup.push(statement.getText(source));
      return [];
    }
    const call = statement.expression.getText(source);
    const behind = text.slice(statement.end, source.statements[i + 1]?.getStart(source) ?? text.length);
    const comment = [...behind.matchAll(/\/\/(.*)/g)].map((match) => (match[1] as string).trim());
    return call.startsWith(`${name}(`) && comment.length > 0 ? [{ setup: setup.join('\n'), call, comment }] : [];
  });
}

/**
 * Runs an example; null if the call gives what it says. Numbers must agree to 1e-12, or, if the text may round them, to
 * the decimals that it prints when these are three or more.
 */
export function runExample(
  { setup, call, comment }: Example,
  scope: Readonly<Record<string, unknown>>,
  { encode, mayRound = false }: { encode: (result: unknown) => Value; mayRound?: boolean },
): string | null {
  const literal = literalOf(comment);
  if (!literal) return `the example expects '${comment.join(' ')}', which is not a literal`;
  try {
    const got = encode(evaluate(call, scope, setup));
    const mismatch = firstMismatch(got, literal.value, {
      allowed: allowedErrors(literal.value, mayRound ? literal.text : ''),
      because: 'the example says so',
      signedZero: false,
    });
    return mismatch && `the example does not hold: ${describeMismatch(mismatch)}`;
  } catch (error) {
    return `the example throws: ${messageOf(error)}`;
  }
}

/** The literal in a comment, which may have words beside it: `ln 2 = 0.693`, `m is 2: [2]`, `[1]: the first`. */
function literalOf(comment: readonly string[]): { value: Value; text: string } | null {
  const last = comment.at(-1) ?? '';
  const cuts = [...last.matchAll(/[=:] /g)].map(({ index }) => index);
  const candidates = [
    comment.join(' '),
    last,
    ...cuts.map((cut) => last.slice(cut + 1)),
    ...cuts.filter((cut) => last[cut] === ':').map((cut) => last.slice(0, cut)),
  ];
  for (const text of candidates) {
    try {
      return { value: evaluate(text, {}) as Value, text };
    } catch {
      // It is prose; another candidate may be none.
    }
  }
  return null;
}

/** The value of an expression of the project's own documentation. */
export function evaluate(expression: string, scope: Readonly<Record<string, unknown>>, setup = ''): unknown {
  const body = `'use strict'; ${setup}\nreturn (${expression});`;
  // Documentation is run as it is; it is the project's own text.
  // oxlint-disable-next-line typescript/no-implied-eval
  return new Function(...Object.keys(scope), body)(...Object.values(scope));
}

function allowedErrors(expected: Value, text: string): Tree<number> {
  const decimals = [...text.matchAll(/\d+(?:\.(\d+))?(?![\w.])/g)].map((match) => match[1]?.length ?? 0);
  const printed = decimals.length === numbersOf(expected).length;
  let next = 0;
  return mapNumbers(expected as Tree<number>, (x) => {
    const places = decimals[next++] ?? 0;
    const exact = Number.isFinite(x) ? 1e-12 * Math.max(1, Math.abs(x)) : 0;
    return printed && places >= 3 ? Math.max(exact, 0.5001 * 10 ** -places) : exact;
  });
}
