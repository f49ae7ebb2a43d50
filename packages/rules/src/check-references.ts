import { didYouMean } from "./did-you-mean.ts";
import type { Ask, Policy } from "./policy.ts";
import type { PolicyFault, PolicyPath } from "./policy-fault.ts";
import { error } from "./policy-fault.ts";
import { cycleThrough, walkCertificate, walkCondition } from "./walk-policy.ts";

/** What exists outside the policy; a document with its newest version. */
export type KnownThings = {
  readonly activities: ReadonlySet<string>;
  readonly documents: ReadonlyMap<string, number>;
};

/** Everything that is named exists, and nothing rests on itself. */
export const checkReferences = (policy: Policy, known: KnownThings): PolicyFault[] => [
  ...checkAudiences(policy),
  ...checkCertificates(policy, known),
  ...checkGates(policy),
  ...checkExemptions(policy),
];

const checkAudiences = ({ audiences }: Policy): PolicyFault[] => {
  const askedBy = (name: string): string[] => {
    const audience = audiences[name];
    if (audience === undefined) return [];
    return walkCondition(audience.who, []).flatMap(({ value }) =>
      value.kind === "audience" ? [value.audience] : [],
    );
  };
  return Object.entries(audiences).flatMap(([name, { who }]) => {
    const path = ["audiences", name, "who"];
    const unknown = walkCondition(who, path).flatMap(({ value, path: at }) =>
      value.kind === "audience"
        ? checkName("audience", value.audience, [...at, "audience"], Object.keys(audiences))
        : [],
    );
    const cycle = cycleThrough(name, askedBy);
    if (cycle === null) return unknown;
    const says = `audience \`${name}\` rests on itself: ${cycle.join(" → ")}`;
    return [...unknown, error(path, says)];
  });
};

const checkCertificates = (policy: Policy, known: KnownThings): PolicyFault[] => {
  const { certificates, audiences } = policy;
  const askedBy = (id: string): string[] => {
    const rule = certificates[id];
    if (rule === undefined) return [];
    return walkCertificate(id, rule).flatMap(({ value }) =>
      value.kind === "certificate" ? [value.certificate] : [],
    );
  };
  return Object.entries(certificates).flatMap(([id, rule]) => {
    const path = ["certificates", id];
    const cycle = cycleThrough(id, askedBy);
    const says = `certificate \`${id}\` asks for itself: ${cycle?.join(" → ")}`;
    return [
      ...checkNames("audience", rule.for, [...path, "for"], Object.keys(audiences)),
      ...walkCertificate(id, rule).flatMap(({ value, path: at }) =>
        checkAsk(value, at, known, Object.keys(certificates)),
      ),
      ...rule.reopen.flatMap((reopen, index) =>
        checkNames(
          "activity",
          reopen.activities,
          [...path, "reopen", index, "activities"],
          known.activities,
        ),
      ),
      ...(cycle === null ? [] : [error([...path, "asks"], says)]),
    ];
  });
};

const checkAsk = (
  ask: Ask,
  path: PolicyPath,
  known: KnownThings,
  certificates: readonly string[],
): PolicyFault[] => {
  switch (ask.kind) {
    case "activity":
      return checkName("activity", ask.activity, [...path, "activity"], known.activities);
    case "certificate":
      return checkName("certificate", ask.certificate, [...path, "certificate"], certificates);
    case "signOff":
      return checkSignOff(ask, path, known);
    case "evidence":
    case "some":
      return [];
  }
};

const checkSignOff = (
  ask: Extract<Ask, { kind: "signOff" }>,
  path: PolicyPath,
  { documents }: KnownThings,
): PolicyFault[] => {
  const newest = documents.get(ask.document);
  if (newest === undefined) {
    return checkName("document", ask.document, [...path, "document"], [...documents.keys()]);
  }
  if (ask.version === null || ask.version <= newest) return [];
  const says = `version ${ask.version} of \`${ask.document}\` does not exist; the newest is ${newest}`;
  return [error([...path, "version"], says, String(newest))];
};

const checkGates = ({ gates, certificates, audiences }: Policy): PolicyFault[] =>
  Object.entries(gates).flatMap(([id, gate]) => [
    ...checkNames("certificate", gate.asks, ["gates", id, "asks"], Object.keys(certificates)),
    ...checkNames("audience", gate.for ?? [], ["gates", id, "for"], Object.keys(audiences)),
  ]);

const checkExemptions = ({ exemptions, certificates }: Policy): PolicyFault[] =>
  exemptions.flatMap(({ certificate }, index) =>
    checkName(
      "certificate",
      certificate,
      ["exemptions", index, "certificate"],
      Object.keys(certificates),
    ),
  );

const checkNames = (
  noun: string,
  names: readonly string[],
  path: PolicyPath,
  known: Iterable<string>,
): PolicyFault[] => {
  const all = new Set(known);
  return names.flatMap((name, index) => checkName(noun, name, [...path, index], all));
};

const checkName = (
  noun: string,
  name: string,
  path: PolicyPath,
  known: Iterable<string>,
): PolicyFault[] => {
  const all = new Set(known);
  if (all.has(name)) return [];
  const meant = didYouMean(name, all);
  const question = meant === null ? "" : `; did you mean \`${meant}\`?`;
  return [error(path, `there is no ${noun} \`${name}\`${question}`, meant)];
};
