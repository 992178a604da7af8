import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEntries } from '../../properties/entry/entries.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { errataPage } from './page.ts';

// `npm run errata`: writes docs/errata.md from the entries.

toolCommand(
  'npm run errata --',
  'Writes docs/errata.md, the errors of published formulas, from the entries of properties/. Takes seconds.',
).parse();

writeFileSync(fileURLToPath(new URL('../../docs/errata.md', import.meta.url)), errataPage(await loadEntries()));
