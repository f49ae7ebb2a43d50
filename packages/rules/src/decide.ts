import type { Decision, DecisionReason, Opening } from "./decision.ts";
import { modeAt, nextTurn } from "./gate-rule.ts";
import { isInAudience } from "./matches.ts";
import type { PersonFacts } from "./person.ts";
import type { GateRule, Policy } from "./policy.ts";
import { withoutDuplicates } from "./remedy.ts";
import type { Remedy, Standing } from "./standing.ts";
import { dateText, instantOf, momentText } from "./time.ts";

/**
 * The answer of a gate. What cannot be shown is denied: a gate, certificate or standing that is not there.
 * `openings` are those of this person that may be under way.
 */
export const decide = (
  policy: Policy,
  gateId: string,
  person: PersonFacts,
  standings: readonly Standing[],
  now: string,
  openings: readonly Opening[] = [],
): Decision => {
  const gate = Object.hasOwn(policy.gates, gateId) ? policy.gates[gateId] : undefined;
  if (gate === undefined) return unknownGate(gateId);
  const asked = gate.asks.map((id) => ({
    id,
    title: policy.certificates[id]?.title ?? id,
    standing: standings.find((one) => one.certificate === id) ?? null,
  }));
  const grounds = [...reasonsOfPerson(policy, gate, person), ...asked.map(reasonOfCertificate)];
  const isHeld = grounds.every((reason) => reason.code === "holds");
  const opening = isHeld ? null : openingAt(gateId, gate, person, openings, instantOf(now));
  const found = asked.flatMap(({ standing }) => (standing === null ? [] : [standing]));
  const lacking = found.filter((standing) => !standing.holds);
  const way = alongTheWay(lacking, standings);
  const evidence = found.flatMap(({ because }) => because.flatMap((entry) => entry.evidence));
  const mode = modeAt(gate, instantOf(now));
  const turns = nextTurn(gate, instantOf(now));
  const changes = [...found, ...way].map((standing) => standing.changesAt);
  return {
    gate: gateId,
    outcome: isHeld || opening !== null ? "allow" : "deny",
    enforced: mode === "enforce",
    mode,
    turns,
    reasons: opening === null ? grounds : [reasonOfOpening(opening), ...grounds],
    evidence: [...new Set(evidence)],
    remedy: mergeRemedies(way),
    opening: opening?.id ?? null,
    changesAt: earliest([...changes, turns?.at ?? null, opening?.until ?? null]),
  };
};

/** Two people open a gate for a time, for whoever lacks something; never for an account that is closed. */
const openingAt = (
  gateId: string,
  gate: GateRule,
  person: PersonFacts,
  openings: readonly Opening[],
  now: number,
): Opening | null => {
  if (gate.breakGlass === undefined || !person.active) return null;
  const open = openings.filter(
    (one) =>
      one.gate === gateId &&
      one.person === person.id &&
      instantOf(one.from) <= now &&
      now < instantOf(one.until),
  );
  return open.toSorted((a, b) => instantOf(b.until) - instantOf(a.until))[0] ?? null;
};

const reasonOfOpening = ({ until }: Opening): DecisionReason => ({
  code: "opened",
  certificate: null,
  says: `Opened by two people until ${momentText(instantOf(until))}.`,
});

type Asked = {
  readonly id: string;
  readonly title: string;
  readonly standing: Standing | null;
};

const reasonOfCertificate = ({ id, title, standing }: Asked): DecisionReason => {
  if (standing?.holds === true) {
    const until = standing.holdsUntil === null ? "" : ` until ${dayOf(standing.holdsUntil)}`;
    return { code: "holds", certificate: id, says: `Holds ${title}${until}.` };
  }
  const says =
    standing?.state === "lapsed"
      ? `${title} was earned and does not count any more.`
      : `${title} has not been earned.`;
  return { code: "lacks", certificate: id, says };
};

const reasonsOfPerson = (policy: Policy, gate: GateRule, person: PersonFacts): DecisionReason[] => {
  const reasons: DecisionReason[] = [];
  if (!person.active) {
    reasons.push({ code: "inactive", certificate: null, says: "The account is not active." });
  }
  const isInvited = gate.for?.some((name) => isInAudience(name, person, policy.audiences)) ?? true;
  if (!isInvited) {
    const audiences = gate.for ?? [];
    const titles = audiences.map((name) => policy.audiences[name]?.title ?? name).join(", ");
    const says = titles === "" ? "Nobody may pass here." : `Only for: ${titles}.`;
    reasons.push({ code: "not-invited", certificate: null, says });
  }
  return reasons;
};

/** The standings that a way to an allow leads through: the lacking ones and what these lack in turn. */
const alongTheWay = (
  lacking: readonly Standing[],
  standings: readonly Standing[],
): readonly Standing[] => {
  const way = [...lacking];
  for (const standing of way) {
    const asked = standing.remedy.filter((remedy) => remedy.kind === "certificate");
    for (const { ref } of asked) {
      const inner = standings.find((one) => one.certificate === ref);
      if (inner !== undefined && !way.includes(inner)) way.push(inner);
    }
  }
  return way;
};

/** Each thing once, shortest first; a certificate gives way to what leads to it. */
const mergeRemedies = (way: readonly Standing[]): Remedy[] => {
  const isReplaced = (remedy: Remedy): boolean =>
    remedy.kind === "certificate" &&
    way.some((one) => one.certificate === remedy.ref && one.remedy.length > 0);
  const all = way.flatMap(({ remedy }) => remedy).filter((remedy) => !isReplaced(remedy));
  const lengthOf = (remedy: Remedy): number => remedy.minutes ?? Number.MAX_SAFE_INTEGER;
  return withoutDuplicates(all).toSorted((a, b) => lengthOf(a) - lengthOf(b));
};

const unknownGate = (gateId: string): Decision => ({
  gate: gateId,
  outcome: "deny",
  enforced: true,
  mode: "enforce",
  turns: null,
  reasons: [
    {
      code: "not-invited",
      certificate: null,
      says: `The policy in force has no gate ${gateId}.`,
    },
  ],
  evidence: [],
  remedy: [],
  opening: null,
  changesAt: null,
});

const dayOf = (iso: string): string => dateText(instantOf(iso));

const earliest = (moments: readonly (string | null)[]): string | null =>
  moments.filter((moment) => moment !== null).toSorted()[0] ?? null;
