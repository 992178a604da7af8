import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { SeenDivergence } from '../../accelerated/divergence.ts';
import { familyOf } from '../../tools/divergences/page-text.ts';
import type { FormulaFacts } from '../pages/facts.ts';

/** Which divergences of tfjs concern which formula, by what its accelerated code calls. */
export class TfjsOps {
  private readonly seen: readonly SeenDivergence[];
  private readonly root: string;

  constructor(root: string, divergences: readonly SeenDivergence[]) {
    this.root = root;
    this.seen = divergences.filter(({ seen }) => Object.keys(seen).length > 0);
  }

  /** The divergences of the formula `id`, which lies at `path` in each tree. */
  divergencesOf(path: string, id: string): FormulaFacts['divergences'] {
    const texts = this.closure(`accelerated/${path}.ts`);
    const matches = (pattern: RegExp): Set<string> =>
      new Set(texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, name]) => name as string)));
    const workarounds = matches(/\bworkaround\('([^']*)'\)/g);
    const ops = matches(/\btf\.(\w+)\(/g);
    const isNamed = ({ instead }: SeenDivergence): boolean => nameIn(id).test(instead);
    const met = this.seen.filter((it) => workarounds.has(it.id) || isNamed(it));
    const ofOps = this.seen.filter((it) => !met.includes(it) && ops.has(familyOf(it.op)));
    return { met, ofOps };
  }

  /** The texts of an accelerated file and of what it imports from the topics' folders; device.ts and its like serve all alike. */
  private closure(file: string, visited = new Set<string>()): string[] {
    if (visited.has(file) || !existsSync(join(this.root, file))) return [];
    visited.add(file);
    const text = readFileSync(join(this.root, file), 'utf8');
    const imported = Array.from(text.matchAll(/from '(\.[^']+)'/g), ([, specifier]) =>
      posix.join(posix.dirname(file), specifier as string),
    );
    const ofTopics = imported.filter((path) => /^accelerated\/\w+\//.test(path));
    return [text, ...ofTopics.flatMap((path) => this.closure(path, visited))];
  }
}

/** A name such as `divide` is a word too: it is a name where a sentence begins with it, or speaks of its bound. */
function nameIn(id: string): RegExp {
  return /^[a-z]+$/.test(id) ? new RegExp(`(^|\\bthe bound of )${id}\\b`) : new RegExp(`\\b${id}\\b`);
}
