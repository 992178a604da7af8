import type { SubmissionRecord } from '../../record.ts';
import { type Html, html } from './escape.ts';

/** Where each submission stands in the page: by its place, since an id may hold anything. */
export class Anchors {
  readonly #places: ReadonlyMap<SubmissionRecord, number>;

  constructor(records: readonly SubmissionRecord[]) {
    this.#places = new Map(records.map((record, place) => [record, place]));
  }

  anchor(record: SubmissionRecord): string {
    return `student-${this.#places.get(record) ?? 'unknown'}`;
  }

  link(record: SubmissionRecord): Html {
    return html`<a href="#${this.anchor(record)}"><bdi>${record.submission}</bdi></a>`;
  }

  /** Names side by side; those beyond a dozen fold away. */
  links(records: readonly SubmissionRecord[]): Html {
    const [first, rest] = [records.slice(0, SHOWN), records.slice(SHOWN)];
    const folded =
      rest.length === 0
        ? null
        : html` <details><summary>and ${rest.length} more</summary>${this.#joined(rest)}</details>`;
    return html`<div class="who">${this.#joined(first)}${folded}</div>`;
  }

  #joined(records: readonly SubmissionRecord[]): Html[] {
    return records.map((record, n) => (n === 0 ? this.link(record) : html`, ${this.link(record)}`));
  }
}

const SHOWN = 12;
