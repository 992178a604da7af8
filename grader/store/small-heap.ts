import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect garbage when the heap has grown by a tenth, not by a multiple of itself: reports go through every record several
 * times, and what they drop on the way would take more memory than what they keep.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=10');
}
