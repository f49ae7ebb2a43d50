import type { Range } from "@checkride/range/run-cases";
import { issueCertificates } from "./features/certificates/issue-certificates.ts";
import type { Address } from "./features/certificates/issuer-address.ts";
import { makeIssuer } from "./features/certificates/issuer-keys.ts";
import { makeHolders } from "./features/coverage/holders.ts";
import { findDemoOwner } from "./features/demo/store.ts";
import type { EditionBook } from "./features/documents/edition-book.ts";
import { makeReadSigner } from "./features/evidence/signing-key.ts";
import { makeAnswerBook } from "./features/gates/answer-book.ts";
import { readOpeningsAt } from "./features/gates/opening-store.ts";
import { followPerson } from "./features/github-apps/jobs.ts";
import { lockOrganisation, readOrganisation } from "./features/organisation/store.ts";
import { addPeople } from "./features/people/add-people.ts";
import { readPeopleBatch } from "./features/people/batch-store.ts";
import { changedFields, changePeople, keepsAnOwner } from "./features/people/change-people.ts";
import { makeEmailMark } from "./features/people/email-mark.ts";
import { ensureFirstOwner } from "./features/people/ensure-first-owner.ts";
import { erasedAmong } from "./features/people/erased-among.ts";
import {
  personFactsAsOf,
  readPersonCard,
  readPersonFacts,
} from "./features/people/person-facts.ts";
import {
  countActivePeople,
  listPeopleByEmail,
  lockPeopleByEmail,
} from "./features/people/store.ts";
import { makePolicyInForce, policyAsOf } from "./features/policy/policy-in-force.ts";
import { shutOut } from "./features/session/end-sessions.ts";
import { makeOneTimeLink, makeOneTimeLinks } from "./features/session/one-time-link.ts";
import { readKnown } from "./features/standing/refresh-standing.ts";
import { subjectReader } from "./features/standing/store.ts";
import type { Installation } from "./open-installation.ts";
import type { Curriculum } from "./platform/curriculum.ts";
import type { Database } from "./platform/database.ts";
import { gather } from "./platform/gather.ts";
import { enqueue } from "./platform/jobs/enqueue.ts";
import type { Log } from "./platform/log.ts";
import { wireAssessment } from "./wire-assessment.ts";
import { wireCertificates } from "./wire-certificates.ts";
import { wireClearances } from "./wire-clearances.ts";
import { wireContent } from "./wire-content.ts";
import { wireDeviceLogins } from "./wire-device-logins.ts";
import { wireForges, wireGates } from "./wire-gates.ts";
import { wireGithub } from "./wire-github.ts";
import { wireLabs } from "./wire-labs.ts";
import { wireLearning } from "./wire-learning.ts";
import { wireWebhooks } from "./wire-webhooks.ts";

type Inherited = "handle" | "outside" | "vault" | "deviceKey" | "shuffleKey";

export type Parts = Pick<Installation, Inherited> & {
  readonly curriculum: Curriculum;
  /** Networks of the organisation's own to which webhooks may go. */
  readonly webhookNetworks?: readonly string[];
  /** Where learners' code runs. */
  readonly range: Range;
  readonly clock: () => Date;
  /** Under which it is reached; certificates name it. */
  readonly address: Address;
  /** Names the ledger when it is made. */
  readonly host: string | null;
  readonly log: Log;
};

type LinkFor = { readonly origin: string; readonly now: Date };

/** Nobody in a demo has a password, so each start prints a way in. */
const demoOwnerLink = async (db: Database, { origin, now }: LinkFor) => {
  const personId = await findDemoOwner(db);
  const ask = { purpose: "first-owner" as const, createdBy: null, origin, now };
  return personId ? makeOneTimeLink(db, { ...ask, personId }) : null;
};

const importDeps = (emailMark: (email: string) => Buffer) => ({
  readPeopleByEmail: listPeopleByEmail,
  lockPeopleByEmail,
  erasedAmong: erasedAmong(emailMark),
  countActive: countActivePeople,
  changedFields,
  keepsAnOwner,
  addPeople,
  changePeople,
  makeOneTimeLinks,
  enqueue,
});

type InForceOf = ReturnType<typeof makePolicyInForce>;

/** A policy asks for documents; what has happened to those belongs to it. */
const withEditionsInForce =
  (policyInForce: InForceOf, editions: EditionBook): InForceOf =>
  async (db, told) => {
    const found = await policyInForce(db, told);
    return found && { ...found, policy: editions.inPolicy(found.policy) };
  };

const withEditionsAsOf = (editions: EditionBook) => async (db: Database, at: Date) => {
  const found = await policyAsOf(db, at);
  return found && { ...found, policy: editions.inPolicyAsOf(found.policy, at) };
};

export const markEverybodyJob = "standing.mark-everybody";

const markEverybodyLater = (db: Database) =>
  enqueue(db, markEverybodyJob, {}, { key: markEverybodyJob });

const policyDeps = (
  { content, editions }: ReturnType<typeof wireLearning>,
  { builtInPolicy }: Curriculum,
) => ({
  catalogue: () => content().catalogue,
  builtIn: builtInPolicy,
  readPeopleBatch,
  withEditions: editions.inPolicy,
  onApplied: markEverybodyLater,
});

const coverageDeps = (
  { curriculum, outside }: Parts,
  content: ReturnType<typeof wireLearning>["content"],
  policyInForce: InForceOf,
) => ({
  deps: { content, threats: () => curriculum.threats, policyInForce },
  holdersOf: makeHolders(outside.db),
});

const personReaders = { readPersonCard, readPersonFacts, personFactsAsOf };

/** Hands to each feature what it needs of the others: the only place where features meet. */
export const wire = (parts: Parts) => {
  const { deviceKey, vault, host, clock, curriculum, address } = parts;
  const issuer = makeIssuer({ vault, outside: parts.outside.db, address, clock });
  const learning = wireLearning(parts, (db, who, now) => readKnown(db, standing, who, now));
  const policyInForce = withEditionsInForce(makePolicyInForce(), learning.editions);
  const webhooks = wireWebhooks(parts, policyInForce);
  const labs = wireLabs(parts, learning.content);
  const emailMark = makeEmailMark(deviceKey);
  const standing = {
    onRefreshed: [issueCertificates, webhooks.followDecisions, followPerson({ enqueue })],
    readSubject: gather(subjectReader(parts.handle.db)),
    readOpenings: readOpeningsAt,
    policyInForce,
    policyAsOf: withEditionsAsOf(learning.editions),
    ...personReaders,
  };
  const gates = wireGates(parts, {
    policyInForce,
    readKnown: (db, who, now) => readKnown(db, standing, who, now),
  });
  const answerBook = makeAnswerBook();
  const forges = wireForges(parts, gates, answerBook);
  const assessment = wireAssessment(learning.content, policyInForce);
  return {
    standing,
    gates,
    forges,
    clearances: wireClearances(issuer, forges),
    github: wireGithub(parts, gates, answerBook),
    webhooks,
    certificates: wireCertificates(parts, issuer, learning.content),
    deviceLogins: wireDeviceLogins(parts),
    learning,
    labs,
    coverage: coverageDeps(parts, learning.content, policyInForce),
    assessment,
    content: wireContent(parts, {
      content: learning.content,
      bank: assessment.quizzes.bank,
      editions: learning.editions,
      labFaults: labs.book.faults,
      policyInForce,
      onOtherDocuments: markEverybodyLater,
    }),
    answerBook,
    policy: policyDeps(learning, curriculum),
    people: { makeOneTimeLink, shutOut, emailMark, onErased: webhooks.followErasure },
    imports: importDeps(emailMark),
    session: { outside: parts.outside.db, deviceKey, readPersonCard, readOrganisation },
    ensureFirstOwner: ensureFirstOwner({ makeOneTimeLink, lockOrganisation }),
    demoOwnerLink,
    addPeople,
    readSigner: makeReadSigner({ vault, host, clock }),
  };
};

export type Wired = ReturnType<typeof wire>;
