import type { Answer as Told } from "@checkride/api/client";
import type { LabWorkspace } from "@checkride/api/labs";
import type { TestApp, TestPerson } from "../../test-app.ts";

export const got = <T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

/** The file of T01, in one's own words. */
export const main = (text: string) => [{ path: "main.ts", text }];

export const begin = async (person: TestPerson, lab: string): Promise<LabWorkspace> =>
  got(await person.client("POST /api/labs/{lab}/workspaces", { params: { lab } }));

export const show = async (person: TestPerson, workspace: string): Promise<LabWorkspace> =>
  got(await person.client("GET /api/lab-workspaces/{workspace}", { params: { workspace } }));

export type Files = readonly { readonly path: string; readonly text: string }[];

export const submit = (
  person: TestPerson,
  workspace: string,
  files: Files,
  idempotencyKey?: string,
) =>
  person.client("POST /api/lab-workspaces/{workspace}/attempts", {
    params: { workspace },
    body: { files: [...files] },
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });

export type Shown = Told<"GET /api/lab-workspaces/{workspace}/attempts/{attempt}">;

/** Waits as a page does. */
export const outcomeOf = async (
  person: TestPerson,
  workspace: string,
  attempt: string,
): Promise<Shown> => {
  let after: number | undefined;
  for (;;) {
    const shown = got(
      await person.client("GET /api/lab-workspaces/{workspace}/attempts/{attempt}", {
        params: { workspace, attempt },
        query: after === undefined ? {} : { after },
      }),
    );
    if (shown.state !== "waiting" && shown.state !== "running") return shown;
    after = shown.change;
  }
};

/** Hands in and waits for what comes of it. */
export const attempt = async (
  person: TestPerson,
  workspace: string,
  files: Files,
): Promise<Shown> => outcomeOf(person, workspace, got(await submit(person, workspace, files)).id);

export const answerDebrief = (person: TestPerson, workspace: string) =>
  person.client("POST /api/lab-workspaces/{workspace}/debrief", {
    params: { workspace },
    body: { answer: { kind: "write", texts: { now: "I compare both of them." } } },
  });

export const evidenceOf = (app: TestApp, person: string, kind: string) =>
  app.db
    .selectFrom("evidence")
    .select(["id", "body"])
    .where("person", "=", person)
    .where("kind", "=", kind)
    .orderBy("at")
    .orderBy("id")
    .execute();

/** Somebody's time goes on. */
export const later = (app: TestApp, minutes: number): void =>
  app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000));
