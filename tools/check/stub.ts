import ts from 'typescript';
import type { Entry } from '../../properties/entry/entry.ts';
import { mayBeAbsent } from '../../properties/parameters/parameter.ts';
import { askedOf, signatureOf } from '../../properties/parameters/signature.ts';
import { nth } from '../../properties/values/nth.ts';
import { signatureDepartures } from './signature.ts';
import { exportedFunction, exportedNames, parsed } from './source.ts';

type Stubbed = Pick<Entry, 'id' | 'parameters' | 'result' | 'edges'>;

/** What is wrong with a stub: it is loaded and called, and its parameters must be those of the entry. */
export async function checkStub(text: string, entry: Stubbed): Promise<string[]> {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    fileName: 'stub.ts',
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  const [fault] = diagnostics;
  if (fault !== undefined) return [`is not TypeScript: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`];
  const source = parsed('stub.ts', text);
  const names = exportedNames(source);
  if (names.length !== 1 || names[0] !== entry.id) {
    return [`exports ${names.join(', ') || 'nothing'}, expected ${entry.id} alone`];
  }
  const statement = exportedFunction(source, entry.id);
  if (!statement || !ts.isFunctionDeclaration(statement)) return [`${entry.id} is not a function declaration`];
  return [
    ...signatureDepartures(writtenIn(statement, source), signatureOf(entry.id, entry.parameters, entry.result)),
    ...checkOptions(statement, entry),
    ...(await checkThrow(outputText, entry)),
  ];
}

/** The signature of a function as the contract writes it; types with names of the stub's own are left out. */
function writtenIn(statement: ts.FunctionDeclaration, source: ts.SourceFile): string {
  const known =
    /^[\s{}[\]();:,|']*((number|string|boolean|Vector|Matrix|Sequence|Images|Kernel|Tensor|\w+\??(?=:)|'[^']*')[\s{}[\]();:,|]*)*$/;
  const typeOf = (node: ts.TypeNode | undefined): string => {
    const text = node?.getText(source) ?? '';
    return known.test(text) && text !== '' ? `: ${text}` : '';
  };
  const parameters = statement.parameters.map((parameter) => {
    if (ts.isObjectBindingPattern(parameter.name))
      return writtenOptions(parameter.name, optionalFields(parameter, source));
    const initial = parameter.initializer ? ` = ${parameter.initializer.getText(source)}` : '';
    return `${parameter.name.getText(source)}${parameter.questionToken ? '?' : ''}${typeOf(parameter.type)}${initial}`;
  });
  return `${statement.name?.text}(${parameters.join(', ')})${typeOf(statement.type)}`;
}

/** Options taken apart, with a mark at what the type alone says may be absent. */
function writtenOptions({ elements }: ts.ObjectBindingPattern, optional: ReadonlySet<string>): string {
  const parts = elements.map((element) => {
    const name = element.name.getText();
    return optional.has(name) && !element.initializer ? `${name}?` : element.getText();
  });
  return `{ ${parts.join(', ')} }`;
}

/** The optional fields of the interface that is a parameter's type. */
function optionalFields({ type }: ts.ParameterDeclaration, source: ts.SourceFile): ReadonlySet<string> {
  const named = source.statements.find(
    (node): node is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(node) && node.name.text === type?.getText(source),
  );
  const fields = named?.members.filter((member) => member.questionToken !== undefined) ?? [];
  return new Set(fields.map(({ name }) => name?.getText(source) ?? ''));
}

function checkOptions(statement: ts.FunctionDeclaration, { parameters }: Stubbed): string[] {
  const options = Object.values(askedOf(parameters)).find(({ kind }) => kind === 'options');
  if (options === undefined || !mayBeAbsent(options)) return [];
  return statement.parameters.at(-1)?.initializer?.getText() === '{}' ? [] : ["does not show the options as '= {}'"];
}

/** A stub that returns something would be graded as an answer. */
async function checkThrow(code: string, { id, edges }: Stubbed): Promise<string[]> {
  const module: Record<string, unknown> = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const stub = module[id];
  if (typeof stub !== 'function') return [`exports ${id}, which is not a function`];
  const [name, args] = nth(Object.entries(edges), 0);
  try {
    const value: unknown = stub(...args);
    return [`returns ${JSON.stringify(value)} on the edge '${name}': expected it to throw '${id} is not written yet'`];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.includes('not written yet') ? [] : [`throws '${message}', expected '${id} is not written yet'`];
  }
}
