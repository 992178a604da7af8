import type { SubmissionRecord } from '../../record/record.ts';
import { type Html, html } from './escape.ts';

/** Where the sections of a class are: in the page itself, or in pages beside it. */
export interface Layout {
  /** the page of the submission at a place, relative to the page with the link; empty for the same page */
  pageOf(place: number): string;
}

/** The anchor of each submission: by its place, since an id may hold anything. */
export class Anchors {
  readonly #places: ReadonlyMap<SubmissionRecord, number>;
  readonly #layout: Layout;

  constructor(records: readonly SubmissionRecord[], layout: Layout = { pageOf: () => '' }) {
    this.#places = new Map(records.map((record, place) => [record, place]));
    this.#layout = layout;
  }

  anchor(record: SubmissionRecord): string {
    return `student-${this.#places.get(record) ?? 'unknown'}`;
  }

  link(record: SubmissionRecord): Html {
    const page = this.#layout.pageOf(this.#places.get(record) ?? 0);
    return html`<a href="${page}#${this.anchor(record)}"><bdi>${record.submission}</bdi></a>`;
  }

  /** Names side by side; those beyond a dozen fold away, and those of a very long list are only counted. */
  links(records: readonly SubmissionRecord[]): Html {
    const [first, rest] = [records.slice(0, SHOWN), records.slice(SHOWN)];
    const named = rest.slice(0, MOST_FOLDED);
    const unnamed = rest.length - named.length;
    const folded =
      rest.length === 0
        ? null
        : html` <details><summary>and ${counted(rest.length)} more</summary>${this.#joined(named)}${
            unnamed === 0 ? null : ` and ${counted(unnamed)} that are not listed`
          }</details>`;
    return html`<div class="who">${this.#joined(first)}${folded}</div>`;
  }

  #joined(records: readonly SubmissionRecord[]): Html[] {
    return records.map((record, n) => (n === 0 ? this.link(record) : html`, ${this.link(record)}`));
  }
}

const SHOWN = 12;
const MOST_FOLDED = 188;

/** `10,000`: a count as people write it. */
export function counted(count: number): string {
  return count.toLocaleString('en-US');
}
