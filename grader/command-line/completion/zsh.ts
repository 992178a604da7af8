import type { CompletedCommand } from './tree.ts';

/** A completion script for zsh, with the descriptions beside the words. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const cases = commands.flatMap(({ name, options, values }) => [
    ...options
      .filter(({ takesValue }) => takesValue)
      .map(({ flags, values: own }) => {
        const action = own.length === 0 ? '_files' : `compadd -- ${own.map(quoted).join(' ')}`;
        return `    ${flags.map((flag) => `"${name} ${flag}"`).join('|')}) ${action} ;;`;
      }),
    `    "${name} "*)
      if [[ $words[CURRENT] == -* ]]; then
        list=(${options.flatMap(({ flags, description }) => flags.map((flag) => described(flag, description))).join(' ')})
        _describe option list
      elif (( CURRENT == 3 )); then ${values.length === 0 ? '_files' : `compadd -- ${values.map(quoted).join(' ')}`}
      else _files; fi ;;`,
  ]);
  return `#compdef backproof
# zsh completion for backproof: eval "$(backproof completion zsh)" after compinit
_backproof() {
  local -a list
  if (( CURRENT == 2 )); then
    list=(${commands.map(({ name, description }) => described(name, description)).join(' ')})
    _describe command list
    return
  fi
  case "$words[2] $words[CURRENT-1]" in
${cases.join('\n')}
  esac
}
compdef _backproof backproof
`;
}

function described(word: string, description: string): string {
  return quoted(`${word.replaceAll(':', '\\:')}:${description.replaceAll(':', '\\:')}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
