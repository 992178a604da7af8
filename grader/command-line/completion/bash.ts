import type { CompletedCommand } from './tree.ts';

/** A completion script for bash. If no word fits, bash completes file names (`-o default`). */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const words = commands.flatMap(({ name, options, values }) => [
    ...options
      .filter(({ takesValue }) => takesValue)
      .map(
        ({ flags, values: own }) =>
          `    ${flags.map((flag) => `"${name} ${flag}"`).join('|')}) words="${own.join(' ')}" ;;`,
      ),
    `    "${name} "*) if [[ $cur == -* ]]; then words="${options.flatMap(({ flags }) => flags).join(' ')}"; elif (( COMP_CWORD == 2 )); then words="${values.join(' ')}"; fi ;;`,
  ]);
  return `# bash completion for backproof: eval "$(backproof completion bash)"
_backproof() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W "${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]} $prev" in
${words.join('\n')}
  esac
  [[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _backproof backproof
`;
}
