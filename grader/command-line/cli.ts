import { Command, CommanderError } from 'commander';
import { UsageError } from '../text/errors.ts';
import { printable } from '../text/printable.ts';
import { packageVersion } from '../text/version.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { computeCommand } from './commands/compute.ts';
import { decideCommand } from './commands/decide.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { gradeCommand } from './commands/grade.ts';
import { listCommand } from './commands/list.ts';
import { regradeCommand } from './commands/regrade.ts';
import { replayCommand } from './commands/replay.ts';
import { reportCommand } from './commands/report.ts';
import { startCommand } from './commands/start.ts';

/** Runs a command line and returns its exit code: 0 success, 1 findings or an internal error, 2 wrong usage, 130 Ctrl-C. */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const finish = (code: number): void => {
    exitCode = code;
  };
  const program = new Command('backproof')
    .description('Verifies and grades the mathematics of neural networks.')
    .version(packageVersion(), '-V, --version')
    .showHelpAfterError('(run with --help to see what is possible)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'backproof: ')) })
    .addHelpText(
      'after',
      '\n  An instructor:\n' +
        '    backproof grade class/ --assignment activations --out results/\n' +
        '    backproof report results/ --format canvas --roster roster.csv --out canvas.csv\n' +
        '\n  A student:\n' +
        '    backproof start activations my-work/\n' +
        '    backproof check my-work/ --watch\n' +
        '\n  `backproof help grade`, or any other command, says more.',
    );
  for (const command of [
    gradeCommand,
    checkCommand,
    reportCommand,
    replayCommand,
    regradeCommand,
    decideCommand,
    startCommand,
    listCommand,
    explainCommand,
    computeCommand,
    doctorCommand,
  ]) {
    program.addCommand(command(finish).copyInheritedSettings(program));
  }
  program.addCommand(completionCommand(finish, program).copyInheritedSettings(program));
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      process.stderr.write(`backproof: ${printable(error.message)}\n`);
      return 2;
    }
    process.stderr.write(
      `backproof: internal error, please report it: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    return 1;
  }
}
