import { admissionUsage } from "./admission-usage.ts";
import type { CommandUsage } from "./command-usage.ts";
import { curriculumUsage } from "./curriculum-usage.ts";
import { gateUsage } from "./gate-usage.ts";
import { installationUsage } from "./installation-usage.ts";
import { labUsage } from "./lab-usage.ts";
import { ledgerUsage } from "./ledger-usage.ts";
import { peopleUsage } from "./people-usage.ts";
import { policyUsage } from "./policy-usage.ts";
import { shellUsage } from "./shell-usage.ts";

const all = [
  ...gateUsage,
  ...admissionUsage,
  ...policyUsage,
  ...curriculumUsage,
  ...labUsage,
  ...ledgerUsage,
  ...peopleUsage,
  ...installationUsage,
  ...shellUsage,
] as const;

export type CommandName = (typeof all)[number]["name"];

export const allCommands: readonly (CommandUsage & { readonly name: CommandName })[] = all;

/** The first words of two-word commands. */
export const groups: readonly string[] = [
  ...new Set(all.flatMap(({ name }) => (name.includes(" ") ? [name.split(" ")[0] ?? ""] : []))),
];

export const inGroup = (group: string): readonly CommandUsage[] =>
  allCommands.filter(({ name }) => name.startsWith(`${group} `));
