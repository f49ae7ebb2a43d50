import { randomUUID } from "node:crypto";
import type { Answer } from "@checkride/api/client";
import type { PolicyVersionSummary } from "@checkride/api/policy";
import type { Problem } from "@checkride/api/problems";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Ended, Order, RunCommand } from "../command.ts";
import { explainPolicyProblem } from "../explain-policy-problem.ts";
import { explainProblem } from "../explain-problem.ts";
import { textOf } from "../option-values.ts";
import { done, type Outcome } from "../outcome.ts";
import { policyBytesMax } from "../policy-bytes.ts";
import { reachServer, type Server } from "../reach-server.ts";
import { readTextFile } from "../read-text-file.ts";
import type { Shell } from "../shell.ts";

type State = Answer<"GET /api/policy">;
type Version = State["proposals"][number];

/** Without the text, which the caller has. */
const summaryOf = ({ text: _, ...summary }: Version): PolicyVersionSummary => summary;

const inForce = (version: Version, already: boolean): Outcome =>
  done([`Version ${version.version} is ${already ? "in force already" : "now in force"}.`], {
    state: already ? "already-in-force" : "applied",
    version: summaryOf(version),
  });

/** What a proposal still lacks, or null when it may come into force. */
export const waitingFor = (version: Version, url: string): Outcome | null => {
  const { approvals, approvalsNeeded, approverRoles } = version;
  const missing = approvalsNeeded - approvals.length;
  if (missing <= 0) return null;
  const link = `${url}/policy`;
  const given = approvals.map(({ name }) => name).join(", ") || "nobody";
  const says = `Version ${version.version} is proposed and needs ${missing} more approval${missing === 1 ? "" : "s"} by ${approverRoles.join(" or ")}, not by whoever proposed it. Approved so far by: ${given}.`;
  return {
    exit: "conflict",
    lines: [],
    json: { state: "waiting", missing, approverRoles, link, version: summaryOf(version) },
    complaint: {
      code: "approvals-missing",
      says,
      wayOut: `They approve on ${link}. Then run the same command again.`,
    },
  };
};

/** The open proposal with this very text: running the command again must not propose it twice. */
const openProposal = (state: State, text: string): Version | null =>
  state.proposals.find((one) => one.state === "proposed" && one.text === text) ?? null;

const propose = async (
  { client }: Server,
  state: State,
  text: string,
  note: string,
): Promise<Result<Version, Problem>> => {
  const open = openProposal(state, text);
  if (open) return ok(open);
  const body = { text, note };
  const made = await client("POST /api/policy/proposals", { body, idempotencyKey: randomUUID() });
  return made.ok ? made : fail(made.problem);
};

export const policyApply: RunCommand = async (order: Order, shell: Shell): Promise<Ended> => {
  const [file = ""] = order.positionals;
  const text = await readTextFile(file, policyBytesMax);
  if (!text.ok) return text.error;
  const server = await reachServer(order, shell);
  if (!server.ok) return server.error;
  const { client, url } = server.value;
  const state = await client("GET /api/policy", {});
  if (!state.ok) return explainProblem(state.problem, url);
  const current = state.value.inForce;
  if (current?.text === text.value) return inForce(current, true);
  const note = textOf(order.values, "note") ?? "";
  const proposal = await propose(server.value, state.value, text.value, note);
  if (!proposal.ok) {
    return explainPolicyProblem(proposal.error, { file, text: text.value }, server.value, shell);
  }
  const waiting = waitingFor(proposal.value, url);
  if (waiting) return waiting;
  const { version } = proposal.value;
  const applied = await client("POST /api/policy/proposals/{version}/apply", {
    params: { version },
  });
  return applied.ok ? inForce(applied.value, false) : explainProblem(applied.problem, url);
};
