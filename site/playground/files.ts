import type { SourceFile } from '../../grader/class/submission.ts';

/* The files of a student's work, in the order of their tabs. Every change is a new list, so that an old one can be gone back to. */

export type Files = readonly SourceFile[];

export function codeOf(files: Files, path: string): string | null {
  return files.find((file) => file.path === path)?.code ?? null;
}

export function withCode(files: Files, path: string, code: string): Files {
  return files.map((file) => (file.path === path ? { path, code } : file));
}

export function withFile(files: Files, path: string, code: string): Files {
  return [...files, { path, code }];
}

export function renamed(files: Files, path: string, to: string): Files {
  return files.map((file) => (file.path === path ? { path: to, code: file.code } : file));
}

export function without(files: Files, path: string): Files {
  return files.filter((file) => file.path !== path);
}

export function sameFiles(a: Files, b: Files): boolean {
  return a.length === b.length && a.every(({ path, code }) => codeOf(b, path) === code);
}

/** The files without a change that was made to them earlier: what was changed since then, in other files or in added ones, stays. */
export function undone(now: Files, before: Files, after: Files): Files {
  const isUndoneAdd = ({ path, code }: SourceFile): boolean =>
    codeOf(before, path) === null && codeOf(after, path) === code;
  const kept = now.filter((file) => !isUndoneAdd(file));
  const back = before.filter(({ path, code }) => codeOf(after, path) !== code);
  return [
    ...kept.map((file) => back.find(({ path }) => path === file.path) ?? file),
    ...back.filter(({ path }) => codeOf(kept, path) === null),
  ];
}
