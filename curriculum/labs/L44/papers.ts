import type { Run, ScenarioPaper } from "@checkride/range/kit/incident";
import { changesOf } from "./changes.ts";
import { reported } from "./facts.ts";
import { type Cause, type LogLine, logText, rotatedBefore, timeOf } from "./log-lines.ts";
import type { Task } from "./task.ts";

const runbook = `HOW THE ASSISTANT WORKS

A question goes: session > memory > search > cache > model > output filter > customer.
memory: notes of earlier chats, loaded when a chat begins.
search: rows of the shop's database, such as orders, invoices, addresses.
cache: answers that were given before. The model is not called for them.
filter: holds an answer back if it finds card or account numbers in it. The logs say sent=no then.

SWITCHES, without a release, at work within a minute

assistant off: the chat window disappears. There are about 900 chats an hour; the hotline takes 120 calls.
account_answers off: opening hours, returns and the like go on. What needs an account goes to people.

LOGS

cache.log, search.log, memory.log: one line for each answer, row or note that was used. Whose it was, who was served, scope, which fields (has), whether it was sent, at which try.
A person is written as company/user. scope=general is text without personal data; it may be shared.
Rotated daily at 10:00: lines from before yesterday are deleted. Restarting a service empties what was not written yet.
The model vendor keeps a list of requests for 30 days. No users, no cache, no rows.`;

const contract = `FROM THE AGREEMENT WITH BUSINESS CUSTOMERS (data processing)

7.1 We tell our data protection officer within one hour of the first report that personal data may have gone astray.
7.2 We tell the customers concerned without undue delay, at the latest three hours after we know that it has. To know is to be certain to a reasonable degree: more than a suspicion, and less than a finished analysis.
7.3 What we tell: whose data, which data, since when, what we have done, what they can do.
7.4 They, not we, decide about telling the authority and the people. They need our facts for it.
9.2 Tokens for their systems are ours to revoke when they are known to others. A revoked token stops their integration until they make another one.`;

const changes = (task: Task): string => {
  const lines = changesOf(task).map(({ number, at, what }) => `${number}  ${timeOf(at)}  ${what}`);
  return `WENT LIVE SINCE WEDNESDAY\n\n${lines.join("\n")}\n\nEach was reviewed by one person. Tests: green.`;
};

const said: Readonly<Record<Task["shown"], string>> = {
  street: "It goes to 14 Quay Street, to the name on your account",
  invoice_total: "Your invoice over 418.20 was paid",
  phone: "The driver will ring 555 0173 before he comes",
};

const chats = (task: Task): string =>
  reported(task)
    .map(({ at, request, owner, asker }) =>
      [
        `CHAT of ${asker}, request ${request}, ${timeOf(at)}`,
        `  customer:  when will my order arrive`,
        `  assistant: Hello! Your order is on its way. ${said[task.shown]}.`,
        `  customer:  That is not me. Whose is this?`,
        `  note of the support desk: the data belong to ${owner}.`,
      ].join("\n"),
    )
    .join("\n\n");

const step = (name: string, text: string): string => `    ${name.padEnd(9)}${text}`;

const trace =
  ({ cause }: Task) =>
  ({ at, request, owner, asker }: LogLine): string => {
    const key = asker.replace("/", "|");
    const isFound = cause === "cache";
    return [
      `TRACE ${request}  ${timeOf(at)}  "when will my order arrive"`,
      step("session", `${asker}, signed in with a password and a second factor this morning`),
      step(
        "memory",
        cause === "memory" ? `note found by chat=${at % 400}: note_of=${owner}` : "no note",
      ),
      step(
        "search",
        cause === "search"
          ? `where text ~ "order"; 1 row, rows_of=${owner}`
          : `where company and person = ${key}; ${isFound ? "not asked" : "0 rows"}`,
      ),
      step(
        "cache",
        isFound
          ? `key "when will my order arrive": hit, made_for=${owner}`
          : `key "${key}|when will my order arrive": miss`,
      ),
      step("model", isFound ? "not called" : "called, 412 words in, 31 out"),
      step("filter", "no card or account number: sent"),
    ].join("\n");
  };

const kept = (lines: readonly LogLine[], run: Run): readonly LogLine[] => {
  const at = run.at("keep");
  if (run.has("purge") && !run.inOrder("keep", "purge")) return lines.slice(-3);
  return at !== null && at <= 60 ? lines : lines.filter((line) => line.at >= rotatedBefore);
};

const log = (task: Task, store: Cause): ScenarioPaper => ({
  id: `${store}-log`,
  title: `${store}.log`,
  language: "log",
  text: (run) => logText(store, kept(task.logs[store], run)),
  shown: (run) => run.has("keep"),
});

const vendor = `REQUESTS AT THE MODEL VENDOR, per day

Wed  41,208 requests   2 errors
Thu  40,877 requests   0 errors
Fri   9,114 requests   1 error     until 09:00

Fields: time, model, words in, words out, status. Nothing else is kept.`;

export const papers = (task: Task): readonly ScenarioPaper[] => [
  { id: "runbook", title: "Runbook of the assistant", language: "text", text: runbook },
  { id: "contract", title: "Agreement with customers", language: "text", text: contract },
  {
    id: "chats",
    title: "The reported chats",
    language: "text",
    text: chats(task),
    shown: (run) => run.has("read-chats"),
  },
  {
    id: "traces",
    title: "Traces of both requests",
    language: "text",
    text: reported(task).map(trace(task)).join("\n\n"),
    shown: (run) => run.has("trace"),
  },
  {
    id: "changes",
    title: "What went live",
    language: "text",
    text: changes(task),
    shown: (run) => run.has("changes"),
  },
  log(task, "cache"),
  log(task, "search"),
  log(task, "memory"),
  {
    id: "vendor",
    title: "The vendor's requests",
    language: "text",
    text: vendor,
    shown: (run) => run.has("ask-vendor"),
  },
];
