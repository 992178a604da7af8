import { type Group, type Member, MOST_NAMED } from '../group.ts';
import { type Html, html } from './escape.ts';

/** Where the sections of a class are: in the page itself, or in pages beside it. */
export interface Layout {
  /** the page of the submission at a place, relative to the page with the link; empty for the same page */
  pageOf(place: number): string;
}

/** The anchor of each submission: by its place, since an id may hold anything. */
export class Anchors {
  readonly #layout: Layout;

  constructor(layout: Layout = { pageOf: () => '' }) {
    this.#layout = layout;
  }

  anchor(place: number): string {
    return `student-${place}`;
  }

  link({ submission, place }: Member): Html {
    const page = this.#layout.pageOf(place);
    return html`<a href="${page}#${this.anchor(place)}"><bdi>${submission}</bdi></a>`;
  }

  /** Names side by side; those beyond a dozen fold away, and those of a very long list are only counted. */
  links(group: Group): Html {
    const [first, named] = [group.first.slice(0, SHOWN), group.first.slice(SHOWN, MOST_NAMED)];
    const rest = group.count - first.length;
    const unnamed = rest - named.length;
    const folded =
      rest === 0
        ? null
        : html` <details><summary>and ${counted(rest)} more</summary>${this.#joined(named)}${
            unnamed === 0 ? null : ` and ${counted(unnamed)} that are not listed`
          }</details>`;
    return html`<div class="who">${this.#joined(first)}${folded}</div>`;
  }

  #joined(members: readonly Member[]): Html[] {
    return members.map((member, n) => (n === 0 ? this.link(member) : html`, ${this.link(member)}`));
  }
}

const SHOWN = 12;

/** `10,000`: a count as people write it. */
export function counted(count: number): string {
  return count.toLocaleString('en-US');
}
