import type { TransformOptions, TransformResult } from 'esbuild';
import { parseSync } from 'oxc-parser';
import { type TransformResult as OxcResult, transformSync } from 'oxc-transform';

// Parser and transpilers as Node has them; a page has the same ones as WebAssembly, each loaded when it is first needed.

export { parseSync };

/** Must be awaited before `parseSync` is called. */
export async function loadParser(): Promise<void> {}

/**
 * JavaScript in the place of TypeScript, by a small transpiler that leaves every line where it is; null where oxc is at hand.
 *
 * @param _wrapped the same without long lines, to look for faults in
 */
export async function withoutTypes(_code: string, _wrapped: string): Promise<string | null> {
  return null;
}

/** What oxc makes of TypeScript. */
export async function transformedByOxc(path: string, code: string, sourcemap: boolean): Promise<OxcResult> {
  return transformSync(path, code, { lang: 'ts', sourceType: 'module', sourcemap });
}

/** What esbuild makes of a source; loaded when first needed, since it starts a process, and once more if that was killed. */
export async function transformedByEsbuild(code: string, options: TransformOptions): Promise<TransformResult> {
  const esbuild = await import('esbuild');
  try {
    return esbuild.transformSync(code, options);
  } catch (error) {
    if (errorsOf(error) !== null) throw error;
    await esbuild.stop();
    return esbuild.transformSync(code, options);
  }
}

/** The errors that esbuild found in a source; null if it did not get to look at it. */
export function errorsOf(error: unknown): readonly { text: string; location: { line: number } | null }[] | null {
  return (error as { errors?: { text: string; location: { line: number } | null }[] }).errors ?? null;
}
