import type { SubmissionRecord } from '../../record/record.ts';
import type { Records } from '../../record/records.ts';
import { STATUSES } from '../statuses.ts';
import { summarize } from '../summary.ts';
import { type Html, html } from './escape.ts';
import type { ReportMeta } from './meta.ts';

/** What the table of students can be filtered by; rows name their values by numbers, since a class has thousands. */
export class Filters {
  readonly #exercises: readonly string[];
  readonly #misconceptions: readonly string[];
  readonly #sections: readonly string[];
  readonly #meta: ReportMeta;
  readonly #numbers = new Map<string, number>();

  constructor(records: Records, meta: ReportMeta) {
    const { exercises, clusters } = summarize(records);
    this.#exercises = exercises;
    this.#misconceptions = clusters.map(({ misconception }) => misconception).sort();
    this.#sections = meta.sections?.map(({ name }) => name) ?? [];
    this.#meta = meta;
    for (const list of [this.#exercises, this.#misconceptions, this.#sections, STATUSES])
      for (const [number, name] of list.entries()) this.#numbers.set(name, number);
  }

  /** The controls, which the script of the page shows. */
  controls(): Html {
    const titled = this.#misconceptions.map((id) => this.#meta.hints.get(id)?.title ?? id);
    return html`<form class="filters screen" hidden>
<label>Search <input type="search" name="search" autocomplete="off"></label>
${select('Exercise', 'exercise', this.#exercises)}
${select('Verdict', 'verdict', STATUSES)}
${this.#misconceptions.length === 0 ? null : select('Misconception', 'misconception', this.#misconceptions, titled)}
${this.#sections.length === 0 ? null : select('Section', 'section', this.#sections)}
<label>Sort by <select name="order"><option value="name">name</option><option value="up">points, lowest first</option><option value="down">points, highest first</option></select></label>
<button type="reset">Show all</button>
<output aria-live="polite"></output>
</form>`;
  }

  /** The attributes of a row. */
  attributes(record: SubmissionRecord): Html {
    const { exercises, points } = record;
    const verdicts = exercises.map(({ name, status }) => `${this.#numberOf(name)}:${this.#numberOf(status)}`);
    const named = exercises.flatMap(({ misconception }) =>
      misconception === null ? [] : [this.#numberOf(misconception)],
    );
    const section = this.#meta.sectionOf?.(record) ?? null;
    return html` data-verdicts="${verdicts.join(' ')}"${named.length === 0 ? null : html` data-misconceptions="${named.join(' ')}"`}${
      points === null ? null : html` data-points="${points}"`
    }${section === null ? null : html` data-section="${this.#numberOf(section)}"`}`;
  }

  #numberOf(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }
}

function select(label: string, name: string, values: readonly string[], texts: readonly string[] = values): Html {
  return html`<label>${label} <select name="${name}"><option value="">any</option>${values.map(
    (_, number) => html`<option value="${number}">${texts[number] ?? ''}</option>`,
  )}</select></label>`;
}
