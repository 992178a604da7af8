import transformerUrl from '@oxc-transform/binding-wasm32-wasi/transform.wasm32-wasi.wasm?url';
import type { TransformOptions, TransformResult } from 'esbuild';
import type * as Esbuild from 'esbuild-wasm';
import esbuildUrl from 'esbuild-wasm/esbuild.wasm?url';
import type { ParseResult, ParserOptions } from 'oxc-parser';
import parserUrl from 'oxc-parser/parser.wasm32-wasip1.wasm?url';
import type { OxcError, TransformResult as OxcResult } from 'oxc-transform';
import { transform } from 'sucrase';
import { bytesAt } from './browser.ts';
import { instantiate, type NativeModule } from './browser-napi.ts';
import { needsOxc } from './browser-types.ts';

// The syntax of a page, in the place of Node's syntax.ts; see there what each function is for.

/** Pages of memory that the builds want at least, and the most there are. */
const PARSER = { initial: 1_000, maximum: 16_384 };
const TRANSFORMER = { ...PARSER, shared: true };

let parser: Promise<NativeModule> | null = null;
let loaded: NativeModule | null = null;
let transformer: Promise<NativeModule> | null = null;
let esbuild: Promise<typeof Esbuild> | null = null;

export async function loadParser(): Promise<void> {
  parser ??= load(parserUrl, PARSER);
  loaded = await parser;
}

export function parseSync(filename: string, source: string, options?: ParserOptions | null): ParseResult {
  if (loaded === null) throw new Error('the parser is asked before it was loaded: await loadParser()');
  const parse = loaded.exports['parseSync'] as (...args: unknown[]) => ParseResult & { program: string };
  const result = parse(filename, source, options);
  const { module, comments, errors } = result;
  const { node, fixes } = JSON.parse(result.program) as { node: ParseResult['program']; fixes: (string | number)[][] };
  loaded.release(result);
  for (const path of fixes) fix(node, path);
  return { program: node, module, comments, errors };
}

/** Gives a literal the value that JSON has not: that of a BigInt, or of a regular expression if there is one. */
function fix(program: object, path: readonly (string | number)[]): void {
  const literal = path.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], program) as {
    value: unknown;
    bigint?: string;
    regex: { pattern: string; flags: string };
  };
  try {
    literal.value = literal.bigint ? BigInt(literal.bigint) : new RegExp(literal.regex.pattern, literal.regex.flags);
  } catch {
    // A regular expression that this browser does not know.
  }
}

export async function withoutTypes(code: string, wrapped: string): Promise<string | null> {
  if (needsOxc(code)) return null;
  // sucrase also accepts code that is not TypeScript: oxc decides whether there is a fault, and which.
  await loadParser();
  const { errors } = parseSync('module.ts', wrapped, { lang: 'ts', sourceType: 'module', showSemanticErrors: true });
  if (errors.length > 0) return null;
  try {
    return transform(code, { transforms: ['typescript'], disableESTransforms: true, preserveDynamicImport: true }).code;
  } catch {
    return null;
  }
}

export async function transformedByOxc(path: string, code: string, sourcemap: boolean): Promise<OxcResult> {
  transformer ??= load(transformerUrl, TRANSFORMER);
  const { exports } = await transformer;
  const transformed = exports['transformSync'] as (path: string, code: string, options: object) => OxcResult;
  return transformed(path, code, { lang: 'ts', sourceType: 'module', sourcemap });
}

export async function transformedByEsbuild(code: string, options: TransformOptions): Promise<TransformResult> {
  esbuild ??= loadEsbuild();
  return (await esbuild).transform(code, options);
}

/** esbuild's own build for pages, of the same version; it is in a worker already, and needs none of its own. */
async function loadEsbuild(): Promise<typeof Esbuild> {
  const [loaded, bytes] = await Promise.all([import('esbuild-wasm'), bytesAt(esbuildUrl)]);
  const wasmModule = await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  await loaded.initialize({ wasmModule, worker: false });
  return loaded;
}

export function errorsOf(error: unknown): readonly { text: string; location: { line: number } | null }[] | null {
  return (error as { errors?: { text: string; location: { line: number } | null }[] }).errors ?? null;
}

async function load(url: string, size: WebAssembly.MemoryDescriptor): Promise<NativeModule> {
  const module = await WebAssembly.compile((await bytesAt(url)) as Uint8Array<ArrayBuffer>);
  return instantiate(module, new WebAssembly.Memory(size));
}

export type { OxcError };
