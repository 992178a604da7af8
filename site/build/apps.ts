import { computePage } from '../compute/page.ts';
import type { Page } from '../pages/frame.ts';
import { playgroundPage } from '../playground/page.ts';

/** The pages that are programs: each states its own content and script. */
export const APPS: readonly Page[] = [playgroundPage, computePage];
