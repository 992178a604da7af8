import { codeOf, type Files } from './files.ts';

/** What an import would do to the files that are there. */
export interface ImportPlan {
  added: readonly string[];
  /** there with another text */
  replaced: readonly string[];
  /** the files after it, without a change to those of `replaced` */
  keeping: Files;
  /** the files after it, with the imported text wherever there is one */
  replacing: Files;
}

/** @param isUntouched whether a file is as it was handed out, so that nothing is lost with it */
export function importPlan(mine: Files, imported: Files, isUntouched: (path: string) => boolean): ImportPlan {
  const added = imported.filter(({ path }) => codeOf(mine, path) === null);
  const changed = imported.filter(({ path, code }) => ![null, code].includes(codeOf(mine, path)));
  const replaced = changed.map(({ path }) => path).filter((path) => !isUntouched(path));
  const merged = (paths: readonly string[]): Files => [
    ...mine.map((file) =>
      paths.includes(file.path) ? { ...file, code: codeOf(imported, file.path) ?? file.code } : file,
    ),
    ...added,
  ];
  const all = changed.map(({ path }) => path);
  return {
    added: added.map(({ path }) => path),
    replaced,
    keeping: merged(all.filter((path) => !replaced.includes(path))),
    replacing: merged(all),
  };
}
