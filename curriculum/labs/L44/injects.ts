import type { Inject, Run } from "@checkride/range/kit/incident";
import { patchOf, reported } from "./facts.ts";
import type { Task } from "./task.ts";

const open = (run: Run, minute: number): number | null => run.unless(minute, "limit", "off");

const companyOf = (person: string | undefined): string => person?.split("/")[0] ?? "";

export const injects = (task: Task): readonly Inject[] => [
  {
    id: "first",
    at: 0,
    kind: "message",
    from: "Support desk",
    text: `A customer at ${companyOf(reported(task)[0]?.asker)} writes: “Your assistant told me about an order that is not mine.” There is a screenshot. A second one came in while I was writing this.`,
  },
  {
    id: "second",
    at: (run) => open(run, 20),
    kind: "event",
    from: "Support desk",
    text: "A third report. This one names the other person.",
  },
  {
    id: "manager",
    at: 22,
    kind: "message",
    from: "Head of product",
    text: "Just empty everything and restart, it always helped. And let us not write to anybody before we know what it was.",
  },
  {
    id: "press",
    at: (run) => open(run, 45),
    kind: "event",
    from: "Press desk",
    text: "Somebody has posted a chat with a stranger's data. It has been shared 300 times.",
  },
  {
    id: "rotated",
    at: (run) => run.unless(60, "keep"),
    kind: "event",
    from: "Log server",
    text: "10:00: cache.log, search.log and memory.log were rotated. Lines from Wednesday are deleted.",
  },
  {
    id: "queue",
    at: (run) => (run.has("limit") ? null : run.after("off", 30)),
    kind: "message",
    from: "Support desk",
    text: "The hotline has 260 callers waiting. Nearly all of them want opening hours and return labels.",
  },
  {
    id: "sales",
    at: 75,
    kind: "message",
    from: "Sales",
    text: "Can I tell everybody that only two customers were affected?",
  },
  {
    id: "integrations",
    at: (run) => run.after("revoke-all", 10),
    kind: "message",
    from: "Support desk",
    text: "Warehouses of 40 customers stand still. Was that necessary?",
  },
  {
    id: "token-used",
    at: (run) => (task.tokenOf === null || run.has("revoke") || run.has("revoke-all") ? null : 150),
    kind: "event",
    from: "Operations",
    text: "A customer's token was used from an address that nobody knows: 1,900 orders read.",
  },
  {
    id: "again",
    at: (run) => (patchOf(run) === "person" ? null : run.after("restore", 15)),
    kind: "event",
    from: "Support desk",
    text: "It is back. A customer was just shown a colleague's data.",
  },
];
