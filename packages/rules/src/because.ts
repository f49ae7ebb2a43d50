import type {
  AskCoverage,
  CertificateAskCoverage,
  CountedPass,
  LeafCoverage,
  SomeCoverage,
} from "./coverage.ts";
import type { LeafAsk, Reading } from "./passes.ts";
import { spanAt } from "./spans.ts";
import type { Because } from "./standing.ts";
import { dateText, isoOf } from "./time.ts";

/** Why an ask counts at the instant or why it does not, in words that stay true until that changes. */
export const becauseOf = (
  ask: AskCoverage,
  refreshAsks: readonly AskCoverage[],
  now: number,
): Because => {
  switch (ask.kind) {
    case "leaf":
      return becauseOfLeaf(ask, refreshAsks, now);
    case "certificate":
      return becauseOfCertificate(ask, now);
    case "some":
      return becauseOfSome(ask, refreshAsks, now);
  }
};

export const refOf = (ask: LeafAsk): string => {
  switch (ask.kind) {
    case "activity":
      return ask.activity;
    case "signOff":
      return ask.document;
    case "evidence":
      return ask.evidence;
  }
};

export const titleOf = (ask: LeafAsk): string => ask.title ?? refOf(ask);

/** `80%`; rounded down, so that 79.96 % does not read like a pass. */
export const percentText = (share: number): string => `${Math.floor(share * 1000 + 1e-9) / 10}%`;

const becauseOfLeaf = (
  leaf: LeafCoverage,
  refreshAsks: readonly AskCoverage[],
  now: number,
): Because => {
  const span = spanAt(leaf.spans, now);
  if (span === null) return { ...reasonAgainst(leaf), ask: refOf(leaf.ask), until: null };
  const pass = leaf.passes.findLast((one) => endOfPass(one, now) === span.to);
  const refreshed = span.to > (pass?.unrefreshed ?? span.to);
  const newer = pass?.replaced ? `, version ${pass.replaced.by} is out` : "";
  return {
    code: "met",
    says: `${titleOf(leaf.ask)}: ${deedOf(leaf.ask, pass)}${newer}, counts until ${dateText(span.to)}.`,
    ask: refOf(leaf.ask),
    evidence: [
      ...(pass === undefined ? [] : [pass.id]),
      ...(refreshed ? refreshAsks.flatMap((ask) => becauseOf(ask, [], now).evidence) : []),
    ],
    until: isoOf(span.to),
  };
};

const endOfPass = (pass: CountedPass, now: number): number | null =>
  spanAt(pass.spans, now)?.to ?? null;

const deedOf = (ask: LeafAsk, pass: CountedPass | undefined): string => {
  if (pass === undefined) return "met";
  const score = pass.score === null ? "" : ` with ${percentText(pass.score)}`;
  return `${verbOf(ask)}${score} on ${dateText(pass.at)}`;
};

const verbOf = (ask: LeafAsk): string => {
  switch (ask.kind) {
    case "activity":
      return "passed";
    case "signOff":
      return "signed";
    case "evidence":
      return "recorded";
  }
};

type ReasonAgainst = Pick<Because, "code" | "says" | "evidence">;

/** The reason nearest to a pass is the one that helps: lost or run out before tried, tried before untouched. */
const reasonAgainst = (leaf: LeafCoverage): ReasonAgainst => {
  const { lost, olderVersion, belowMark } = leaf.reading;
  const title = titleOf(leaf.ask);
  if (lost !== null && leaf.passes.length === 0) {
    const evidence = [lost.pass.id, ...lost.cut.evidence];
    return { code: lost.cut.code, says: `${title} must be done again. ${lost.cut.says}`, evidence };
  }
  const ranOut = expiry(leaf);
  if (ranOut !== null) return ranOut;
  if (olderVersion !== null) {
    const asked = leaf.ask.kind === "signOff" ? leaf.ask.version : null;
    return olderVersionReason(leaf.ask, olderVersion, asked);
  }
  if (belowMark !== null) return belowMarkReason(leaf.ask, belowMark);
  return { code: "missing", says: `${title} has not been ${verbOf(leaf.ask)}.`, evidence: [] };
};

const expiry = (leaf: LeafCoverage): ReasonAgainst | null => {
  const title = titleOf(leaf.ask);
  const last = leaf.passes.at(-1);
  const end = leaf.spans.at(-1)?.to;
  if (last !== undefined && end !== undefined) {
    if (last.replaced !== null && end === last.atMost) {
      const version = last.replaced.signed;
      return olderVersionReason(leaf.ask, { version, evidence: last.id }, last.replaced.by);
    }
    const says = `${title}: ${deedOf(leaf.ask, last)}, counted until ${dateText(end)}.`;
    return { code: "expired", says, evidence: [last.id] };
  }
  const early = leaf.reading.tooEarly;
  if (early === null || leaf.ask.since === null) return null;
  const since = dateText(Date.parse(leaf.ask.since));
  const says = `${title}: ${verbOf(leaf.ask)} on ${dateText(early.at)}, asked again since ${since}.`;
  return { code: "expired", says, evidence: [early.id] };
};

const olderVersionReason = (
  ask: LeafAsk,
  older: NonNullable<Reading["olderVersion"]>,
  asked: number | null,
): ReasonAgainst => {
  const signed = older.version === null ? "without a version" : `in version ${older.version}`;
  const says = `${titleOf(ask)}: signed ${signed}, version ${asked} is asked.`;
  return { code: "older-version", says, evidence: [older.evidence] };
};

const belowMarkReason = (ask: LeafAsk, below: NonNullable<Reading["belowMark"]>): ReasonAgainst => {
  const mark = ask.kind === "activity" && ask.passMark !== null ? percentText(ask.passMark) : "";
  const best = below.best === null ? "no score recorded" : `best score ${percentText(below.best)}`;
  const says = `${titleOf(ask)}: ${best}, ${mark} is asked.`;
  return { code: "below-pass-mark", says, evidence: [below.evidence] };
};

const becauseOfCertificate = ({ of, spans }: CertificateAskCoverage, now: number): Because => {
  const span = spanAt(spans, now);
  const { title } = of.rule;
  const ran = spans.findLast((one) => one.to <= now);
  if (span !== null) {
    const says = `Holds ${title} until ${dateText(span.to)}.`;
    return { code: "met", says, ask: of.id, evidence: [], until: isoOf(span.to) };
  }
  return ran === undefined
    ? { code: "missing", says: `${title} is not held.`, ask: of.id, evidence: [], until: null }
    : {
        code: "expired",
        says: `${title} was held until ${dateText(ran.to)}.`,
        ask: of.id,
        evidence: [],
        until: null,
      };
};

const becauseOfSome = (
  some: SomeCoverage,
  refreshAsks: readonly AskCoverage[],
  now: number,
): Because => {
  const reasons = some.of.map((option) => becauseOf(option, refreshAsks, now));
  const met = reasons.filter((reason) => reason.code === "met").toSorted(latestEndFirst);
  const span = spanAt(some.spans, now);
  const title = some.title ?? `${some.count} of ${some.of.length}`;
  const evidence = [...new Set(met.slice(0, some.count).flatMap((reason) => reason.evidence))];
  if (span !== null) {
    const says = `${title}: ${met.length} done, counts until ${dateText(span.to)}.`;
    return { code: "met", says, ask: null, evidence, until: isoOf(span.to) };
  }
  const lost = reasons.filter((reason) => isLoss(reason.code));
  const code = met.length + lost.length < some.count ? "missing" : (lost[0]?.code ?? "missing");
  const says = `${title}: ${met.length} of ${some.count} count.`;
  return { code, says, ask: null, evidence, until: null };
};

const isLoss = (code: Because["code"]): boolean =>
  code === "reopened" || code === "revoked" || code === "expired" || code === "older-version";

const latestEndFirst = (a: Because, b: Because): number =>
  (b.until ?? "").localeCompare(a.until ?? "") || (a.evidence.join() < b.evidence.join() ? -1 : 1);
