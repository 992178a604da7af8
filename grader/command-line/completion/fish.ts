import type { CompletedCommand } from './tree.ts';

/** A completion script for fish. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, description, options, values }) => {
    const within = `complete -c backproof -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `complete -c backproof -f -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
      ...(values.length === 0 ? [] : [`${within} -f -a ${quoted(values.join(' '))}`]),
      ...options.map(({ flags, description: what, takesValue, values: own }) => {
        const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
        const value = !takesValue ? '' : own.length === 0 ? ' -r' : ` -x -a ${quoted(own.join(' '))}`;
        return `${within} ${names.join(' ')}${value} -d ${quoted(what)}`;
      }),
    ];
  });
  return `# fish completion for backproof: backproof completion fish | source\n${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
