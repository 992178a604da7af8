import type { Engine } from '../engine/engine.ts';

/** What the page needs of the engine. */
export type Judge = Pick<Engine, 'warm' | 'check' | 'close'>;
