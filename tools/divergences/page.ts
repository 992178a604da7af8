import { writeFileSync } from 'node:fs';
import { loadDivergences } from '../../accelerated/divergences.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { divergencesPage } from './page-text.ts';

// npm run divergences:page
// Writes docs/divergences.md from the list and what `npm run divergences:measure` saw.

toolCommand(
  'npm run divergences:page --',
  'Writes docs/divergences.md from accelerated/divergences/ and what `npm run divergences:measure` saw. Takes a second.',
).parse();

writeFileSync(new URL('../../docs/divergences.md', import.meta.url), divergencesPage(await loadDivergences()));
