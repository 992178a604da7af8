import type { GradeFigures, Spread } from './measure.ts';

/** A figure with what is promised for it. */
export interface Figure {
  what: string;
  measured: string;
  promised: string;
  /** null if nothing is promised, or nothing could be measured */
  kept: boolean | null;
}

/** The parent's memory counts as flat if its last quarter exceeds its second by at most this factor. */
const FLAT = { mebibytes: 24, share: 0.1 };

/** Every figure with what the project promises for 2 cores. */
export function judgedFigures(figures: GradeFigures): Figure[] {
  const {
    many,
    perSubmission,
    twoOverOne,
    firstHundred,
    twoRunsAtOnce,
    startUp,
    manyOverHundred,
    memory,
    wrong,
    watch,
    vitest,
  } = figures;
  const rate = (seconds: number): string => `${(1 / seconds).toFixed(1)} a second`;
  const slowest = wrong.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  const growth = memory === null ? null : memory.last - memory.second;
  return [
    {
      what: 'right submissions beyond start-up, --jobs 1',
      measured: rate(perSubmission.one),
      promised: '',
      kept: null,
    },
    {
      what: 'right submissions beyond start-up, --jobs 2',
      measured: rate(perSubmission.two),
      promised: 'at least 30 a second',
      kept: 1 / perSubmission.two >= 30,
    },
    {
      what: '--jobs 2 over --jobs 1',
      measured: shownSpread(twoOverOne),
      promised: 'at least 1.7',
      kept: twoOverOne.median >= 1.7,
    },
    {
      what: 'two runs with --jobs 1 at once over one: what the machine has for two processes',
      measured: shownSpread(twoRunsAtOnce),
      promised: '',
      kept: null,
    },
    {
      what: 'among the first hundred: --jobs 2, --jobs 2 over --jobs 1',
      measured: `${rate(firstHundred.perSubmission.two)}, ${shownSpread(firstHundred.twoOverOne)}`,
      promised: '',
      kept: null,
    },
    { what: 'start-up, --jobs 2', measured: `${startUp.toFixed(1)} s`, promised: '', kept: null },
    {
      what: `time per submission at ${many} over that at 100`,
      measured: manyOverHundred.toFixed(2),
      promised: 'at most 1.10',
      kept: manyOverHundred <= 1.1,
    },
    {
      what: `parent's memory over ${many}: second quarter, last quarter, largest`,
      measured:
        memory === null
          ? 'not known on this system'
          : `${[memory.second, memory.last, memory.largest].map((mebibytes) => mebibytes.toFixed(0)).join(', ')} MiB`,
      promised: 'flat',
      kept: memory === null || growth === null ? null : growth <= Math.max(FLAT.mebibytes, FLAT.share * memory.second),
    },
    ...wrong.map(({ misconception, named, seconds }) => ({
      what: `a wrong submission, shrunk and named: ${misconception}`,
      measured: `${seconds.toFixed(2)} s${named ? '' : ', not named'}`,
      promised: 'under 1 s',
      kept: seconds < 1 && named,
    })),
    {
      what: 'a save answered by check --watch',
      measured: `${watch.toFixed(2)} s`,
      promised: 'under 0.5 s',
      kept: watch < 0.5,
    },
    {
      what: 'one vitest run of a plain test per submission',
      measured: `${vitest.seconds.toFixed(1)} s, ${rate(vitest.seconds)}`,
      promised: '',
      kept: null,
    },
    {
      what: 'that over a right submission here, --jobs 2',
      measured: `${vitest.timesOurs.toFixed(0)} times`,
      promised: '',
      kept: null,
    },
    {
      what: 'that over the slowest wrong one here, --jobs 1',
      measured: `${(vitest.seconds / slowest.seconds).toFixed(1)} times`,
      promised: '',
      kept: null,
    },
  ];
}

function shownSpread({ median, least, most }: Spread): string {
  return `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

/** `yes`, `NO`, or nothing if nothing is promised. */
export function shownKept(kept: boolean | null): string {
  return kept === null ? '' : kept ? 'yes' : 'NO';
}
