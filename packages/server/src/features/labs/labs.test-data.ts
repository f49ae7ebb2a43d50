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

type Files = readonly { readonly path: string; readonly text: string }[];

export const submit = (person: TestPerson, workspace: string, files: Files) =>
  person.client("POST /api/lab-workspaces/{workspace}/attempts", {
    params: { workspace },
    body: { files: [...files] },
  });

type Shown = Told<"GET /api/lab-workspaces/{workspace}/attempts/{attempt}">;

/** Hands in and waits for what comes of it. */
export const attempt = async (
  person: TestPerson,
  workspace: string,
  files: Files,
): Promise<Shown> => {
  let { id, change, state } = got(await submit(person, workspace, files));
  for (;;) {
    const isOver = state !== "waiting" && state !== "running";
    const shown = got(
      await person.client("GET /api/lab-workspaces/{workspace}/attempts/{attempt}", {
        params: { workspace, attempt: id },
        query: isOver ? {} : { after: change },
      }),
    );
    if (isOver) return shown;
    ({ change, state } = shown);
  }
};

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
