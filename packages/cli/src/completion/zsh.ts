import { allCommands, groups } from "../usage/all-commands.ts";
import type { CommandUsage, OptionUsage } from "../usage/command-usage.ts";
import { programOptions } from "../usage/shared-options.ts";
import { commandOptions, firstWords, fixedWords, secondWords, takesFile } from "./words.ts";

/** Inside single quotes of zsh; brackets and colons have a meaning of their own in specs. */
const quoted = (text: string): string =>
  `'${text
    .replaceAll("\\", "\\\\")
    .replace(/[[\]:]/g, "\\$&")
    .replaceAll("'", "'\\''")}'`;

const described = (words: readonly { readonly word: string; readonly says: string }[]): string =>
  words.map(({ word, says }) => `      ${quoted(word)}:${quoted(says)}`).join("\n");

const optionSpec = ({ name, value, says, completes }: OptionUsage): string => {
  const text = says.replace(/[[\]:]/g, "").replaceAll("'", "'\\''");
  const paths = { file: ":file:_files", folder: ":folder:_files -/" } as const;
  const action = completes ? paths[completes] : value ? `:${value}: ` : "";
  return `'--${name}[${text}]${action}'`;
};

const positionalSpec = (usage: CommandUsage): string[] => {
  const fixed = fixedWords(usage);
  if (fixed.length > 0) return [`'*:word:(${fixed.join(" ")})'`];
  return takesFile(usage) ? ["'*:file:_files'"] : [];
};

const commandCase = (usage: CommandUsage): string => {
  const specs = [...commandOptions(usage).map(optionSpec), ...positionalSpec(usage)];
  return `    "${usage.name}") _arguments ${specs.join(" ")} ;;`;
};

const groupCase = (group: string): string =>
  `    "${group}") choices=(\n${described(secondWords(group))}\n    ); _describe command choices ;;`;

export const zshCompletion = (): string => `#compdef checkride
_checkride() {
  # Not "words": that is what the line holds.
  local -a words_before choices
  local command="" word
  words_before=("\${(@)words[2,CURRENT-1]}")
  for word in $words_before; do
    [[ $word == -* ]] && continue
    command="\${command:+$command }$word"
    case "$command" in (${groups.join("|")}) ;; (*) break ;; esac
  done
  case "$command" in
    "") choices=(
${described([...firstWords, ...programOptions.map(({ name, says }) => ({ word: `--${name}`, says }))])}
    ); _describe command choices ;;
${[...groups.map(groupCase), ...allCommands.map(commandCase)].join("\n")}
  esac
}
if [[ $funcstack[1] == _checkride ]]; then _checkride "$@"; else compdef _checkride checkride; fi
`;
