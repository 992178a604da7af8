import { tell } from '../../tools/package/run.ts';
import { nextVerdict, statusIn, writeInEditor } from './playground-page.ts';
import { startTrial } from './trial.ts';

const RELU = 'export function relu(z: number): number {\n  return Math.max(0, z);\n}\n';

/** After one visit, with the server stopped, every kind of page works, and asks for nothing. */
export async function tryOffline(site: string): Promise<void> {
  const trial = await startTrial(site);
  try {
    const { page, faults } = await trial.open('playground.html?exercise=softmax');
    const { address } = trial.served;
    await nextVerdict(page, 0);
    const started = performance.now();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 120_000 });
    const estimate = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const kept = `${((performance.now() - started) / 1000).toFixed(1)} s after the first verdict, ${(estimate / 1e6).toFixed(1)} MB`;
    tell(true, `the whole site is kept ${kept}`, '');

    await page.context().setOffline(true);
    await trial.served.close();
    const asked = trial.gateway.asked.length;
    await page.goto(`${address}playground.html?exercise=relu`);
    await nextVerdict(page, 0);
    await writeInEditor(page, RELU);
    await page.keyboard.press('ControlOrMeta+Enter');
    const verdict = await nextVerdict(page, 1);
    tell(
      statusIn(verdict, 'relu') === 'correct',
      'offline: an exercise never opened before is judged',
      JSON.stringify(verdict),
    );

    await page.goto(`${address}formulas/softmax.html`);
    tell((await page.locator('.katex').count()) > 0, 'offline: a formula is there', await page.title());
    await page.reload();
    tell((await page.locator('h1').count()) === 1, 'offline: and again after a reload', await page.title());
    await page.goto(`${address}compute.html?formula=softmax`);
    await page
      .locator('[data-result]')
      .first()
      .waitFor({ timeout: 120_000 })
      .catch(() => {});
    const values = await page.locator('[data-result]').allInnerTexts();
    tell(
      values.some((text) => /\d/.test(text)),
      'offline: a value is computed',
      values.join() || 'no [data-result]',
    );
    // The browser itself looks for a newer service worker at each visit.
    const more = trial.gateway.asked.slice(asked).filter((path) => !path.endsWith('/service-worker.js'));
    tell(more.length === 0, 'offline: no page asks for anything of the network', more.join('\n'));
    tell(faults.length === 0, 'offline: the console is empty', faults.join('\n'));
  } finally {
    await trial.close();
  }
}
