import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Misconception } from '../../properties/entry/entry.ts';
import { type Form, formsOf } from '../../properties/entry/forms.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { toleranceOf } from '../oracle/tolerance.ts';
import { argumentText } from '../sandbox/literal.ts';
import type { Outcome } from '../sandbox/sandbox.ts';
import { type Answer, ask, difference } from './answers.ts';
import { type AnswerAt, askedIn, bestCounterexample, type Counterexample, type Search } from './counterexample.ts';

/** What it means that a submission keeps something from one call to the next. */
export interface KeptState {
  /** the one of the entry that says what is kept, if there is one */
  misconception: Misconception | null;
  /** the beginning of the message: what holds of the counterexample */
  message: string;
  note: string;
  counterexample: Counterexample | null;
}

const NOTE =
  'State is kept between calls: let each call begin with variables of its own, inside the function, and take what came before from the arguments alone.';
const BECAUSE = 'because something is kept between calls';

/** Inputs that are tried in fresh modules, and those that are tried to make the counterexample smaller. */
const MOST_CASES = 60;
const MOST_TRIES = 80;
/** So many of the largest inputs are looked at for random numbers: a small one may be right by luck. */
const LARGEST = 4;

/**
 * Whether a submission is wrong because it keeps something between calls: what it gets wrong in a sequence of calls is
 * right if it is called first, in modules that were just loaded. Null if nothing shows that.
 */
export function keptStateOf(search: Search): KeptState | null {
  const bySize = search.answers
    .filter(({ fault }) => fault !== null && search.wanted(fault))
    .toSorted((a, b) => sizeOf(a.item) - sizeOf(b.item));
  const [smallest, largest] = [bySize[0], bySize.at(-1)];
  if (smallest === undefined || largest === undefined) return null;
  const fresh = new FreshCalls(search);
  // Without state the first call gives what every other one gives: this is all that it costs most submissions.
  if (![smallest, largest].some(({ item, outcome }) => fresh.differs(item, outcome))) return null;
  if (bySize.slice(-LARGEST).some(({ item }) => fresh.isRandom(item))) return null;
  const rightFirst = bySize.slice(0, MOST_CASES).flatMap(({ item }) => fresh.rightFirst(item) ?? []);
  const [smallestRight] = rightFirst;
  if (smallestRight === undefined) return null;
  const misconception = statefulOf(search, fresh);
  const again = rightFirst.filter(({ fault }) => fault !== null && search.wanted(fault));
  return again.length > 0
    ? {
        misconception,
        message: `right when it is called first, wrong when the same call is made again, ${BECAUSE}`,
        note: NOTE,
        counterexample: bestCounterexample({
          ...search,
          answers: again,
          wrongAnswerAt: fresh.secondAt,
          tries: MOST_TRIES,
        }),
      }
    : {
        misconception,
        message: `right when it is called first, wrong after other calls, ${BECAUSE}`,
        note: NOTE,
        // What the other calls have left is not to be had again, so nothing is made smaller.
        counterexample: bestCounterexample({
          ...search,
          answers: bySize.filter(({ item }) => item === smallestRight.item),
          tries: 0,
        }),
      };
}

/** Fresh modules are not free: one to three milliseconds each, and more if there is much to read or to do. */
const MOST_FRESH = 400;
const MOST_CHARACTERS = 4e6;
/** Longer sources are not loaded again. */
const LONGEST = 2e5;
const MOST_TICKS = 700;

/** Calls in modules that were just loaded; null if there were too many of them. */
class FreshCalls {
  readonly #search: Search;
  readonly #mostTicks: number;
  #left: number;

  constructor(search: Search) {
    const { characters, ticks } = search.sandbox;
    this.#search = search;
    this.#mostTicks = ticks + MOST_TICKS;
    this.#left = characters > LONGEST ? 0 : Math.min(MOST_FRESH, Math.floor(MOST_CHARACTERS / Math.max(characters, 1)));
  }

  /** The answer to a case if it is asked first. */
  first(item: JudgedCase, otherRandom = false): Answer<JudgedCase> | null {
    const { located, sandbox } = this.#search;
    return this.#forget(otherRandom) ? ask(sandbox, located.name, item) : null;
  }

  /** The second answer to a case that is asked twice, if the first one is right. */
  rightFirst(item: JudgedCase): Answer<JudgedCase> | null {
    const { located, sandbox } = this.#search;
    return this.first(item)?.fault === null ? ask(sandbox, located.name, item) : null;
  }

  /** What is wrong with that at arguments that are no case. */
  readonly secondAt: AnswerAt = (args) => {
    const asked = askedIn(this.#search);
    return this.#forget() && asked(args) === null ? asked(args) : null;
  };

  /** Whether the answer to a case is another one if it is asked first. */
  differs(item: JudgedCase, outcome: Outcome): boolean {
    const answer = this.first(item);
    return answer !== null && !isSame(answer.outcome, outcome);
  }

  /** Whether the first answer depends on random numbers of the submission's own, which go on from call to call too. */
  isRandom(item: JudgedCase): boolean {
    const answer = this.first(item, true);
    return answer === null || this.differs(item, answer.outcome);
  }

  #forget(otherRandom = false): boolean {
    const { sandbox } = this.#search;
    if (this.#left-- <= 0 || sandbox.ticks > this.#mostTicks) return false;
    sandbox.forget(otherRandom);
    return true;
  }
}

/** The misconception that says what is kept: each first call has its value, or the right one. */
function statefulOf({ located, extreme, answers }: Search, fresh: FreshCalls): Misconception | null {
  const misconception = located.entry.misconceptions.find(({ stateful }) => stateful);
  if (misconception === undefined || extreme) return null;
  const firsts = answers.slice(0, MOST_CASES).map(({ item }) => fresh.first(item));
  const isRight = firsts.every((answer) => answer?.fault === null);
  const forms = formsOf(located.entry, misconception, 'wrong');
  return isRight || forms.some((form) => firsts.every((answer) => agrees(located, form, answer)))
    ? misconception
    : null;
}

function agrees({ entry, exercise }: LocatedExercise, form: Form, answer: Answer<JudgedCase> | null): boolean {
  if (answer?.outcome.kind !== 'value') return false;
  const { args } = answer.item;
  const value = form(structuredClone(args));
  if (value === undefined) return false;
  const { allowed, because } = toleranceOf(entry, exercise, args, value, false);
  return difference(answer.outcome.value, value, allowed, because) === null;
}

function isSame(a: Outcome, b: Outcome): boolean {
  return a.kind === 'value' && b.kind === 'value'
    ? argumentText([a.value]).text === argumentText([b.value]).text
    : JSON.stringify(a) === JSON.stringify(b);
}

function sizeOf({ args }: JudgedCase): number {
  return argumentText(args).text.length;
}
