import type { ImportedAccount } from "@checkride/api/forges";
import { accountId, forgeHost } from "@checkride/api/gates";
import type { InputFault } from "@checkride/api/problems";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { accountHolderReader } from "./account-store.ts";
import type { ForgeDeps } from "./deps.ts";
import { linkAccount } from "./link-account.ts";

type RowFault = { readonly line: number; readonly says: string };
type Preview = { rows: ImportedAccount[]; faults: RowFault[] };

const columns = ["forge", "account", "person", "login"] as const;
const rowsMax = 20_000;

const csvFaults: Readonly<Record<string, string>> = {
  "unterminated-quote": "a quotation mark is not closed",
  "text-after-quote": "text follows a closing quotation mark",
};

type Row = { readonly line: number; readonly fields: readonly string[] };

/** The records behind the first line, which names the columns. */
const readRows = (deps: ForgeDeps, text: string) => {
  const rows: Row[] = [];
  const faults: RowFault[] = [];
  for (const record of deps.readCsv(text)) {
    if (!record.ok) {
      const { line, kind } = record.error;
      faults.push({ line, says: csvFaults[kind] ?? kind });
    } else if (rows.length > rowsMax) {
      faults.push({ line: record.value.line, says: `a file may have ${rowsMax} rows at most` });
      break;
    } else rows.push(record.value);
  }
  const [head, ...rest] = rows;
  const titles = head?.fields.map((title) => title.trim().toLowerCase()) ?? [];
  if (columns.some((column, index) => index < 3 && !titles.includes(column))) {
    const says = "the first line names the columns: forge, account, person and, if you like, login";
    return { titles, rest: [], faults: [{ line: head?.line ?? 1, says }, ...faults] };
  }
  return { titles, rest, faults };
};

/** What a file would do, row by row, with everything that is wrong. */
export const previewAccounts = async (
  { db }: RequestContext,
  deps: ForgeDeps,
  text: string,
): Promise<Preview> => {
  const { titles, rest, faults } = readRows(deps, text);
  const rows: ImportedAccount[] = [];
  const seen = new Map<string, number>();
  for (const { line, fields } of rest) {
    const field = (name: (typeof columns)[number]) => fields[titles.indexOf(name)]?.trim() ?? "";
    const [forge, account] = [field("forge").toLowerCase(), field("account")];
    const says: string[] = [];
    if (!forgeHost.safeParse(forge).success) says.push(`"${forge}" is no forge such as github.com`);
    if (!accountId.safeParse(account).success) {
      says.push(`"${account}" is no account's number; a name can change hands`);
    }
    const before = seen.get(`${forge} ${account}`);
    if (before !== undefined) says.push(`this account stands in line ${before} already`);
    seen.set(`${forge} ${account}`, line);
    const person = await deps.findPerson(db, field("person"));
    if (!person) says.push(`"${field("person")}" is nobody active here`);
    const holders =
      says.length === 0 ? await accountHolderReader(db)([`${forge} ${account}`]) : null;
    const holder = holders?.get(`${forge} ${account}`);
    if (person && holder !== undefined && holder !== person.id) {
      says.push("this account is linked to somebody else; unlink it first");
    }
    faults.push(...says.map((one) => ({ line, says: one })));
    if (!person || says.length > 0) continue;
    const login = field("login") || null;
    rows.push({
      line,
      forge,
      account,
      login,
      person: { ...person },
      does: holder ? "nothing" : "link",
    });
  }
  return { rows, faults };
};

const asInputFault = ({ line, says }: RowFault): InputFault => ({ in: `body/line/${line}`, says });

/** All of it or nothing. */
export const importAccounts = async (
  context: RequestContext,
  deps: ForgeDeps,
  text: string,
): Promise<Result<{ linked: number; unchanged: number }, Refusal>> => {
  const { db, now } = context;
  const { rows, faults } = await previewAccounts(context, deps, text);
  const actor = actorOf(context).personId;
  let linked = 0;
  for (const { line, forge, account, login, person } of faults.length > 0 ? [] : rows) {
    const order = {
      forge,
      id: account,
      login,
      person: person.id,
      how: "imported",
      actor,
      at: now,
    } as const;
    const done = await linkAccount(db, order);
    if (!done.ok) faults.push({ line, says: "this account was linked to somebody else meanwhile" });
    else if (done.value) linked += 1;
  }
  if (faults.length === 0) return ok({ linked, unchanged: rows.length - linked });
  return refuse("csv-not-readable", `The file has ${faults.length} faults; nothing was linked.`, {
    faults: faults.slice(0, 100).map(asInputFault),
  });
};
