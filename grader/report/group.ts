import type { SubmissionRecord } from '../record/record.ts';

/** A submission in a report: its name, and its place among the records of the class, which its anchor is made of. */
export interface Member {
  submission: string;
  place: number;
}

/** Of a long list nobody reads more names than this. */
export const MOST_NAMED = 200;

/** Some submissions of a class: the first of them by name, and how many there are. */
export class Group {
  #count = 0;
  #last = -1;
  #trace = 0;
  readonly #first: Member[] = [];

  get count(): number {
    return this.#count;
  }

  get first(): readonly Member[] {
    return this.#first;
  }

  /** To be called in the order of the places. */
  add({ submission }: SubmissionRecord, place: number): void {
    this.#count += 1;
    this.#last = place;
    this.#trace = (31 * this.#trace + place + 1) % 2 ** 46;
    if (this.#first.length < MOST_NAMED) this.#first.push({ submission, place });
  }

  /** Adds it unless it was the last one already. */
  addOnce(record: SubmissionRecord, place: number): void {
    if (this.#last !== place) this.add(record, place);
  }

  /** Whether the other has the same members. */
  isLike(other: Group): boolean {
    return this.#count === other.#count && this.#last === other.#last && this.#trace === other.#trace;
  }
}
