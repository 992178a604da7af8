import { inNaturalOrder } from '../text/natural-order.ts';

/** Ids that pairs connect, directly or by way of others. */
export class Groups {
  readonly #parents = new Map<string, string>();

  join(left: string, right: string): void {
    const [first = '', second = ''] = [this.#rootOf(left), this.#rootOf(right)].sort();
    this.#parents.set(first, first);
    this.#parents.set(second, first);
  }

  /** Groups of three and more; each, and all of them, as people count (s2 before s10). */
  list(): string[][] {
    const groups = new Map<string, string[]>();
    for (const id of [...this.#parents.keys()].sort(inNaturalOrder)) {
      const root = this.#rootOf(id);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [id]);
      else group.push(id);
    }
    return [...groups.values()].filter((ids) => ids.length > 2);
  }

  #rootOf(id: string): string {
    let root = id;
    for (let up = this.#parents.get(root); up !== undefined && up !== root; up = this.#parents.get(root)) root = up;
    if (this.#parents.has(id)) this.#parents.set(id, root);
    return root;
  }
}
