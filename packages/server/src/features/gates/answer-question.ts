import type {
  ChangeAuthor,
  DecisionSubject,
  DecisionView,
  GateAnswerView,
} from "@checkride/api/gates";
import { modeAt, nextTurn, offlineOf } from "@checkride/rules/gate-rule";
import type { GateRule } from "@checkride/rules/policy";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import {
  type AnsweredAuthor,
  accountKey,
  accountWords,
  answerAuthors,
  authorView,
  reasonOfAuthor,
} from "./answer-authors.ts";
import type { AnswerBook } from "./answer-book.ts";
import { answerGate, ruleOf } from "./answer-gate.ts";
import type { GateDeps } from "./deps.ts";
import { linksOf } from "./gate-links.ts";

export type GateQuestion = {
  readonly gate: string;
  readonly subject: DecisionSubject;
  readonly authors: readonly ChangeAuthor[];
  /** Whoever asks; null: a pipeline. */
  readonly actor: string | null;
  readonly origin: string;
  readonly now: Date;
};

/** The answer about whoever acts, before anything is said about authors. */
type Subject = {
  readonly decision: DecisionView;
  readonly person: string | null;
  readonly policyVersion: number;
  readonly rule: GateRule;
};

/** The one way to a decision: about whoever acts and about each author of what they bring. */
export const answerQuestion = async (
  db: Database,
  deps: GateDeps,
  book: AnswerBook,
  question: GateQuestion,
): Promise<Result<GateAnswerView, Refusal>> => {
  const { gate, actor, now } = question;
  const subject = await answerSubject(db, deps, book, question);
  if (!subject) return refuse("not-found", "There is no such gate, or no such person.");
  const { authors: said } = question;
  const authors =
    said.length === 0 ? [] : await answerAuthors(db, deps, book, said, { gate, actor, now });
  return ok(answerView(subject, authors, question));
};

const answerSubject = async (
  db: Database,
  deps: GateDeps,
  book: AnswerBook,
  { gate, subject, actor, now }: GateQuestion,
): Promise<Subject | null> => {
  const who =
    "account" in subject ? await deps.readAccountHolder(accountKey(subject.account)) : null;
  if ("account" in subject && !who) {
    const inForce = await deps.policyInForce(db);
    const rule = inForce && ruleOf(inForce, gate);
    if (!rule) return null;
    const decision = unlinkedDecision(gate, rule, accountWords(subject.account), now);
    return { decision, person: null, policyVersion: inForce.version, rule };
  }
  const key = "person" in subject ? subject.person : "email" in subject ? subject.email : who;
  const answer = await answerGate(db, deps, book, { gate, who: key ?? "", actor, now });
  if (!answer) return null;
  const { personId, decision, policyVersion, rule } = answer;
  const { reasons, evidence, remedy } = decision;
  const view = {
    ...decision,
    reasons: [...reasons],
    evidence: [...evidence],
    remedy: [...remedy],
  };
  return { decision: view, person: personId, policyVersion, rule };
};

/** Nobody known acts, and what cannot be shown is denied. */
const unlinkedDecision = (gate: string, rule: GateRule, who: string, now: Date): DecisionView => {
  const mode = modeAt(rule, now.getTime());
  const turns = nextTurn(rule, now.getTime());
  const says = `The ${who} is linked to nobody here. Sign in and link it under "Account", or ask an owner to import it.`;
  return {
    gate,
    outcome: "deny",
    enforced: mode === "enforce",
    mode,
    turns,
    reasons: [{ code: "unlinked", certificate: null, says }],
    evidence: [],
    remedy: [],
    opening: null,
    changesAt: turns?.at ?? null,
  };
};

const minuteMs = 60_000;

const answerView = (
  { decision, person, policyVersion, rule }: Subject,
  authors: readonly AnsweredAuthor[],
  { origin, now }: GateQuestion,
): GateAnswerView => {
  const isFine = ({ answer }: AnsweredAuthor): boolean =>
    answer === null ? rule.unlinked === "report" : answer.decision.outcome === "allow";
  const about = authors.map(reasonOfAuthor).filter((reason) => reason !== null);
  const decisions = [decision, ...authors.flatMap(({ answer }) => answer?.decision ?? [])];
  const changes = decisions.map(({ changesAt }) => changesAt).filter((at) => at !== null);
  const changesAt = changes.toSorted()[0] ?? null;
  const offline = offlineOf(rule);
  const oldest = new Date(now.getTime() + offline.maxAgeMinutes * minuteMs).toISOString();
  return {
    ...decision,
    outcome: decision.outcome === "allow" && authors.every(isFine) ? "allow" : "deny",
    reasons: [...decision.reasons, ...about],
    evidence: [...new Set(decisions.flatMap(({ evidence }) => evidence))],
    changesAt,
    person,
    policyVersion,
    at: now.toISOString(),
    until: changesAt !== null && changesAt < oldest ? changesAt : oldest,
    offline: { ...offline },
    authors: authors.map(authorView),
    links: linksOf(origin, decision.remedy),
  };
};
