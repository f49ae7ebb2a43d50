import type { PeopleImport } from "@checkride/api/imports";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Ended, Order, RunCommand } from "../command.ts";
import { explainProblem } from "../explain-problem.ts";
import { importFaultLines, importPreviewLines } from "../import-lines.ts";
import { isGiven, textOf } from "../option-values.ts";
import { answerNo, complain, done, misuse, type Outcome } from "../outcome.ts";
import { progressBar } from "../progress-bar.ts";
import { reachServer, type Server } from "../reach-server.ts";
import { readTextFile } from "../read-text-file.ts";
import type { Shell } from "../shell.ts";
import { refuseTaken, storeFile } from "../stored-file.ts";

const csvBytesMax = 8_000_000;
const lookEveryMs = 250;

/** Null: go on and write. */
const mayWrite = async (
  order: Order,
  preview: PeopleImport,
  shown: readonly string[],
  shell: Shell,
): Promise<Outcome | null> => {
  if (isGiven(order.values, "apply")) return null;
  const looked = (line: string) => done([...shown, line], { state: "previewed", import: preview });
  if (!shell.ask) return looked("Nothing was written. Run it again with --apply to write.");
  for (const line of shown) shell.note(line);
  const answer = await shell.ask("Write this? [y/N] ");
  return /^y(es)?$/i.test(answer.trim())
    ? null
    : done(["Nothing was written."], { state: "previewed", import: preview });
};

const apply = async (
  { client, url }: Server,
  id: string,
  shell: Shell,
): Promise<Result<PeopleImport, Outcome>> => {
  const params = { import: id };
  let answer = await client("POST /api/people/imports/{import}/apply", { params });
  while (answer.ok && answer.value.state === "running") {
    shell.progress(progressBar("writing", answer.value.done, answer.value.rows));
    await shell.wait(lookEveryMs);
    answer = await client("GET /api/people/imports/{import}", { params });
  }
  shell.progress("");
  if (!answer.ok) return fail(explainProblem(answer.problem, url));
  if (answer.value.state === "done") return ok(answer.value);
  return fail(
    complain("negative", {
      code: "import-failed",
      says: `The import ended as "${answer.value.state}": ${answer.value.failure ?? "no reason is known"}.`,
      wayOut: `Look at it on ${url}/people/import.`,
    }),
  );
};

const keepLinks = async (
  { client, url }: Server,
  id: string,
  path: string,
): Promise<Result<string, Outcome>> => {
  const answer = await client("POST /api/people/imports/{import}/links", {
    params: { import: id },
  });
  if (!answer.ok) return fail(explainProblem(answer.problem, url));
  const stored = await storeFile(path, [new Uint8Array(await answer.value.arrayBuffer())]);
  return stored.ok
    ? ok(
        `${path}: their one-time sign-in links. Only you can read it; delete it once they are sent.`,
      )
    : stored;
};

const write = async (server: Server, id: string, order: Order, shell: Shell): Promise<Ended> => {
  const written = await apply(server, id, shell);
  if (!written.ok) return written.error;
  const { adds, changes } = written.value;
  const lines = [
    `Done: ${adds.toLocaleString("en")} people added, ${changes.toLocaleString("en")} changed.`,
  ];
  const path = textOf(order.values, "links");
  const json = { state: "done", import: written.value, links: path };
  if (path === null) return done(lines, json);
  const kept = await keepLinks(server, id, path);
  if (kept.ok) return done([...lines, kept.value], json);
  return { ...kept.error, lines, json: { ...json, links: null } };
};

export const peopleImport: RunCommand = async (order: Order, shell: Shell): Promise<Ended> => {
  const [file = ""] = order.positionals;
  const links = textOf(order.values, "links");
  const refused = links === null ? null : await refuseTaken(links);
  if (refused) return refused;
  const text = await readTextFile(file, csvBytesMax);
  if (!text.ok) return text.error;
  if (text.value.trim() === "") return misuse(`${file} is empty.`);
  const server = await reachServer(order, shell);
  if (!server.ok) return server.error;
  const { client, url } = server.value;
  shell.progress(`reading ${file} …`);
  const preview = await client("POST /api/people/imports", { body: text.value });
  shell.progress("");
  if (!preview.ok) return explainProblem(preview.problem, url);
  if (preview.value.state === "faulty" || preview.value.faultCount > 0) {
    const lines = importFaultLines(file, preview.value, shell.paint);
    return answerNo(lines, { state: "faulty", import: preview.value });
  }
  const shown = importPreviewLines(file, preview.value);
  if (preview.value.adds + preview.value.changes === 0) {
    return done([...shown, "There is nothing to write."], {
      state: "previewed",
      import: preview.value,
    });
  }
  const looked = await mayWrite(order, preview.value, shown, shell);
  return looked ?? write(server.value, preview.value.id, order, shell);
};
