/*
 * How a record tells what a student's code threw. Its words follow: reports for students cut them, since they may spell out
 * a hidden input.
 */

/** In the message of an exercise. */
export const THROWS = 'throws: ';
/** Before the message of an unstable one. */
export const ON_EXTREME = 'on extreme input: ';
/** In place of the value that a call should have returned. */
export const AN_ERROR = 'an error: ';
