/** What a page says to a build that waits until it may take over. */
export const TAKE_OVER = 'take over if this is the only page';
