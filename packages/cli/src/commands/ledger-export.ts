import { readHeader } from "@checkride/ledger/read-header";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Ended, Order, RunCommand } from "../command.ts";
import { explainProblem } from "../explain-problem.ts";
import { textOf } from "../option-values.ts";
import { complain, done, misuse, type Outcome } from "../outcome.ts";
import { reachServer } from "../reach-server.ts";
import { readTime } from "../read-time.ts";
import type { Shell } from "../shell.ts";
import { refuseTaken, storeFile } from "../stored-file.ts";

type Filter = { kind?: string; person?: string; from?: string; to?: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Each value by itself; all that is wrong is said at once. */
const readFilter = (order: Order): Result<Filter, Outcome> => {
  const filter: Filter = {};
  const faults: string[] = [];
  const kind = textOf(order.values, "kind");
  if (kind !== null) filter.kind = kind;
  const person = textOf(order.values, "person");
  if (person !== null && uuid.test(person)) filter.person = person.toLowerCase();
  else if (person !== null) faults.push(`--person ${person}: the person's id is meant, a UUID.`);
  for (const name of ["from", "to"] as const) {
    const text = textOf(order.values, name);
    const time = text === null ? null : readTime(text);
    if (time !== null) filter[name] = time;
    else if (text !== null) {
      faults.push(
        `--${name} ${text}: a day (2026-05-03) or a time (2026-05-03T09:30:00Z) is meant.`,
      );
    }
  }
  if (filter.from !== undefined && filter.to !== undefined && filter.from >= filter.to) {
    faults.push("--from is not before --to.");
  }
  const [says = "", ...more] = faults;
  return faults.length === 0
    ? ok(filter)
    : fail(complain("usage", { code: "usage", says, ...(more.length > 0 && { faults: more }) }));
};

type Counted = { bytes: number; firstLine: string; lineEnded: boolean };

/** Lets the bytes through and keeps the header that they begin with. */
async function* counting(
  body: AsyncIterable<Uint8Array>,
  seen: Counted,
  shell: Shell,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    seen.bytes += chunk.byteLength;
    if (!seen.lineEnded) {
      seen.firstLine += decoder.decode(chunk, { stream: true });
      seen.lineEnded = seen.firstLine.includes("\n");
    }
    shell.progress(`exporting  ${(seen.bytes / 1e6).toFixed(1)} MB`);
    yield chunk;
  }
  shell.progress("");
}

const broken = (error: unknown): Outcome =>
  complain("not-reached", {
    code: "export-cut",
    says: `The export broke off: ${error instanceof Error ? error.message : String(error)}.`,
    wayOut: "Nothing was kept. Try again.",
  });

const describe = (out: string, { bytes, firstLine }: Counted): Outcome => {
  const header = readHeader(firstLine.split("\n")[0] ?? "");
  if (!header.ok) {
    return complain("bug", {
      code: "export-not-readable",
      says: `What the server sent to ${out} does not begin as an export: ${header.error[0]?.message ?? ""}.`,
    });
  }
  const { rows, complete, origin, vkey } = header.value;
  return done(
    [
      `${out}: ${rows.toLocaleString("en")} rows, ${complete ? "the complete ledger" : "a part of the ledger, each row with its proof"}.`,
      `Verify it with: checkride ledger verify ${out} --key-file <the ledger's public key>`,
    ],
    { file: out, rows, complete, bytes, origin, vkey },
  );
};

const keep = async (
  body: AsyncIterable<Uint8Array>,
  out: string | null,
  shell: Shell,
): Promise<Ended> => {
  const seen: Counted = { bytes: 0, firstLine: "", lineEnded: false };
  if (out === null) {
    try {
      for await (const chunk of counting(body, seen, shell)) await shell.write(chunk);
      return done([], {});
    } catch (error) {
      return broken(error);
    }
  }
  const stored = await storeFile(out, counting(body, seen, shell));
  return stored.ok ? describe(out, seen) : stored.error;
};

export const ledgerExport: RunCommand = async (order: Order, shell: Shell) => {
  const out = textOf(order.values, "out");
  if (out === null && order.json) {
    return misuse(
      "With --json the export itself cannot go to stdout as well.",
      "Name a file with --out, or leave --json away: the export is JSON, one object a line.",
    );
  }
  const filter = readFilter(order);
  if (!filter.ok) return filter.error;
  const refused = out === null ? null : await refuseTaken(out);
  if (refused) return refused;
  const server = await reachServer(order, shell);
  if (!server.ok) return server.error;
  const { client, url } = server.value;
  const answer = await client("GET /api/ledger/export", { query: filter.value });
  if (!answer.ok) return explainProblem(answer.problem, url);
  if (!answer.value.body) return broken(new Error("the answer has no content"));
  return keep(answer.value.body, out, shell);
};
