import type { CiIssuerView, ForgeView, LinkedAccount } from "@checkride/api/forges";

export const kindWords: Readonly<Record<ForgeView["kind"], string>> = {
  github: "GitHub",
  gitlab: "GitLab",
};

type Allowed = CiIssuerView["allowed"][number];

export const allowedWords = ({
  gates,
  pullRequests,
}: Omit<Allowed, "repository" | "id">): string => {
  const what = gates.includes("*") ? "every gate" : gates.join(", ");
  return pullRequests ? `${what}, pull requests too` : what;
};

/** As people write lists: by commas, spaces or lines. */
export const listOf = (text: string): string[] => text.split(/[\s,]+/).filter((one) => one !== "");

export const accountWords = ({ login, id }: Pick<LinkedAccount, "login" | "id">): string =>
  login ?? `account ${id}`;

export const howWords: Readonly<Record<LinkedAccount["how"], string>> = {
  "signed-in": "signed in there",
  imported: "linked by an owner",
};

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;

type OneAccount = {
  readonly forge: string;
  readonly account: string;
  readonly person: string;
  readonly login: string;
};

/** A file with one row: an owner who links one account is an import of one. */
export const csvOf = ({ forge, account, person, login }: OneAccount): string =>
  `forge,account,person,login\n${[forge, account, person, login].map(quoted).join(",")}\n`;

/** What the way back from a forge says; any other text in the address says nothing. */
export const outcomeWords: Readonly<
  Record<string, { readonly tone: "good" | "warning" | "bad"; readonly says: string }>
> = {
  linked: { tone: "good", says: "The account is linked to you." },
  refused: {
    tone: "warning",
    says: "You did not let the forge say who you are; nothing is linked.",
  },
  over: {
    tone: "warning",
    says: "That took too long, or began in another window. Begin once more.",
  },
  away: { tone: "bad", says: "The forge did not answer as it should; nothing is linked." },
  taken: {
    tone: "bad",
    says: "That account is linked to somebody else already. An owner can unlink it.",
  },
};
