/**
 * A text that no build server takes for a command. GitHub Actions obeys a line that begins with `::`, after white space too,
 * and `##[` wherever it stands; Azure and TeamCity obey `##vso[` and `##teamcity[`.
 */
export function withoutCommands(text: string): string {
  return text.replace(/##(?=[a-z]*\[)/gi, '# #').replace(/^([^\S\n]*):(?=:)/gm, '$1: ');
}

/** The same for JSON, which stays the same value: its lines begin with none of it, and strings can be escaped. */
export function withoutCommandsInJson(json: string): string {
  return json.replace(/##(?=[a-z]*\[)/gi, '\\u0023#');
}
