import { tell } from '../../tools/package/run.ts';
import { recordInPage, startEngine } from './page-engine.ts';
import { startTrial, type TrialOptions } from './trial.ts';

const PAGES = ['index.html', 'formulas/softmax.html', 'playground.html?exercise=relu', 'compute.html?formula=softmax'];
const RELU = [{ path: 'relu.ts', code: 'export const relu = (z: number) => Math.max(0, z);\n' }];
const RAN = 'code from a string runs';
const STRANGER = 'https://stranger.example/';

/** What a visit of each kind of page did beyond what it may. */
interface Visit {
  strangers: readonly string[];
  faults: string[];
  workers: number;
  verdict: string;
}

/** Nothing is asked of another host, and nothing is refused by the policy, in workers too; a planted fault is noticed. */
export async function tryNetwork(site: string): Promise<void> {
  const honest = await visit(site, {});
  tell(honest.strangers.length === 0, 'nothing is asked of another host', honest.strangers.join('\n'));
  tell(honest.faults.length === 0, 'the policy refuses nothing, and the console is empty', honest.faults.join('\n'));
  tell(honest.workers > 0, `in ${honest.workers} workers too`, 'there was no worker');
  tell(honest.verdict === 'correct', 'and relu is judged', honest.verdict);

  const asks = planted(`fetch('${STRANGER}').catch(() => {});`);
  const asked = await visit(site, { alter: (path, bytes) => asks(path, withoutPolicy(path, bytes)) });
  tell(
    asked.strangers.some((stranger) => stranger.includes('stranger.example')),
    'planted: a request to another host is seen',
    'it was not',
  );
  const refused = await visit(site, { alter: asks });
  const isRefused = refused.faults.some((fault) => fault.includes('connect-src') && fault.includes(STRANGER));
  tell(isRefused, 'planted: the policy refuses it', refused.faults.join('\n'));
  tell(refused.strangers.length === 0, 'planted: so that it never leaves', refused.strangers.join('\n'));
  const evaluated = await visit(site, { alter: planted(`try { eval("console.error('${RAN}')"); } catch {}`) });
  tell(
    evaluated.faults.some((fault) => /script-src.*eval/.test(fault)) && !evaluated.faults.join().includes(RAN),
    'planted: code from a string does not run in a worker, and that is seen',
    evaluated.faults.join('\n') || 'it was not',
  );
  const changed = await visit(site, { alter: changedOracle });
  tell(changed.verdict !== 'correct', 'planted: a changed byte of an oracle changes the verdict', changed.verdict);
}

async function visit(site: string, options: TrialOptions): Promise<Visit> {
  const trial = await startTrial(site, { ...options, tells: true });
  try {
    const faults: string[] = [];
    let workers = 0;
    let verdict = '';
    for (const path of PAGES) {
      // Scripts that tell are not those that the service worker knows; tryOffline has it.
      const opened = await trial.open(path, { serviceWorkers: 'block' });
      const { page } = opened;
      await page.waitForLoadState('networkidle');
      if (path.startsWith('playground')) {
        await startEngine(page, trial.served.address);
        const record = JSON.parse(await recordInPage(page, RELU, [{ name: 'relu', points: 1 }]));
        verdict = record?.exercises[0]?.status ?? `no record: ${JSON.stringify(record)}`;
      }
      workers += page.workers().length;
      faults.push(...opened.faults.map((fault) => `${path}: ${fault}`));
      await opened.close();
    }
    return { strangers: [...trial.gateway.strangers], faults, workers, verdict };
  } finally {
    await trial.close();
  }
}

/** Code that runs in workers alone. */
function planted(code: string): NonNullable<TrialOptions['alter']> {
  return (path, bytes) =>
    path.endsWith('.js')
      ? Buffer.concat([Buffer.from(`if (typeof document === 'undefined') { ${code} }\n`), bytes])
      : bytes;
}

function withoutPolicy(path: string, bytes: Buffer): Buffer {
  return path.endsWith('.html') || path === ''
    ? Buffer.from(bytes.toString().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
    : bytes;
}

/** The first digit of the first value that relu must have. */
function changedOracle(path: string, bytes: Buffer): Buffer {
  if (!path.endsWith('data/oracles/relu.json')) return bytes;
  const text = bytes.toString();
  const changed = text.replace(
    /("expected":)(\d)/,
    (_, start: string, digit: string) => start + ((Number(digit) + 1) % 10),
  );
  if (changed === text) throw new Error(`${path} expects no number`);
  return Buffer.from(changed);
}
