// The files of a page, in the place of Node's files.ts: the modules of the exercises, each loaded when it is needed, and the grader's
// code that runs inside the sandbox.

const MODULES = import.meta.glob<unknown>([
  '../properties/*/*.ts',
  '../exercises/*/*/exercise.ts',
  '!**/*.test.ts',
  '!**/*-fixture.ts',
  '!**/*.misconceptions.ts',
  '!**/*.cases.ts',
  '!../properties/{entry,inputs,laws,models,parameters,rounding,suite,text,values}/*.ts',
]);
const TEXTS = import.meta.glob<string>('../grader/sandbox/guest/*.js', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const PATHS = [...Object.keys(MODULES), ...Object.keys(TEXTS)].map((path) => path.slice('../'.length));

export function namesIn(folder: string): string[] {
  const inside = PATHS.filter((path) => path.startsWith(`${folder}/`));
  return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))];
}

export async function loadModule(path: string): Promise<unknown> {
  const load = MODULES[`../${path}`];
  if (load === undefined) throw new Error(`this page has no module ${path}`);
  return load();
}

export function textOf(path: string): string {
  const text = TEXTS[`../${path}`];
  if (text === undefined) throw new Error(`this page has no file ${path}`);
  return text;
}
