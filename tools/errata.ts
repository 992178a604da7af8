import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEntries } from '../properties/entries.ts';
import { errataPage } from './errata/page.ts';

// `npm run errata`: writes docs/errata.md from the entries.

writeFileSync(fileURLToPath(new URL('../docs/errata.md', import.meta.url)), errataPage(await loadEntries()));
