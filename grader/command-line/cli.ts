import { Command, CommanderError } from 'commander';
import { codeOf, UsageError } from '../text/errors.ts';
import { printable } from '../text/printable.ts';
import { packageVersion } from '../text/version.ts';
import { COMMANDS } from './command-list.ts';

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
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    })
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
  try {
    const called = calledIn(argv.slice(2));
    for (const { name, usage, summary, load } of COMMANDS) {
      // Completion reads the options of all of them.
      const isNeeded = called === name || called === 'completion';
      const command = isNeeded ? await load(finish, program) : new Command(name).usage(usage);
      program.addCommand(command.summary(summary).copyInheritedSettings(program));
    }
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      process.stderr.write(`backproof: ${printable(error.message)}\n`);
      return 2;
    }
    const lack = LACKS[codeOf(error) ?? ''];
    if (lack !== undefined) {
      process.stderr.write(`backproof: the machine has ${lack}: run the same command again when it has more\n`);
      return 1;
    }
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`backproof: internal error, please report it: ${printable(told)}\n`);
    return 1;
  }
}

/** What the system says if it runs out of something. */
const LACKS: Readonly<Record<string, string>> = {
  EMFILE: 'no file descriptor left for this program (`ulimit -n` says how many it may have)',
  ENFILE: 'no file descriptor left',
  EAGAIN: 'no room for one more process',
  ENOMEM: 'no memory left',
};

/** The name of the command that is called, or that help is asked about. */
function calledIn(words: readonly string[]): string | undefined {
  const [first, second] = words.filter((word) => !word.startsWith('-'));
  return first === 'help' ? second : first;
}
