import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { newId } from "../../platform/ids.ts";
import { hashSecret, newSecret } from "../../platform/secrets.ts";
import { replaceLinks } from "./link-store.ts";

const hourMs = 3_600_000;

const lifeMs = {
  /** A week of holidays or of a full inbox. */
  invite: 7 * 24 * hourMs,
  /** It opens everything and is printed where others may read it later. */
  "first-owner": 24 * hourMs,
} as const;

export type LinkPurpose = keyof typeof lifeMs;

export type LinkAsk = {
  readonly personId: string;
  readonly purpose: LinkPurpose;
  readonly createdBy: string | null;
  readonly origin: string;
  readonly now: Date;
};

export type OneTimeLink = { readonly url: string; readonly expiresAt: string };

/** For many people at once, in the order asked. Earlier unused links of theirs end. */
export const makeOneTimeLinks = async (
  db: Database,
  people: readonly string[],
  ask: Omit<LinkAsk, "personId">,
): Promise<readonly OneTimeLink[]> => {
  const { purpose, createdBy, origin, now } = ask;
  const expiresAt = new Date(now.getTime() + lifeMs[purpose]);
  const made = people.map((personId) => ({ personId, secret: newSecret() }));
  await replaceLinks(
    db,
    made.map(({ personId, secret }) => ({
      id: newId(now),
      tokenHash: hashSecret(secret),
      personId,
      purpose,
      createdBy,
      createdAt: now,
      expiresAt,
    })),
  );
  // Whoever makes a link could use it themselves: that one was made, by whom and for whom, is on record.
  await appendEvidence(
    db,
    people.map((person) => ({
      kind: "account.link-made",
      person,
      actor: createdBy,
      body: { purpose },
      at: now,
    })),
  );
  // In the fragment, which no browser sends to a server and no proxy writes into a log.
  return made.map(({ secret }) => ({
    url: `${origin}/sign-in#link=${secret}`,
    expiresAt: expiresAt.toISOString(),
  }));
};

export const makeOneTimeLink = async (db: Database, ask: LinkAsk): Promise<OneTimeLink> => {
  const [link] = await makeOneTimeLinks(db, [ask.personId], ask);
  if (!link) throw new Error("one link was asked for and none was made");
  return link;
};
