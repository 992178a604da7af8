import type { OxcError } from 'oxc-transform';
import {
  errorsOf,
  loadParser,
  parseSync,
  transformedByEsbuild,
  transformedByOxc,
  withoutTypes,
} from '../../host/syntax.ts';
import { type Wrapped, wrapLongLines } from './long-lines.ts';
import { nestingFault } from './nesting.ts';
import { lineAt } from './trace.ts';

/** A source that the engine can run. */
export interface Transpiled {
  code: string;
  /** null if the code is the original */
  map: string | null;
}

/** A source that could not be parsed, with the line if it is known. */
export interface TranspileFailure {
  message: string;
  line: number | null;
}

/** Strips the types of TypeScript; JavaScript stays as it is. */
export async function transpile(path: string, source: string): Promise<Transpiled | TranspileFailure> {
  const code = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const fault = nestingFault(code);
  if (fault !== null) return { message: fault, line: null };
  if (!path.endsWith('.ts')) return { code, map: null };
  const wrapped = wrapLongLines(code);
  const bare = await withoutTypes(code, wrapped?.code ?? code);
  if (bare !== null) return { code: bare, map: null };
  return (wrapped && (await transpileFaulty(path, code, wrapped))) ?? transpileByOxc(path, code);
}

/** With more errors than this a source of long lines is not parsed as it is: each of them quotes its line. */
const MOST_ERRORS = 20;
/** With more errors than this esbuild is not asked: no right file has so many, and it would take minutes. */
const MOST_FOR_ESBUILD = 1000;

/** The outcome for a source with long lines and so many errors that quoting them would fill the memory; otherwise null. */
async function transpileFaulty(
  path: string,
  code: string,
  wrapped: Wrapped,
): Promise<Transpiled | TranspileFailure | null> {
  const { errors } = await transformedByOxc(path, wrapped.code, false);
  if (errors.length <= MOST_ERRORS) return null;
  const result = await transpileByEsbuild(path, wrapped.code, errors);
  if ('code' in result) return transpileByEsbuild(path, code, []);
  return { message: result.message, line: result.line && wrapped.originalLine(result.line) };
}

async function transpileByOxc(path: string, code: string): Promise<Transpiled | TranspileFailure> {
  const result = await transformedByOxc(path, code, true);
  // code that needs a helper would import it from a package that the sandbox does not have
  if (result.errors.length === 0 && result.map && !result.code.includes('@oxc-project/runtime')) {
    return { code: result.code, map: JSON.stringify(result.map) };
  }
  return transpileByEsbuild(path, code, result.errors);
}

/** Whether a file that is named as JavaScript holds TypeScript: it can be parsed only as that. */
export async function isTypeScript(path: string, source: string): Promise<boolean> {
  if (path.endsWith('.ts') || nestingFault(source) !== null) return false;
  await loadParser();
  const code = wrapLongLines(source)?.code ?? source;
  const parsed = (lang: 'js' | 'ts') => parseSync(`module.${lang}`, code, { lang, sourceType: 'module' });
  if (parsed('js').errors.length === 0) return false;
  const { program, errors } = parsed('ts');
  // `export =` is TypeScript too, and does not help in a file of another name
  if (errors.length > 0 || program.body.some(({ type }) => type === 'TSExportAssignment')) return false;
  return holdsTypes(program);
}

/** Whether a syntax tree holds anything of TypeScript's own: its parser takes some faulty JavaScript too. */
function holdsTypes(program: object): boolean {
  const pending: unknown[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if (isTyped(node as Record<string, unknown>)) return true;
    for (const child of Object.values(node)) pending.push(child);
  }
  return false;
}

function isTyped(node: Record<string, unknown>): boolean {
  const { type, importKind, exportKind, declare, abstract, accessibility } = node;
  if (typeof type === 'string' && type.startsWith('TS')) return true;
  if (importKind === 'type' || exportKind === 'type' || declare === true || abstract === true) return true;
  return typeof accessibility === 'string';
}

/** Accepts what oxc refuses, such as `export let` in a namespace. */
async function transpileByEsbuild(
  path: string,
  code: string,
  oxcErrors: readonly OxcError[],
): Promise<Transpiled | TranspileFailure> {
  const [oxcError] = oxcErrors;
  const failure = oxcError && { message: `SyntaxError: ${oxcError.message}`, line: lineOf(code, oxcError) };
  if (failure !== undefined && oxcErrors.length > MOST_FOR_ESBUILD) return failure;
  try {
    const result = await transformedByEsbuild(code, {
      loader: 'ts',
      format: 'esm',
      target: 'es2023',
      sourcemap: 'external',
      sourcefile: path,
      logLevel: 'silent',
      tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
    });
    return { code: result.code, map: result.map };
  } catch (error) {
    const errors = errorsOf(error);
    // What esbuild has not looked at may be right, so that this is a fault of the machine.
    if (errors === null) throw error;
    if (failure !== undefined) return failure;
    const [first] = errors;
    return { message: `SyntaxError: ${first?.text ?? 'cannot be parsed'}`, line: first?.location?.line ?? null };
  }
}

function lineOf(code: string, error: OxcError): number | null {
  const start = error.labels[0]?.start;
  return start === undefined ? null : lineAt(code, start);
}
