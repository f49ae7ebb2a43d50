import { allCommands, groups } from "../usage/all-commands.ts";
import {
  commandOptions,
  firstWords,
  fixedWords,
  flagsOf,
  pathOptions,
  programFlags,
  secondWords,
  takesFile,
} from "./words.ts";

const wordList = (words: readonly { readonly word: string }[]): string =>
  words.map(({ word }) => word).join(" ");

/** Offers options behind a dash, otherwise the words and files that the command takes. */
export const bashCompletion = (): string => {
  const commandCases = allCommands.map((usage) => {
    const words = [...flagsOf(commandOptions(usage)), ...fixedWords(usage)].join(" ");
    return `    "${usage.name}") words="${words}"; files=${takesFile(usage) ? 1 : 0} ;;`;
  });
  const groupCases = groups.map(
    (group) => `    "${group}") words="${wordList(secondWords(group))} --json --help" ;;`,
  );
  return `# bash completion for checkride
_checkride() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="" words="" files=0 index
  case " ${pathOptions.join(" ")} " in
    *" $previous "*) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${COMP_WORDS[index]}" in
      -*) ;;
      *) command="\${command:+$command }\${COMP_WORDS[index]}"
         case "$command" in ${groups.join("|")}) ;; *) break ;; esac ;;
    esac
  done
  case "$command" in
    "") words="${wordList(firstWords)} ${programFlags.join(" ")}" ;;
${[...groupCases, ...commandCases].join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ $files == 1 && $current != -* ]]; then
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _checkride checkride
`;
};
