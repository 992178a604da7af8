import { fileURLToPath } from 'node:url';

// The checkout runs its sources, through tsx. The package has the same sources, to be read and as data, and runs what they were
// compiled to, in dist/ beside them. What is found by its path at run time is found through here, the same in both.

const isCompiled = import.meta.url.endsWith('.js');
const ROOT = new URL(isCompiled ? '../../' : '../', import.meta.url);

/** Where a file of the sources is: `exercises/training/softmax/stub.ts`, or a folder of them. */
export function sourceFile(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}

/** A module by its address beside the one that asks, with the ending that the sources have: what it was compiled to ends in .js. */
export function moduleAt(address: URL): URL {
  return isCompiled ? new URL(address.href.replace(/\.ts$/, '.js')) : address;
}

/** The arguments of Node that a process for such a module needs. */
export function nodeArguments(): string[] {
  return isCompiled ? [] : ['--import', import.meta.resolve('tsx')];
}
