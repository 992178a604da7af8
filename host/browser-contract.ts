import type * as nodeBackends from './backends.ts';
import type * as page from './browser.ts';
import type * as pageBackends from './browser-backends.ts';
import type * as pageFiles from './browser-files.ts';
import type * as pageSyntax from './browser-syntax.ts';
import type * as nodeFiles from './files.ts';
import type * as node from './host.ts';
import type * as nodeSyntax from './syntax.ts';

/** The host of a page, which must have whatever Node's has: what lacks a part does not compile. */
type InPlaceOf<Node, Page extends Node> = Page;

export type Hosts = [
  InPlaceOf<typeof node, typeof page>,
  InPlaceOf<typeof nodeFiles, typeof pageFiles>,
  InPlaceOf<typeof nodeSyntax, typeof pageSyntax>,
  InPlaceOf<typeof nodeBackends, typeof pageBackends>,
];
