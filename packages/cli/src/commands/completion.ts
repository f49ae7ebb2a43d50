import type { RunCommand } from "../command.ts";
import { bashCompletion } from "../completion/bash.ts";
import { fishCompletion } from "../completion/fish.ts";
import { zshCompletion } from "../completion/zsh.ts";
import { didYouMean } from "../did-you-mean.ts";
import { done, misuse } from "../outcome.ts";
import { type ShellName, shells } from "../usage/shell-usage.ts";

const scripts: Readonly<Record<ShellName, () => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

export const completion: RunCommand = async ({ positionals }) => {
  const [asked = ""] = positionals;
  const name = shells.find((one) => one === asked);
  if (!name) {
    const meant = didYouMean(asked, shells);
    return misuse(
      `"${asked}" is no shell that is known here${meant ? `; did you mean ${meant}?` : `, only ${shells.join(", ")}.`}`,
    );
  }
  const script = scripts[name]();
  return done(script.trimEnd().split("\n"), { shell: name, script });
};
