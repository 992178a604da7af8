import type { ExerciseStatus } from '../../record/record.ts';
import { STATUSES } from '../statuses.ts';
import type { StatusColours } from './palette.ts';

/** The colours of the statuses as declarations of variables: `--wrong-ink:…`. */
export function statusColours(colour: (status: ExerciseStatus, part: keyof StatusColours) => string): string[] {
  return STATUSES.map((status) =>
    (['ink', 'fill', 'bar'] as const).map((part) => `--${status}-${part}:${colour(status, part)}`).join(';'),
  );
}

const OF_STATUSES = STATUSES.map(
  (status) =>
    `.chip.${status}{color:var(--${status}-ink);background:var(--${status}-fill)}.bar-${status}{fill:var(--${status}-bar)}` +
    `.exercise.${status}{border-left-color:var(--${status}-bar)}`,
).join('\n');

/** The rules for the panel of a verdict, wherever it is shown. */
export const PANEL_STYLE = `.exercise{border-left-width:4px}
.exercise .message{font-size:1rem}
.decided{padding:.5rem .75rem;border-left:4px solid var(--disputed-bar);background:var(--paper)}
.counterexample{margin-top:1rem;padding-top:.25rem;border-top:1px solid var(--line)}
.pair{display:grid;margin-top:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1rem 2rem;align-items:start}
/* A wide grid gets the whole line; side by side it would hide the marked element behind a scroll bar. */
.pair.wide{grid-template-columns:minmax(0,1fr)}
figure{margin:0;min-width:0}
figcaption{font-size:.875rem;font-weight:600;margin-bottom:.375rem}
figcaption .soft{font-weight:400}
.scroll{overflow-x:auto;max-width:100%;padding:3px}
.slices{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem}
.slices>div,.field{min-width:0;max-width:100%}
.label{font-size:.8125rem;color:var(--soft);margin:.25rem 0}
.fields{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.field .fields,.field .slices{margin-left:1rem}
table.grid{border-collapse:collapse;font-size:.8125rem;line-height:1.4}
table.grid td{border:1px solid var(--line);padding:.25rem .55rem;text-align:right;white-space:nowrap;background:var(--panel)}
table.grid thead td{border:0;background:none}
table.grid th{padding:.15rem .45rem;font-weight:400;font-size:.75rem;color:var(--soft);text-align:right;white-space:nowrap}
table.grid thead th{text-align:center}
table.grid td.marked{font-weight:700;outline:3px solid;outline-offset:-2px}
td.marked.got{color:var(--wrong-ink);background:var(--wrong-fill);outline-color:var(--wrong-bar)}
td.marked.expected{color:var(--correct-ink);background:var(--correct-fill);outline-color:var(--correct-bar);outline-style:double}
.note{font-size:.8125rem;color:var(--soft);margin:.25rem 0}
dl.facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:1rem 0 .5rem}
dl.facts:empty{display:none}
dl.facts dt{color:var(--soft);font-size:.8125rem;line-height:1.4}
dl.facts dd{margin:0;font-size:.9375rem}
${OF_STATUSES}`;
