import type { BackendName } from '../../accelerated/backend-names.ts';
import { median } from '../../properties/values/median.ts';
import { BackendProcess, type Told } from './backend-process.ts';
import type { Cell, Contender, Measured, Outcome } from './cell.ts';
import { SIZES } from './size.ts';

/** A backend that was tried. */
export interface Tried {
  name: BackendName;
  /** what it says of itself, or why it does not start */
  detail: string;
  started: boolean;
}

const START_MS = 60_000;
/** A device compiles at the first call. */
const COMPILE_MS = 10_000;
const CONTENDERS: readonly Contender[] = ['reference', 'backend'];

/** Measures cells in the processes of one backend: a new one if the last had to be ended or died. */
export class BackendBench {
  readonly #name: BackendName;
  readonly #limitMs: number;
  /** by formula, direction and contender: the smallest size, by its place, at which a call took longer than the limit */
  readonly #over: Map<string, number>;
  #process: BackendProcess | null = null;

  /** @param over what is known to take too long; for the reference from other backends' processes too */
  constructor(name: BackendName, limitMs: number, over: Map<string, number>) {
    this.#name = name;
    this.#limitMs = limitMs;
    this.#over = over;
  }

  async start(): Promise<Tried> {
    const backend = new BackendProcess(this.#name);
    this.#process = backend;
    const told = await backend.told(START_MS);
    if (told.type === 'started') return { name: this.#name, detail: told.description, started: true };
    this.close();
    return { name: this.#name, detail: whyMissing(told), started: false };
  }

  close(): void {
    this.#process?.kill();
    this.#process = null;
  }

  /** Cells of one formula come in the order of the sizes, forward before gradient. */
  async measure(cell: Cell): Promise<Measured> {
    const over: Outcome = { kind: 'over', limitMs: this.#limitMs };
    const outcomes = new Map<Contender, Outcome>();
    for (const contender of CONTENDERS) {
      if (this.#isOver(cell, contender)) outcomes.set(contender, over);
    }
    let rounds: Partial<Record<Contender, number[]>> = {};
    const open = (): Contender[] => CONTENDERS.filter((contender) => !outcomes.has(contender));
    while (open().length > 0) {
      const contenders = open();
      rounds = await this.#ask(cell, contenders, outcomes);
      for (const contender of contenders) {
        const times = rounds[contender];
        if (times) outcomes.set(contender, { kind: 'time', ms: median(times) });
      }
    }
    for (const contender of CONTENDERS) {
      const outcome = outcomes.get(contender) as Outcome;
      if (outcome.kind === 'over' && !this.#isOver(cell, contender)) {
        this.#over.set(this.#key(cell, contender), placeOf(cell));
      }
    }
    return {
      ...cell,
      backend: this.#name,
      outcomes: Object.fromEntries(outcomes) as Record<Contender, Outcome>,
      ratio: ratioOf(rounds),
    };
  }

  /** Asks once; what is known afterwards of contenders without a time is in the outcomes. */
  async #ask(
    cell: Cell,
    contenders: readonly Contender[],
    outcomes: Map<Contender, Outcome>,
  ): Promise<Partial<Record<Contender, number[]>>> {
    if (this.#process === null) await this.start();
    const backend = this.#process;
    const fail = (contender: Contender | null, outcome: Outcome): void => {
      for (const each of contender === null ? contenders : [contender]) outcomes.set(each, outcome);
    };
    if (backend === null) {
      fail(null, { kind: 'failed', message: 'the backend does not start again' });
      return {};
    }
    const upstreamFrom = this.#isOver({ ...cell, direction: 'forward' }, 'backend') ? 'reference' : 'backend';
    backend.ask({ cell, contenders: [...contenders], upstreamFrom });
    // The first calls come one after the other in this order, before them the arguments, after them the rounds.
    const waiting: ('arguments' | Contender)[] = ['arguments', ...contenders];
    for (;;) {
      const at = waiting[0];
      const told = await backend.told(this.#deadlineMs(at));
      if (told.type === 'measured') return told.rounds;
      if (told.type === 'ready' || told.type === 'called') waiting.shift();
      else if (told.type === 'failed') {
        fail(told.contender, { kind: 'failed', message: told.message });
        if (told.contender === null) return {};
        waiting.shift();
      } else {
        this.close();
        const outcome: Outcome =
          told.type === 'deadline'
            ? { kind: 'over', limitMs: this.#limitMs }
            : { kind: 'failed', message: `its process died (${'reason' in told ? told.reason : told.type})` };
        fail(at === 'arguments' || at === undefined ? null : at, outcome);
        return {};
      }
    }
  }

  #deadlineMs(at: 'arguments' | Contender | undefined): number {
    if (at === 'reference') return this.#limitMs;
    return at === 'backend' ? this.#limitMs + COMPILE_MS : 3 * this.#limitMs + COMPILE_MS;
  }

  /** Over the limit at this size or a smaller one, in forward direction alone, or as reference beside another backend. */
  #isOver(cell: Cell, contender: Contender): boolean {
    const directions = ['forward', cell.direction] as const;
    return directions.some((direction) => {
      const from = this.#over.get(this.#key({ ...cell, direction }, contender));
      return from !== undefined && from <= placeOf(cell);
    });
  }

  #key({ formula, direction }: Cell, contender: Contender): string {
    return [formula, direction, contender === 'reference' ? contender : this.#name].join(' ');
  }
}

function placeOf({ size }: Cell): number {
  return SIZES.findIndex(({ name }) => name === size);
}

/** The median over the rounds of the reference's time over the backend's. */
function ratioOf({ reference, backend }: Partial<Record<Contender, number[]>>): number | null {
  if (!reference || !backend) return null;
  return median(reference.map((ms, round) => ms / (backend[round] as number)));
}

function whyMissing(told: Told): string {
  if (told.type === 'missing') return told.reason.replaceAll(/\/\S*\/(?=node_modules\/)/g, '').trim();
  if (told.type === 'died') return `its process died (${told.reason})`;
  return `did not start within ${START_MS / 1000} s`;
}
