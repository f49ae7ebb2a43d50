import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce } from "../../test-policy.ts";

export const testUrl = "https://checkride.example.com";

export type CertificateApp = TestApp & {
  readonly owner: TestPerson;
  /** Somebody who has passed what is asked, with their newest certificate. */
  readonly certify: () => Promise<{ readonly person: TestPerson; readonly id: string }>;
  readonly passAgain: (person: TestPerson) => Promise<void>;
  readonly newestOf: (person: TestPerson) => Promise<string>;
  readonly revoke: (id: string) => Promise<void>;
  /** What anybody gets who fetches an address of the installation. */
  readonly fetchText: (path: string, accept?: string) => Promise<string>;
};

/** A whole installation with a policy in force, and nothing between it and the certificates of a test. */
export const createCertificateApp = async (url: string | null): Promise<CertificateApp> => {
  const app = await createTestApp({}, undefined, null, url);
  const owner = await app.signIn("owner");
  await bringIntoForce(owner);
  const passAgain = async ({ id }: TestPerson) => {
    const now = app.clock.now();
    const body = { activity: "lab/L26" };
    await appendEvidence(app.db, [
      { kind: "activity.passed", person: id, actor: id, body, at: now },
    ]);
    await app.wired.gates.readKnown(app.db, id, now);
  };
  const newestOf = async ({ id }: TestPerson) => {
    const row = await app.db
      .selectFrom("certificate")
      .select("id")
      .where("personId", "=", id)
      .where("endedAt", "is", null)
      .executeTakeFirstOrThrow();
    return row.id;
  };
  return {
    ...app,
    owner,
    passAgain,
    newestOf,
    certify: async () => {
      const person = await app.signIn("learner");
      await passAgain(person);
      return { person, id: await newestOf(person) };
    },
    revoke: async (certificate) => {
      const { client } = await app.comeBack(owner);
      const revoked = await client("POST /api/certificates/{certificate}/revocation", {
        params: { certificate },
        body: { reason: "answers were shared" },
      });
      if (!revoked.ok) throw new Error(revoked.problem.detail);
    },
    fetchText: async (path, accept = "*/*") => {
      const response = await app.request(path, { headers: { accept } });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.text();
    },
  };
};
