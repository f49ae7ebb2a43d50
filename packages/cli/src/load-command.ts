import type { RunCommand } from "./command.ts";
import type { CommandName } from "./usage/all-commands.ts";

/** Only what is asked for is loaded: help must not wait for a YAML parser. */
const loaders: Readonly<Record<CommandName, () => Promise<RunCommand>>> = {
  gate: async () => (await import("./commands/gate.ts")).gate,
  verify: async () => (await import("./commands/verify.ts")).verify,
  login: async () => (await import("./commands/login.ts")).login,
  admission: async () => (await import("./commands/admission.ts")).admission,
  whoami: async () => (await import("./commands/whoami.ts")).whoami,
  "policy check": async () => (await import("./commands/policy-check.ts")).policyCheck,
  "policy plan": async () => (await import("./commands/policy-plan.ts")).policyPlan,
  "policy apply": async () => (await import("./commands/policy-apply.ts")).policyApply,
  "policy schema": async () => (await import("./commands/policy-schema.ts")).policySchemaText,
  "curriculum check": async () => (await import("./commands/curriculum-check.ts")).curriculumCheck,
  "curriculum preview": async () =>
    (await import("./commands/curriculum-preview.ts")).curriculumPreview,
  "curriculum schema": async () =>
    (await import("./commands/curriculum-schema.ts")).curriculumSchema,
  "lab check": async () => (await import("./commands/lab-check.ts")).labCheck,
  "lab new": async () => (await import("./commands/lab-new.ts")).labNew,
  "lab regrade": async () => (await import("./commands/lab-regrade.ts")).labRegrade,
  "ledger export": async () => (await import("./commands/ledger-export.ts")).ledgerExport,
  "ledger verify": async () => (await import("./commands/ledger-verify.ts")).ledgerVerify,
  "people import": async () => (await import("./commands/people-import.ts")).peopleImport,
  backup: async () => (await import("./commands/on-installation.ts")).backup,
  restore: async () => (await import("./commands/on-installation.ts")).restore,
  doctor: async () => (await import("./commands/on-installation.ts")).doctor,
  completion: async () => (await import("./commands/completion.ts")).completion,
  help: async () => (await import("./commands/help.ts")).help,
};

export const loadCommand = (name: CommandName): Promise<RunCommand> => loaders[name]();
