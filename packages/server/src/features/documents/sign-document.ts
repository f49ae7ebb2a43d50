import type { MySign } from "@checkride/api/documents";
import { ok, type Result } from "@checkride/rules/result";
import { wordsHash } from "../../platform/content.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import type { DocumentDeps } from "./deps.ts";
import { mySignOf } from "./my-sign.ts";
import { readSignOffs } from "./store.ts";

type Wish = { readonly version: number; readonly sha256?: string | undefined };

/** What is signed are the words that are in force now: the evidence names them by their hash. */
export const signDocument = async (
  context: RequestContext,
  deps: DocumentDeps,
  id: string,
  wish: Wish,
): Promise<Result<{ evidence: string; mine: MySign }, Refusal>> => {
  const { db, now } = context;
  const paper = deps.content().papers.get(id);
  if (!paper) return refuse("not-found", "There is no such document.");
  if (paper.signOff === null) {
    return refuse("nothing-to-sign", `${paper.title} is there to be used, not to be signed.`);
  }
  const hash = wordsHash(paper);
  if (wish.version !== paper.version || (wish.sha256 !== undefined && wish.sha256 !== hash)) {
    const says = `The words in force are those of version ${paper.version}; version ${wish.version} was read.`;
    return refuse("newer-version", says, { wayOut: "Read what has changed, then sign." });
  }
  const { personId } = actorOf(context);
  const body = { document: id, version: paper.version, hash };
  const [evidence = ""] = await appendEvidence(db, [
    { kind: "signoff.signed", person: personId, actor: personId, body, at: now },
  ]);
  const mine = mySignOf(paper, await readSignOffs(db, personId), null);
  if (!mine) throw new Error("what was just signed has nothing to sign");
  return ok({ evidence, mine });
};
