import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, release, type } from 'node:os';
import Table from 'cli-table3';
import { Command } from 'commander';
import pc from 'picocolors';
import { messageOf } from '../../../accelerated/error-message.ts';
import { jsonLine } from '../../text/json-text.ts';
import { packageVersion } from '../../text/version.ts';
import { inColour } from './options.ts';
import { type Probe, probeBackends } from './probe-backends.ts';

interface DoctorOptions {
  json?: boolean;
}

interface Diagnosis {
  /** what grading needs works: wasm, cpu and the sandbox */
  ok: boolean;
  versions: { backproof: string; node: string; tfjs: string };
  machine: { os: string; arch: string; cores: number; processor: string };
  backends: Probe[];
  /** the backend that is taken if none is named */
  auto: string | null;
  sandbox: { works: boolean; detail: string };
}

/** `backproof doctor`; `probe` tries the backends. */
export function doctorCommand(finish: (code: number) => void, probe = probeBackends): Command {
  return new Command('doctor')
    .description(
      'Starts every backend in a process of its own, and the sandbox, and shows what works and why others do not.',
    )
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      '\nExit code 0 if what grading needs works: wasm, cpu and the sandbox.\n\nExample:\n  backproof doctor',
    )
    .action(async (options: DoctorOptions) => finish(await doctor(options, probe)));
}

async function doctor(options: DoctorOptions, probe: typeof probeBackends): Promise<number> {
  const backends = await probe();
  const works = (name: string): boolean => backends.some((probe) => probe.name === name && probe.works);
  const sandbox = await probeSandbox();
  const diagnosis: Diagnosis = {
    ok: works('wasm') && works('cpu') && sandbox.works,
    versions: { backproof: packageVersion(), node: process.version, tfjs: versionOf('@tensorflow/tfjs-core') },
    machine: {
      os: `${type()} ${release()}`,
      arch: process.arch,
      cores: availableParallelism(),
      processor: cpus()[0]?.model.trim() ?? 'unknown',
    },
    backends,
    auto: backends.find((probe) => probe.works)?.name ?? null,
    sandbox,
  };
  process.stdout.write(options.json ? jsonLine(diagnosis) : shown(diagnosis));
  return diagnosis.ok ? 0 : 1;
}

/** Whether QuickJS opens and computes. */
async function probeSandbox(): Promise<Diagnosis['sandbox']> {
  try {
    const { acquireInstance } = await import('../../sandbox/wasm.ts');
    const { quickjs } = await acquireInstance(16 * 2 ** 20);
    const product = quickjs.evalCode('6 * 7');
    if (product !== 42) throw new Error(`6 * 7 came out as ${String(product)}`);
    return { works: true, detail: `quickjs-emscripten ${versionOf('quickjs-emscripten-core')}` };
  } catch (error) {
    const message = messageOf(error);
    return { works: false, detail: message.split('\n')[0] ?? '' };
  }
}

function versionOf(packageName: string): string {
  const require = createRequire(import.meta.url);
  // Not every package exports its package.json, but each has it in its folder.
  for (const folder of require.resolve.paths(packageName) ?? []) {
    try {
      return (JSON.parse(readFileSync(`${folder}/${packageName}/package.json`, 'utf8')) as { version: string }).version;
    } catch {
      // not in this folder
    }
  }
  return 'unknown';
}

function shown({ ok, versions, machine, backends, auto, sandbox }: Diagnosis): string {
  const { green, red, dim, bold } = pc.createColors(inColour(process.stdout));
  const table = new Table({
    head: ['', 'works', 'what it is, or why not'].map(bold),
    colWidths: [null, null, Math.max(30, (process.stdout.columns ?? 120) - 31)],
    wordWrap: true,
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const { name, works, detail } of [...backends, { name: 'sandbox (QuickJS)', ...sandbox }]) {
    table.push([name, works ? green('yes') : red('no'), works ? detail : dim(detail)]);
  }
  const lines = [
    `backproof ${versions.backproof}, Node ${versions.node}, TensorFlow.js ${versions.tfjs}`,
    `${machine.os} (${machine.arch}), ${machine.cores} cores: ${machine.processor}`,
    '',
    table.toString(),
    '',
    auto === null ? 'auto would take no backend: none works.' : `auto takes ${bold(auto)}.`,
    ok ? green('All that grading needs works.') : red('Grading needs wasm, cpu and the sandbox: see above what fails.'),
  ];
  return `${lines.join('\n')}\n`;
}
