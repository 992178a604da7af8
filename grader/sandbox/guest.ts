import { textOf } from '../../host/files.ts';

/*
 * The grader's own code that runs inside the sandbox, as scripts for the engine. The files in guest/ are read as text: nothing of
 * them runs outside it.
 */

/** The most elements, characters and levels that a result may hold. */
export const RESULT_LIMITS = { elements: 50_000, characters: 200_000, depth: 8 } as const;

/** How much of one call of `console` is written. */
const LINE_LIMITS = { characters: 500, items: 50, depth: 4 } as const;

/** Evaluated first; see guest/prelude.js. */
export const PRELUDE = `'use strict';${guest('prelude.js')}`;

/**
 * Its value is the record of functions of guest/harness.js, and `listen` of guest/hearing.js. In a block, so that no name of it
 * becomes a global.
 */
export const HARNESS = `'use strict';{${guest('harness.js')}${guest('hearing.js')}({ ...createHarness(${JSON.stringify(RESULT_LIMITS)}), listen: createHearing(${JSON.stringify(LINE_LIMITS)}) })}`;

function guest(name: string): string {
  return textOf(`grader/sandbox/guest/${name}`);
}
