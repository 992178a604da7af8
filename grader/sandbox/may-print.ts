import type { SourceFile } from './sandbox.ts';

/** Whether a submission may print anything: most do not, and are not run once more to listen. */
export function mayPrint(files: readonly SourceFile[]): boolean {
  return files.some(({ code }) => code.includes('console'));
}
