import type { MySign } from "@checkride/api/documents";
import type { Paper } from "@checkride/curriculum-reader/curriculum";
import type { Ask, Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import type { MyStandings } from "./deps.ts";
import { readSignOffs, type SignOff } from "./store.ts";

const asksToSign = (asks: readonly Ask[], document: string): boolean =>
  asks.some(
    (ask) =>
      (ask.kind === "signOff" && ask.document === document) ||
      (ask.kind === "some" && asksToSign(ask.of, document)),
  );

const asking = (policy: Policy, standings: readonly Standing[], document: string) =>
  standings.filter(({ certificate, required }) => {
    const rule = policy.certificates[certificate];
    return required && rule !== undefined && asksToSign(rule.asks, document);
  });

const earliest = (moments: readonly (string | null)[]): string | null =>
  moments.filter((moment) => moment !== null).toSorted()[0] ?? null;

/** By when: before the first signature the certificate's own date, later the end that the newer version sets. */
const signBy = (asked: readonly Standing[], state: MySign["state"], document: string) => {
  if (state === "signed") return null;
  if (state === "unsigned") return earliest(asked.map(({ dueBy }) => dueBy));
  return earliest(
    asked.flatMap(({ because }) =>
      because.filter(({ ask }) => ask === document).map(({ until }) => until),
    ),
  );
};

/** What somebody signed of a document, whether that is still its version, and by when to sign what is new. */
export const mySignOf = (
  paper: Paper,
  mine: readonly SignOff[],
  known: MyStandings | null,
): MySign | null => {
  if (paper.signOff === null) return null;
  const signed = mine.find(({ document }) => document === paper.id) ?? null;
  const state =
    signed === null ? "unsigned" : signed.version < paper.version ? "sign-again" : "signed";
  const asked = known ? asking(known.policy, known.standings, paper.id) : [];
  return {
    state,
    signedVersion: signed?.version ?? null,
    signedAt: signed?.at.toISOString() ?? null,
    signBy: signBy(asked, state, paper.id),
    askedBy: asked.map(({ certificate, title }) => ({ id: certificate, title })),
  };
};

/** By document, of those that can be signed. */
export const signsOf =
  (content: () => Content) =>
  async (
    db: Database,
    person: string,
    known: MyStandings | null,
  ): Promise<ReadonlyMap<string, MySign>> => {
    const mine = await readSignOffs(db, person);
    return new Map(
      [...content().papers.values()].flatMap((paper) => {
        const sign = mySignOf(paper, mine, known);
        return sign ? [[paper.id, sign] as const] : [];
      }),
    );
  };
