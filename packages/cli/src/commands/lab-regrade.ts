import type { Answer } from "@checkride/api/client";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Order, RunCommand } from "../command.ts";
import { explainProblem } from "../explain-problem.ts";
import { isGiven } from "../option-values.ts";
import { answerNo, done, misuse, type Outcome } from "../outcome.ts";
import { reachServer, type Server } from "../reach-server.ts";
import type { Shell } from "../shell.ts";
import { type LabPass, readLabPasses } from "./lab-passes.ts";

type Regraded = Answer<"POST /api/lab-attempts/{attempt}/regrade">;

type Finding = {
  readonly attempt: string | null;
  readonly isSound: boolean;
  readonly says: string;
  /** Null: it is not stored, so nothing could be graded. */
  readonly regraded: Regraded | null;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const verdictWords = ({ same, recorded, before, again }: Regraded): string => {
  if (same && recorded) return "the same";
  if (same) return "the same, but not what the ledger says, or its evidence was erased";
  const changed = before
    .filter(({ id, holds }) => again.find((check) => check.id === id)?.holds !== holds)
    .map(({ id }) => id);
  return `differs${changed.length > 0 ? `: ${changed.join(", ")}` : ""}`;
};

const regradeOne = async (
  { client, url }: Server,
  attempt: string,
): Promise<Result<Finding, Outcome>> => {
  const answer = await client("POST /api/lab-attempts/{attempt}/regrade", { params: { attempt } });
  if (answer.ok) {
    const { same, recorded, lab } = answer.value;
    const says = `${attempt}  ${lab.id}  ${verdictWords(answer.value)}`;
    return ok({ attempt, isSound: same && recorded, says, regraded: answer.value });
  }
  if (answer.problem.code !== "not-found") return fail(explainProblem(answer.problem, url));
  return ok({ attempt, isSound: false, says: `${attempt}  is not stored`, regraded: null });
};

/** A pass holds where the attempt that it names is of its lab, is what it says, and passes again. */
const heldAgainst = (pass: LabPass, finding: Finding): Finding => {
  const { regraded } = finding;
  if (regraded === null || !finding.isSound) return finding;
  const isOfIt =
    regraded.lab.id === pass.lab &&
    regraded.submissionHash === pass.submission &&
    regraded.again.every(({ holds }) => holds);
  const says = `${pass.attempt}  ${pass.lab}  is not what the pass ${pass.evidence} says`;
  return isOfIt ? finding : { ...finding, isSound: false, says };
};

const regradePass = async (server: Server, pass: LabPass): Promise<Result<Finding, Outcome>> => {
  const { attempt, evidence, lab } = pass;
  if (attempt === null) {
    const says = `the pass ${evidence} of ${lab} names no attempt`;
    return ok({ attempt, isSound: false, says, regraded: null });
  }
  const finding = await regradeOne(server, attempt);
  return finding.ok ? ok(heldAgainst(pass, finding.value)) : finding;
};

const summary = (findings: readonly Finding[]): string => {
  const wrong = findings.filter(({ isSound }) => !isSound).length;
  const end = wrong === 0 ? "all the same" : `${wrong} not`;
  return `${findings.length} graded again, ${end}.`;
};

const regradeAll = async <T>(
  things: readonly T[],
  regrade: (thing: T) => Promise<Result<Finding, Outcome>>,
  { progress }: Shell,
): Promise<Outcome> => {
  const findings: Finding[] = [];
  for (const thing of things) {
    progress(`grading again: ${findings.length + 1} of ${things.length}`);
    const finding = await regrade(thing);
    if (!finding.ok) return finding.error;
    findings.push(finding.value);
  }
  const lines = [...findings.map(({ says }) => says), summary(findings)];
  const isSound = findings.every((one) => one.isSound);
  return (isSound ? done : answerNo)(lines, { attempts: findings });
};

export const labRegrade: RunCommand = async (order: Order, shell: Shell) => {
  const { positionals, values } = order;
  const isAll = isGiven(values, "all");
  if (isAll === positionals.length > 0) {
    return misuse("Either attempts are named, or --all is given.");
  }
  const wrong = positionals.find((id) => !uuid.test(id));
  if (wrong !== undefined) return misuse(`${wrong}: the attempt's id is meant, a UUID.`);
  const server = await reachServer(order, shell);
  if (!server.ok) return server.error;
  if (!isAll) return regradeAll(positionals, (id) => regradeOne(server.value, id), shell);
  const { client, url } = server.value;
  const passes = await readLabPasses(client, url);
  if (!passes.ok) return passes.error;
  return regradeAll(passes.value, (pass) => regradePass(server.value, pass), shell);
};
