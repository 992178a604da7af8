import { parseSync } from 'oxc-parser';
import { type OxcError, transformSync } from 'oxc-transform';
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
  const result = transformSync(path, code, { lang: 'ts', sourceType: 'module', sourcemap: true });
  const [error] = result.errors;
  // code that needs a helper would import it from a package that the sandbox does not have
  if (error === undefined && result.map && !result.code.includes('@oxc-project/runtime')) {
    return { code: result.code, map: JSON.stringify(result.map) };
  }
  return transpileByEsbuild(path, code, error);
}

/** Whether a file that is named as JavaScript holds TypeScript: it can be parsed only as that. */
export function isTypeScript(path: string, source: string): boolean {
  if (path.endsWith('.ts') || nestingFault(source) !== null) return false;
  const parsed = (lang: 'js' | 'ts') => parseSync(`module.${lang}`, source, { lang, sourceType: 'module' });
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

/** Accepts what oxc refuses, such as `export let` in a namespace; loaded when first needed, since it starts a process. */
async function transpileByEsbuild(
  path: string,
  code: string,
  oxcError: OxcError | undefined,
): Promise<Transpiled | TranspileFailure> {
  const esbuild = await import('esbuild');
  try {
    const result = esbuild.transformSync(code, {
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
    if (oxcError !== undefined) return { message: `SyntaxError: ${oxcError.message}`, line: lineOf(code, oxcError) };
    const [first] = (error as { errors?: { text: string; location: { line: number } | null }[] }).errors ?? [];
    return { message: `SyntaxError: ${first?.text ?? 'cannot be parsed'}`, line: first?.location?.line ?? null };
  }
}

function lineOf(code: string, error: OxcError): number | null {
  const start = error.labels[0]?.start;
  return start === undefined ? null : lineAt(code, start);
}
