import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { type TinyClass, timelessRecords, tinyClass } from '../command-line/commands/class-fixture.ts';
import { run } from '../command-line/commands/command-fixture.ts';

// The ready-made files for more than one machine, run as they are. `.ci/run` runs those for SLURM on a real one.

const adapter = (name: string): string => fileURLToPath(new URL(`../../adapters/${name}`, import.meta.url));
const BIN = fileURLToPath(new URL('../bin.mjs', import.meta.url));
const hasParallel = spawnSync('parallel', ['--version']).status === 0;

let small: TinyClass;
let work: string;

beforeEach(() => {
  small = tinyClass();
  work = join(small.folder, 'work');
  for (const id of ['ada', 'bela', 'chen', 'zoe']) small.handIn(id);
});

/** Runs a script with programs of ours before all others in the path. */
function bash(script: string, words: readonly string[], { programs = {}, env = {} }: Surroundings = {}): Ended {
  const bin = join(small.folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const [name, text] of Object.entries(programs)) executable(join(bin, name), text);
  const { status, stdout, stderr } = spawnSync('bash', [script, ...words], {
    encoding: 'utf8',
    cwd: small.folder,
    env: {
      ...process.env,
      BACKPROOF: `${process.execPath} ${BIN}`,
      PATH: `${bin}${delimiter}${process.env['PATH']}`,
      ...env,
    },
  });
  return { code: status, out: stdout, err: stderr };
}

interface Surroundings {
  programs?: Record<string, string>;
  env?: Record<string, string>;
}
interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function executable(path: string, text: string): void {
  writeFileSync(path, `#!/usr/bin/env bash\n${text}\n`);
  chmodSync(path, 0o755);
}

async function expectOneRun(results: string, key: string): Promise<void> {
  const whole = join(small.folder, 'whole');
  await run('grade', small.class, '-a', small.assignment, '--key', key, '--jobs', '1', '--out', whole);
  expect(timelessRecords(results)).toEqual(timelessRecords(whole));
  expect(timelessRecords(results)).toHaveLength(4);
}

/** Runs the tasks of an array one after the other, one that was requeued once more; any other script at once. */
const SBATCH = `
array='' script=''
for word in "$@"; do
  case $word in
    --array=*) array=\${word#--array=1-} ;;
    --dependency=*) echo "$word" >>"$CALLS" ;;
    --*) ;;
    *) script=$word ;;
  esac
done
export SLURM_ARRAY_JOB_ID=7 SLURM_CPUS_PER_TASK=1
if [ -n "$array" ]; then
  for SLURM_ARRAY_TASK_ID in $(seq "$array"); do
    export SLURM_ARRAY_TASK_ID
    bash "$script" >&2
    if grep -qx "requeue 7_$SLURM_ARRAY_TASK_ID" "$CALLS"; then SLURM_RESTART_COUNT=1 bash "$script" >&2; fi
  done
else
  bash "$script" >&2
fi
echo '7;cluster'`;

describe.skipIf(process.platform === 'win32')('SLURM', () => {
  test('an array grades the shards, a task that is killed is requeued, and a dependent job merges them', async () => {
    const calls = join(small.folder, 'calls');
    // The first run of shard 2 is killed, and leaves the lock of another machine.
    const killed = `
case "$*" in
  *--shard\\ 2/2*) if [ ! -e ${work}/killed ]; then
    mkdir -p ${work}/shards/2; echo '{"pid":1,"host":"elsewhere","born":null}' >${work}/shards/2/backproof.lock
    touch ${work}/killed; exit 137
  fi ;;
esac
exec ${process.execPath} ${BIN} "$@"`;
    executable(join(small.folder, 'killed-once'), killed);
    writeFileSync(calls, '');
    const { code, out } = bash(adapter('slurm/submit.sh'), [small.class, small.assignment, work, '2', '--account=x'], {
      // What takes the task away; it does not wait for that.
      programs: { sbatch: SBATCH, scontrol: 'echo "$@" >>"$CALLS"; exit 1' },
      env: { CALLS: calls, BACKPROOF: join(small.folder, 'killed-once') },
    });
    expect(code).toBe(0);
    expect(out).toContain(`the results will be in ${work}/results`);
    expect(readFileSync(calls, 'utf8')).toBe('requeue 7_2\n--dependency=afterany:7\n');
    await expectOneRun(join(work, 'results'), join(work, 'class.key'));
  });

  test('wrong usage is not requeued', () => {
    const calls = join(small.folder, 'calls');
    writeFileSync(calls, '');
    const { err } = bash(adapter('slurm/submit.sh'), [small.class, 'no-such-assignment', work, '1'], {
      programs: { sbatch: SBATCH, scontrol: 'echo "$@" >>"$CALLS"; exit 1' },
      env: { CALLS: calls },
    });
    expect(err).toContain('unknown assignment no-such-assignment');
    expect(readFileSync(calls, 'utf8')).not.toContain('requeue');
  });

  test('without arguments it says what it takes', () => {
    expect(bash(adapter('slurm/submit.sh'), [])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^usage: submit\.sh CLASS/),
    });
  });
});

describe.skipIf(!hasParallel)('GNU parallel', () => {
  test('grades the shards and merges them', async () => {
    const { code, err } = bash(adapter('parallel/grade.sh'), [small.class, small.assignment, work, '2', '--jobs', '1']);
    expect(err).not.toMatch(/^backproof: (?!.* is read as a plain class folder)/m);
    expect(code).toBe(0);
    await expectOneRun(join(work, 'results'), join(work, 'class.key'));
  });
});

describe.skipIf(process.platform === 'win32')('GitHub Actions', () => {
  const workflow = readFileSync(adapter('github-actions/backproof-shards.yml'), 'utf8');

  /** The script of a step, as its runner would run it. */
  function scriptOf(step: string): string {
    const [, block = ''] =
      new RegExp(`- name: ${step}\\n[\\s\\S]*?run: \\|\\n((?: {10}.*\\n|\\n)+)`).exec(workflow) ?? [];
    expect(block).not.toBe('');
    return `set -eo pipefail\n${block.replace(/^ {10}/gm, '')}`;
  }

  test('the matrix has as many shards as the runs are told', () => {
    const [, shards] = /^ {2}SHARDS: (\d+)$/m.exec(workflow) ?? [];
    const [, matrix = ''] = /shard: \[([\d, ]+)\]/.exec(workflow) ?? [];
    expect(matrix.split(', ')).toEqual(Array.from({ length: Number(shards) }, (_, n) => String(n + 1)));
  });

  test('its jobs grade the shards, and merge what they uploaded', async () => {
    const temp = join(small.folder, 'temp');
    const [installed, uploaded] = [join(temp, 'backproof/node_modules/.bin'), join(small.folder, 'artifacts')];
    mkdirSync(installed, { recursive: true });
    executable(join(installed, 'backproof'), `exec ${process.execPath} ${BIN} "$@"`);
    const key = 'ab'.repeat(16);
    const env = { RUNNER_TEMP: temp, CLASS: small.class, ASSIGNMENT: small.assignment, SHARDS: '2', KEY: key };
    writeFileSync(join(small.folder, 'grade.sh'), scriptOf('Grade the shard'));
    writeFileSync(join(small.folder, 'merge.sh'), scriptOf('Merge the shards'));
    for (const SHARD of ['1', '2']) {
      expect(bash('grade.sh', [], { env: { ...env, SHARD } })).toMatchObject({ code: 0 });
      cpSync(join(temp, 'shards', SHARD), join(uploaded, `shard-${SHARD}`), { recursive: true });
      // As the workflow leaves it out.
      rmSync(join(uploaded, `shard-${SHARD}`, 'key'));
    }
    rmSync(join(temp, 'shards'), { recursive: true });
    cpSync(uploaded, join(temp, 'shards'), { recursive: true });
    expect(bash('merge.sh', [], { env })).toMatchObject({ code: 0 });
    writeFileSync(join(small.folder, 'key'), key);
    await expectOneRun(join(temp, 'results'), join(small.folder, 'key'));
  });
});
