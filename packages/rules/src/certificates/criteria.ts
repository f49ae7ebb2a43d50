import type { Ask, CertificateRule } from "../policy.ts";

/** What is asked for a certificate, a line for each ask, as an employer or an auditor reads it. */
export const criteriaOf = ({ asks }: CertificateRule): readonly string[] => asks.map(lineOf);

const lineOf = (ask: Ask): string => {
  switch (ask.kind) {
    case "activity":
      return `Pass “${ask.title ?? ask.activity}” (${kindOf(ask.activity)}${markOf(ask.passMark)})`;
    case "signOff":
      return `Read and sign “${ask.title ?? ask.document}”`;
    case "evidence":
      return `Have on record: ${ask.title ?? ask.evidence}`;
    case "certificate":
      return `Hold the certificate ${ask.certificate}`;
    case "some":
      return `${ask.title ?? "Some of the following"}, ${ask.count} of: ${ask.of.map(lineOf).join("; ")}`;
  }
};

const kindOf = (activity: string): string => activity.split("/")[0] ?? activity;

const markOf = (passMark: number | null): string =>
  passMark === null ? "" : `, ${Math.round(passMark * 100)} % or more`;

/**
 * The threats that everybody who holds it has learnt about. Where somebody may choose, a threat counts if no choice
 * leaves it out.
 */
export const threatsTaught = (
  { asks }: Pick<CertificateRule, "asks">,
  threatsOf: (activity: string) => readonly string[],
): readonly string[] => [...new Set(asks.flatMap((ask) => taughtBy(ask, threatsOf)))].toSorted();

const taughtBy = (
  ask: Ask,
  threatsOf: (activity: string) => readonly string[],
): readonly string[] => {
  if (ask.kind === "activity") return threatsOf(ask.activity);
  if (ask.kind !== "some") return [];
  const options = ask.of.map((option) => new Set(taughtBy(option, threatsOf)));
  const all = new Set(options.flatMap((option) => [...option]));
  return [...all].filter(
    (threat) => options.filter((option) => !option.has(threat)).length < ask.count,
  );
};
