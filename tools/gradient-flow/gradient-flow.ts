import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toolCommand } from '../command-line/tool-command.ts';
import { broken, flows, ratio } from './networks.ts';
import { flowPage } from './page.ts';
import { flowPicture } from './picture.ts';

// `npm run gradient-flow`: how gradients vanish and explode through depth, as figures and a picture.

toolCommand(
  'npm run gradient-flow --',
  'Computes the gradient norm at each layer of deep networks, and prints how many times larger it is at the first layer than at ' +
    'the last. Writes docs/gradient-flow.md and docs/gradient-flow.svg, the same ones every time, and exits with 1 if a gradient does ' +
    'something else than the page says. Takes a second.',
).parse();
const docs = (file: string): string => fileURLToPath(new URL(`../../docs/${file}`, import.meta.url));

const all = flows();
for (const flow of all) console.log(`${flow.name.padEnd(18)} first over last: ${ratio(flow).toExponential(1)}`);
writeFileSync(docs('gradient-flow.md'), flowPage(all));
writeFileSync(docs('gradient-flow.svg'), flowPicture(all));
const faults = broken(all);
for (const fault of faults) console.error(`broken: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
