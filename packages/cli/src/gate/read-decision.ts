/** What is shown of a decision; read carefully, because it only explains and never opens anything. */
export type ShownDecision = {
  readonly outcome: string;
  readonly mode: string;
  readonly enforced: boolean;
  readonly says: readonly string[];
  readonly steps: readonly Step[];
  /** An account that somebody has to link first. */
  readonly isUnlinked: boolean;
  readonly links: { readonly standing: string | null; readonly account: string | null };
};

export type Step = {
  readonly title: string;
  readonly minutes: number | null;
  readonly url: string | null;
};

type Fields = { readonly [name: string]: unknown };

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? { ...value } : {};

const listOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.map(fieldsOf) : [];

/** One line of plain text, whatever was sent: a terminal obeys what stands in control characters. */
const textOf = (value: unknown): string | null =>
  typeof value === "string" ? value.replaceAll(/\p{Cc}+/gu, " ").slice(0, 1000) : null;

const linkOf = (value: unknown): string | null => {
  const text = textOf(value);
  return text !== null && /^https?:\/\/\S+$/.test(text) ? text : null;
};

const stepsOf = ({ remedy, links }: Fields): readonly Step[] => {
  const urls = new Map(listOf(fieldsOf(links)["remedy"]).map(({ ref, url }) => [ref, linkOf(url)]));
  return listOf(remedy).map(({ ref, title, minutes }) => ({
    title: textOf(title) ?? "",
    minutes: typeof minutes === "number" ? minutes : null,
    url: urls.get(ref) ?? null,
  }));
};

const lacking = (reasons: unknown): readonly string[] =>
  listOf(reasons).flatMap(({ code, says }) => (code === "holds" ? [] : [textOf(says) ?? ""]));

export const readDecision = (value: unknown): ShownDecision => {
  const fields = fieldsOf(value);
  const links = fieldsOf(fields["links"]);
  return {
    outcome: textOf(fields["outcome"]) ?? "",
    mode: textOf(fields["mode"]) ?? "",
    enforced: fields["enforced"] !== false,
    says: lacking(fields["reasons"]),
    steps: stepsOf(fields),
    isUnlinked: listOf(fields["reasons"]).some(({ code }) => code === "unlinked"),
    links: { standing: linkOf(links["standing"]), account: linkOf(links["account"]) },
  };
};
