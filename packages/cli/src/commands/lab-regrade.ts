import type { Answer, Client } from "@checkride/api/client";
import type { EvidenceRow } from "@checkride/api/evidence";
import { ok, type Result } from "@checkride/rules/result";
import type { Order, RunCommand } from "../command.ts";
import { explainProblem } from "../explain-problem.ts";
import { isGiven } from "../option-values.ts";
import { answerNo, done, misuse, type Outcome } from "../outcome.ts";
import { reachServer, type Server } from "../reach-server.ts";
import type { Shell } from "../shell.ts";

type Regraded = Answer<"POST /api/lab-attempts/{attempt}/regrade">;

type Finding = {
  readonly attempt: string;
  readonly isSound: boolean;
  readonly says: string;
  /** Null: it is not stored, so nothing could be graded. */
  readonly regraded: Regraded | null;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const attemptOf = ({ body }: EvidenceRow): readonly string[] => {
  const [activity, attempt] = [body?.["activity"], body?.["attempt"]];
  return typeof activity === "string" && activity.startsWith("lab/") && typeof attempt === "string"
    ? [attempt]
    : [];
};

/** Each attempt that a pass rests on, once: a pair passes with the same one. */
const passedAttempts = async (
  client: Client,
  url: string,
): Promise<Result<readonly string[], Outcome>> => {
  const found = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(client, cursor);
    if (!page.ok) return { ok: false, error: explainProblem(page.problem, url) };
    for (const attempt of page.value.items.flatMap(attemptOf)) found.add(attempt);
    cursor = page.value.nextCursor;
  } while (cursor !== null);
  return ok([...found]);
};

const readPage = (client: Client, cursor: string | null) =>
  client("GET /api/evidence", {
    query: { kind: "activity.passed", limit: 200, ...(cursor !== null && { cursor }) },
  });

const describe = ({ attempt, lab, same, recorded, before, again }: Regraded): string => {
  const name = `${attempt}  ${lab.id}`;
  if (same && recorded) return `${name}  the same`;
  if (same) return `${name}  the same, but not what the ledger says, or its evidence was erased`;
  const changed = before
    .filter(({ id, holds }) => again.find((check) => check.id === id)?.holds !== holds)
    .map(({ id }) => id);
  return `${name}  differs${changed.length > 0 ? `: ${changed.join(", ")}` : ""}`;
};

const regradeOne = async (
  { client, url }: Server,
  attempt: string,
): Promise<Result<Finding, Outcome>> => {
  const answer = await client("POST /api/lab-attempts/{attempt}/regrade", { params: { attempt } });
  if (answer.ok) {
    const { same, recorded } = answer.value;
    const says = describe(answer.value);
    return ok({ attempt, isSound: same && recorded, says, regraded: answer.value });
  }
  if (answer.problem.code !== "not-found") {
    return { ok: false, error: explainProblem(answer.problem, url) };
  }
  return ok({ attempt, isSound: false, says: `${attempt}  is not stored`, regraded: null });
};

const summary = (findings: readonly Finding[]): string => {
  const wrong = findings.filter(({ isSound }) => !isSound).length;
  const end = wrong === 0 ? "all the same" : `${wrong} not`;
  return `${findings.length} attempts graded again, ${end}.`;
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
  const { client, url } = server.value;
  const attempts = isAll ? await passedAttempts(client, url) : ok(positionals);
  if (!attempts.ok) return attempts.error;
  const findings: Finding[] = [];
  for (const attempt of attempts.value) {
    shell.progress(`grading again: ${findings.length + 1} of ${attempts.value.length}`);
    const finding = await regradeOne(server.value, attempt);
    if (!finding.ok) return finding.error;
    findings.push(finding.value);
  }
  const lines = [...findings.map(({ says }) => says), summary(findings)];
  const isSound = findings.every((one) => one.isSound);
  return (isSound ? done : answerNo)(lines, { attempts: findings });
};
