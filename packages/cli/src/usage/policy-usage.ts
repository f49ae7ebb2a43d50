import type { CommandUsage } from "./command-usage.ts";

const policyFile = {
  name: "file",
  says: "the policy, a YAML file",
  completes: "file",
} as const;

export const policyUsage = [
  {
    name: "policy check",
    summary: "Point at every mistake in a policy file, without a server",
    about: [
      "Reads the file the way the server does and lists all mistakes with line and column, and what was",
      "most likely meant. Activities are looked up in the curriculum. Nothing leaves this machine.",
    ],
    positionals: [policyFile],
    options: [
      {
        name: "curriculum",
        value: "folder",
        says: "lay this curriculum over the one that ships with Checkride",
        completes: "folder",
      },
    ],
    examples: [
      { run: "checkride policy check policy.yaml", says: "before a commit" },
      { run: "checkride policy check policy.yaml --json", says: "in a pipeline" },
    ],
    exits: ["ok", "negative", "usage", "bug"],
    asks: "nobody",
  },
  {
    name: "policy plan",
    summary: "Say who would gain or lose what if this policy came into force now",
    about: [
      "Asks the server to compare the file with the policy in force, for everybody. Nothing is changed.",
      "Names are shown to those who may see them; others get counts by team.",
    ],
    positionals: [policyFile],
    options: [],
    examples: [
      { run: "checkride policy plan policy.yaml", says: "look before you propose" },
      {
        run: "checkride policy plan policy.yaml --json | jq '.plan.affected'",
        says: "how many people it touches",
      },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "not-permitted", "bug"],
    asks: "server",
  },
  {
    name: "policy apply",
    summary: "Propose a policy, and bring it into force if it has the approvals it needs",
    about: [
      "Proposes the file. If the policy in force asks for no more approvals than the proposal has, it comes",
      "into force at once; otherwise the answer says who must approve and where, with exit code 5. Run the",
      "same command again once they have: the open proposal with the same text is taken up, not doubled.",
    ],
    positionals: [policyFile],
    options: [
      {
        name: "note",
        value: "text",
        says: "why it changes; approvers and auditors read this",
        required: true,
      },
    ],
    examples: [
      {
        run: 'checkride policy apply policy.yaml --note "Deploy gate for the agent team"',
        says: "propose, and apply if nobody else must agree",
      },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "not-permitted", "conflict", "bug"],
    asks: "server",
  },
  {
    name: "policy schema",
    summary: "Print the JSON Schema of policy files, for completion in an editor",
    about: [
      "The schema belongs to this version of Checkride. Editors with a YAML plug-in complete from it.",
    ],
    positionals: [],
    options: [],
    examples: [
      { run: "checkride policy schema > policy.schema.json", says: "keep it beside the policy" },
    ],
    exits: ["ok", "bug"],
    asks: "nobody",
  },
] as const satisfies readonly CommandUsage[];
