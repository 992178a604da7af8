import { writeFileSync } from 'node:fs';
import { loadDivergences } from '../../accelerated/divergences.ts';
import { divergencesPage } from './page-text.ts';

// npm run divergences:page
// Writes docs/divergences.md from the list and what `npm run divergences:measure` saw.

writeFileSync(new URL('../../docs/divergences.md', import.meta.url), divergencesPage(await loadDivergences()));
