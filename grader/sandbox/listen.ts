import type { Value } from '../../properties/values/value.ts';
import type { SourceFile } from '../class/submission.ts';
import { Ear, type Printed } from './ear.ts';
import { Sandbox, type SandboxLimits } from './sandbox.ts';

/** Calls of one exercise to listen to, until one prints something. */
export interface Listened {
  exercise: string;
  calls: readonly (readonly Value[])[];
}

/** What was printed, and where: while the files were loaded (`exercise` is null), or by a call. */
export interface Heard extends Printed {
  exercise: string | null;
  args: readonly Value[];
}

/**
 * What a submission prints by `console`. It runs once more for that, in an engine of its own: a verdict does not depend on
 * whether anybody listens.
 */
export async function* listen(
  files: readonly SourceFile[],
  limits: SandboxLimits,
  exercises: readonly Listened[],
): AsyncGenerator<Heard> {
  const ear = new Ear();
  const sandbox = await Sandbox.open(files, limits, null, ear);
  try {
    const loading = ear.take();
    if (loading !== null) yield { exercise: null, args: [], ...loading };
    for (const { exercise, calls } of exercises) {
      for (const args of sandbox.functions.has(exercise) ? calls : []) {
        sandbox.call(exercise, args);
        const printed = ear.take();
        if (printed === null) continue;
        yield { exercise, args, ...printed };
        break;
      }
    }
  } finally {
    sandbox.dispose();
  }
}
