import ts from 'typescript';
import { exportedNames, parsed } from './source.ts';

/** What is wrong with an exercise's stub. */
export function checkStub(text: string, id: string, signature: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, fileName: 'stub.ts' });
  if (diagnostics.length > 0) {
    return [`is not TypeScript: ${ts.flattenDiagnosticMessageText(diagnostics[0]?.messageText, ' ')}`];
  }
  const names = exportedNames(parsed('stub.ts', text));
  const messages =
    names.length === 1 && names[0] === id ? [] : [`exports ${names.join(', ') || 'nothing'}, expected ${id} alone`];
  if (endsWithOptions(signature) && !/= \{\}/.test(text)) {
    messages.push("does not show the options as '= {}'");
  }
  return messages;
}

/** Whether the last parameter is a record of which every field has a default. */
export function endsWithOptions(signature: string): boolean {
  const list = signature.slice(signature.indexOf('(') + 1, closingParenthesis(signature));
  if (/\b(options as above|the same)$/.test(list.trim())) return true;
  const last = topLevelParts(list).at(-1) ?? '';
  if (!last.startsWith('{') || !last.endsWith('}')) return false;
  return topLevelParts(last.slice(1, -1)).every((field) => field.includes('='));
}

function closingParenthesis(signature: string): number {
  let depth = 0;
  for (let i = signature.indexOf('('); i < signature.length; i++) {
    if (signature[i] === '(') depth++;
    if (signature[i] === ')' && --depth === 0) return i;
  }
  return signature.length;
}

/** The parts between the commas outside of brackets. */
function topLevelParts(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of list) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
