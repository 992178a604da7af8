/** Folders of a project that hold what tools make of the code, or what checks it. */
const FOLDERS = new Set(['dist', 'build', 'coverage', 'test', 'tests', '__tests__', '__mocks__', 'node_modules']);
/** `relu.test.ts`, `vitest.config.ts`, `jest.setup.js`, `relu.d.ts`; and files that tools look for by their whole name. */
const FILES = /\.(?:test|spec|config|setup|conf|d)\.(?:ts|js|mjs)$|^(?:gulpfile|gruntfile|setuptests)\.(?:ts|js|mjs)$/i;

/** Whether a file or folder belongs to the project around the code (tests, builds, configuration) and was not written to be graded. */
export function isProjectFile(name: string, isFolder: boolean): boolean {
  return isFolder ? FOLDERS.has(name.toLowerCase()) : FILES.test(name);
}
