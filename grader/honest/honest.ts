/** An honest submission of one exercise, written from the contract alone, and the verdict that the contract gives it. */
export interface Honest {
  exercise: string;
  title: string;
  code: string;
  status: 'correct' | 'wrong' | 'error' | 'unstable' | 'timeout' | 'memory';
  /** the name behind `exercise/`, or null where it equals no misconception */
  misconception: string | null;
  /** what a right one loses points for */
  losses: readonly ('purity' | 'errors')[];
}

type Loss = Honest['losses'][number];

/** Right: no point is lost, but for what is named. */
export function right(exercise: string, title: string, code: string, ...losses: Loss[]): Honest {
  return { exercise, title, code, status: 'correct', misconception: null, losses };
}

/** Wrong on mild input, and which misconception it is, if any. */
export function wrong(exercise: string, misconception: string | null, title: string, code: string): Honest {
  return { exercise, title, code, status: 'wrong', misconception, losses: [] };
}

/** Right on mild input alone, and which misconception it is, if any. */
export function unstable(exercise: string, misconception: string | null, title: string, code: string): Honest {
  return { exercise, title, code, status: 'unstable', misconception, losses: [] };
}

/** Throws on mild input. */
export function throws(exercise: string, title: string, code: string): Honest {
  return { exercise, title, code, status: 'error', misconception: null, losses: [] };
}
