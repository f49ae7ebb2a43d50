import type { Ask, CertificateRule, Condition, Policy, ReopenRule } from "@checkride/rules/policy";
import type { AskFile } from "./ask-schema.ts";
import { activityKinds } from "./ask-schema.ts";
import type { ConditionFile } from "./condition-schema.ts";
import { daysOf, monthsOf, shareOf } from "./measures.ts";
import type { PolicyFile } from "./policy-schema.ts";
import { resolveGate } from "./resolve-gate.ts";
import { listOf } from "./scalar-schemas.ts";

/** Titles and minutes of what asks name. */
export type Titles = {
  readonly activities: ReadonlyMap<string, { readonly title: string; readonly minutes: number }>;
  readonly documents: ReadonlyMap<string, { readonly title: string }>;
};

/** The file in the words of the rules. Everything that is left out gets its value here and nowhere else. */
export const resolvePolicy = (file: PolicyFile, titles: Titles): Policy => ({
  name: file.name,
  audiences: mapValues(file.audiences, ({ title, because, who }) => ({
    title,
    because,
    who: resolveCondition(who),
  })),
  certificates: mapValues(file.certificates, (certificate) =>
    resolveCertificate(certificate, file.defaults ?? {}, titles),
  ),
  gates: mapValues(file.gates, resolveGate),
  exemptions: (file.exemptions ?? []).map((exemption) => ({
    ...exemption,
    from: exemption.from ?? null,
  })),
  approvals: file.approvals ?? { count: 0, roles: [] },
  ...(file.content && {
    content: { count: file.content.approvals, roles: file.content.roles },
  }),
});

type CertificateFile = PolicyFile["certificates"][string];
type Defaults = NonNullable<PolicyFile["defaults"]>;

/** What holds when neither the certificate nor the file's `defaults` say anything. */
const builtIn = {
  refresh: "12 months",
  validity: "24 months",
  notice: "60 days",
  grace: "14 days",
  firstDue: "60 days",
  passMark: "80%",
} as const;

const resolveCertificate = (
  file: CertificateFile,
  defaults: Defaults,
  titles: Titles,
): CertificateRule => {
  const length = (key: "refresh" | "validity" | "notice" | "grace" | "firstDue"): string =>
    file[key] ?? defaults[key] ?? builtIn[key];
  const context = { titles, passMark: shareOf(defaults.passMark ?? builtIn.passMark) };
  const validMonths = monthsOf(length("validity"));
  // Only a refresh that was written down can contradict the validity.
  const isOwnRefresh = (file.refresh ?? defaults.refresh) !== undefined;
  const refreshMonths = monthsOf(length("refresh"));
  const firstDue = length("firstDue");
  return {
    title: file.title,
    track: file.track ?? null,
    for: file.for,
    asks: file.asks.map((ask) => resolveAsk(ask, context)),
    refreshMonths: isOwnRefresh ? refreshMonths : Math.min(refreshMonths, validMonths),
    validMonths,
    refreshAsks: (file.refreshWith ?? []).map((ask) => resolveAsk(ask, context)),
    noticeDays: daysOf(length("notice")),
    graceDays: daysOf(length("grace")),
    firstDueDays: firstDue === "never" ? null : daysOf(firstDue),
    requiredFrom: file.requiredFrom ?? null,
    reopen: (file.reopen ?? []).map(resolveReopen),
  };
};

const resolveReopen = (file: NonNullable<CertificateFile["reopen"]>[number]): ReopenRule => ({
  evidence: file.evidence,
  where: asText(file.where ?? {}),
  count: file.count,
  withinDays: daysOf(file.within),
  activities: file.activities,
  because: file.because,
});

type AskContext = { readonly titles: Titles; readonly passMark: number | null };

const resolveAsk = (ask: AskFile, context: AskContext): Ask => {
  const title = ask.title ?? null;
  const since = ask.since ?? null;
  if (ask.some !== undefined) {
    const of = ask.some.of.map((option) => resolveAsk(option, context));
    return { kind: "some", count: ask.some.count, title: ask.some.title ?? null, of };
  }
  if (ask.certificate !== undefined) return { kind: "certificate", certificate: ask.certificate };
  if (ask.signOff !== undefined) {
    const known = context.titles.documents.get(ask.signOff)?.title ?? null;
    const version = ask.version ?? null;
    return { kind: "signOff", document: ask.signOff, title: title ?? known, version, since };
  }
  if (ask.evidence !== undefined) {
    return {
      kind: "evidence",
      evidence: ask.evidence,
      title,
      where: asText(ask.where ?? {}),
      since,
    };
  }
  return resolveActivity(ask, context);
};

const resolveActivity = (ask: AskFile, { titles, passMark }: AskContext): Ask => {
  const kind = activityKinds.find((one) => ask[one] !== undefined) ?? "lab";
  const activity = `${kind}/${ask[kind] ?? ""}`;
  const known = titles.activities.get(activity);
  const hasScore = kind === "quiz" || kind === "assessment";
  const ownMark = ask.passMark === undefined ? null : shareOf(ask.passMark);
  return {
    kind: "activity",
    activity,
    title: ask.title ?? known?.title ?? null,
    passMark: ask.passMark === undefined && hasScore ? passMark : ownMark,
    since: ask.since ?? null,
    minutes: known?.minutes ?? null,
  };
};

const resolveCondition = (file: ConditionFile): Condition => {
  if (file === "everyone") return { kind: "everyone" };
  if (file.all !== undefined) return { kind: "all", of: file.all.map(resolveCondition) };
  if (file.any !== undefined) return { kind: "any", of: file.any.map(resolveCondition) };
  if (file.not !== undefined) return { kind: "not", of: resolveCondition(file.not) };
  if (file.audience !== undefined) return { kind: "audience", audience: file.audience };
  if (file.team !== undefined) return { kind: "team", in: listOf(file.team) };
  if (file.job !== undefined) return { kind: "job", in: listOf(file.job) };
  if (file.role !== undefined) return { kind: "role", in: listOf(file.role) };
  if (file.tier !== undefined) return { kind: "tier", in: listOf(file.tier) };
  const { name, in: values } = file.attribute ?? { name: "", in: [] };
  return { kind: "attribute", name, in: listOf(values) };
};

const asText = (
  values: Readonly<Record<string, string | number | boolean>>,
): Readonly<Record<string, string>> => mapValues(values, String);

const mapValues = <T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Readonly<Record<string, U>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
