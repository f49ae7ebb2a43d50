import { ok, type Result } from "@checkride/rules/result";
import type { WrittenAssessment } from "@checkride/rules/written-assessment";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { newId } from "../../platform/ids.ts";
import { insertWork, readWork, updateWork, type Work } from "./written-store.ts";
import { activityOf } from "./written-view.ts";

export type DraftAsk = {
  readonly personId: string;
  readonly written: WrittenAssessment;
  readonly version: number;
  readonly now: Date;
};

type Texts = Readonly<Record<string, string>>;

const alreadySubmitted = () =>
  refuse("already-submitted", "This text is handed in and stays as it is.", {
    wayOut: "If it does not pass, you can begin a new draft from it.",
  });

const changedMeanwhile = () =>
  refuse("conflict", "This draft was saved in another tab since you loaded it.", {
    wayOut: "Load it again; copy what you wrote here first.",
  });

/** Only what the assessment asks for is kept. */
const knownTexts = ({ fields }: WrittenAssessment, texts: Texts): Texts =>
  Object.fromEntries(
    fields.flatMap(({ id }) => (Object.hasOwn(texts, id) ? [[id, texts[id] ?? ""]] : [])),
  );

export const saveDraft = async (
  db: Database,
  ask: DraftAsk & { readonly texts: Texts },
): Promise<Result<Work, Refusal>> => {
  const { personId, written, version, now } = ask;
  const work = await readWork(db, personId, written.id);
  const texts = knownTexts(written, ask.texts);
  if (work && work.state !== "draft") return alreadySubmitted();
  if ((work?.version ?? 0) !== version) return changedMeanwhile();
  if (work) {
    const next = { ...work, texts, version: version + 1, savedAt: now };
    return (await updateWork(db, next, version)) ? ok(next) : changedMeanwhile();
  }
  const first = emptyWork(ask, 1, texts);
  return (await insertWork(db, first)) ? ok(first) : changedMeanwhile();
};

const emptyWork = (
  { personId, written, now }: Omit<DraftAsk, "version">,
  round: number,
  texts: Texts,
): Work => ({
  id: newId(now),
  personId,
  assessment: written.id,
  round,
  state: "draft",
  texts,
  version: 1,
  savedAt: now,
  submittedAt: null,
  decidedAt: null,
  points: null,
});

/** Shorter than this says nothing about any of the fields. */
const lettersMin = 40;

const missing = ({ fields }: WrittenAssessment, texts: Texts) =>
  fields
    .filter(({ id }) => (texts[id] ?? "").trim().length < lettersMin)
    .map(({ id, title }) => ({
      in: `body/texts/${id}`,
      says: `“${title}” needs at least a sentence (${lettersMin} letters)`,
    }));

export const submitDraft = async (db: Database, ask: DraftAsk): Promise<Result<Work, Refusal>> => {
  const { personId, written, version, now } = ask;
  const work = await readWork(db, personId, written.id);
  if (work && work.state !== "draft") return alreadySubmitted();
  const faults = missing(written, work?.texts ?? {});
  if (!work || faults.length > 0) {
    return refuse("not-complete", "Some parts are still empty. Your draft is kept.", { faults });
  }
  const next: Work = {
    ...work,
    state: "in-review",
    version: version + 1,
    submittedAt: now,
  };
  if (!(await updateWork(db, next, version))) return changedMeanwhile();
  const body = { activity: activityOf(written.id), number: work.round };
  const fact = { kind: "activity.started", person: personId, actor: personId, body, at: now };
  await appendEvidence(db, [fact]);
  return ok(next);
};

export const beginAgain = async (
  db: Database,
  ask: Omit<DraftAsk, "version">,
): Promise<Result<Work, Refusal>> => {
  const work = await readWork(db, ask.personId, ask.written.id);
  if (work?.state !== "not-passed") {
    return refuse("conflict", "Only a text that did not pass can be written again.");
  }
  const next = emptyWork(ask, work.round + 1, work.texts);
  return (await insertWork(db, next)) ? ok(next) : changedMeanwhile();
};
