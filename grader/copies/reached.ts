import { visitorKeys } from 'oxc-parser';
import type { SourceFile } from '../class/submission.ts';
import { identifier, type Node } from '../style/syntax.ts';
import { type FileNames, namesOf } from './declarations.ts';

/** A declaration at the top level of a file. */
export interface Piece {
  /** the place of its file among those of the submission */
  file: number;
  node: Node;
  names: FileNames;
}

/** The files of a submission, parsed. */
export class ParsedSubmission {
  readonly #files: (FileNames | null)[];

  constructor(sources: readonly SourceFile[]) {
    this.#files = sources.map(namesOf);
  }

  /**
   * The declaration of an exported function and of every helper and constant that it reaches, from whatever file, so
   * that it does not matter where they are. Other exercises that it calls are left out: they are compared on their own.
   */
  reachedFrom(exercise: string, exercises: ReadonlySet<string>): Piece[] {
    const pieces: Piece[] = [];
    const seen = new Set<Node>();
    const pending = [...this.#exported(exercise)];
    for (let piece = pending.pop(); piece !== undefined; piece = pending.pop()) {
      if (seen.has(piece.node)) continue;
      seen.add(piece.node);
      pieces.push(piece);
      for (const name of namesIn(piece.node)) {
        if (name === exercise) continue;
        for (const each of this.#declared(name, piece)) if (!isOther(each, exercises)) pending.push(each);
      }
    }
    return pieces;
  }

  #exported(name: string): Piece[] {
    for (const [file, names] of this.#files.entries()) {
      const local = names?.exported.get(name);
      const node = local === undefined ? undefined : names?.declared.get(local);
      if (names !== null && names !== undefined && node !== undefined) return [{ file, node, names }];
    }
    // Renamed on its way through an import and an export.
    for (const names of this.#files) {
      const local = names?.exported.get(name);
      if (local !== undefined) return this.#anywhere(names?.imported.get(local) ?? local);
    }
    return [];
  }

  /** In the same file first; what is imported, or an element of a module that is, in any file that exports it. */
  #declared(name: string, { file, names }: Piece): Piece[] {
    const own = names.declared.get(name);
    if (own !== undefined) return [{ file, node: own, names }];
    if (this.#files.length === 1) return [];
    return this.#anywhere(names.imported.get(name) ?? name);
  }

  #anywhere(name: string): Piece[] {
    for (const [file, names] of this.#files.entries()) {
      const local = names?.exported.get(name);
      const node = local === undefined ? undefined : names?.declared.get(local);
      if (names !== null && names !== undefined && node !== undefined) return [{ file, node, names }];
    }
    return [];
  }
}

/** Whether a piece is another exercise, handed in as such. */
function isOther({ node, names }: Piece, exercises: ReadonlySet<string>): boolean {
  const name = identifier(node['id']);
  return name !== null && exercises.has(name) && names.exported.get(name) === name;
}

/** Every name in a piece of code, properties included: that of a module's element is one. */
function namesIn(root: Node): Set<string> {
  const names = new Set<string>();
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const name = identifier(node);
    if (name !== null) names.add(name);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = node[key];
      for (const each of Array.isArray(child) ? child : [child]) {
        if (typeof each === 'object' && each !== null) pending.push(each as Node);
      }
    }
  }
  return names;
}
