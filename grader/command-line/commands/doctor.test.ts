import { expect, test } from 'vitest';
import { BACKENDS, type BackendName } from '../../../accelerated/backend-names.ts';
import { captured, type Ran } from './command-fixture.ts';
import { doctorCommand } from './doctor.ts';

/** What the doctor says of a machine on which these backends work. */
function diagnosed(working: readonly BackendName[], ...words: string[]): Promise<Ran> {
  const probes = BACKENDS.map((name) => ({ name, works: working.includes(name), detail: `detail of ${name}` }));
  return captured(async () => {
    let code = Number.NaN;
    const command = doctorCommand(
      (given) => {
        code = given;
      },
      async () => probes,
    );
    await command.parseAsync(words, { from: 'user' });
    return code;
  });
}

test('all that grading needs is wasm, cpu and the sandbox; auto takes the fastest that works', async () => {
  const { code, out } = await diagnosed(['webgpu', 'wasm', 'cpu'], '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ok: true, auto: 'webgpu', sandbox: { works: true } });
});

test.each([[['wasm']], [['tfjs-node', 'cpu']], [[]]] as BackendName[][][])(
  '%j alone is not enough',
  async (working) => {
    const { code, out } = await diagnosed(working, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, auto: working[0] ?? null });
  },
);

test('the table says what each backend is, or why it is not there', async () => {
  const { out } = await diagnosed(['wasm', 'cpu']);
  expect(out).toMatch(/│ tfjs-node +│ no +│ detail of tfjs-node /);
  expect(out).toMatch(/│ wasm +│ yes +│ detail of wasm /);
  expect(out).toMatch(/│ sandbox \(QuickJS\) +│ yes +│ quickjs-emscripten \d/);
  expect(out).toContain('auto takes wasm.');
});
