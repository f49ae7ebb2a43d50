import type { Scenario } from "../../kit/incident.ts";

/** A key lies in a log. What nobody may know yet says HIDDEN and what it belongs to. */
export const testScenario: Scenario = {
  begins: "09:00",
  ends: { atMinute: 120, title: "The shift ends" },
  situation: (run) => (run.has("revoke") ? "The key is dead." : "The key works."),
  moves: [
    {
      id: "revoke",
      title: "Revoke the key",
      group: "Contain",
      minutes: 20,
      from: "Operations",
      brings: "HIDDEN revoke",
    },
    {
      id: "fetch",
      title: "Fetch the access log",
      group: "Look",
      minutes: 10,
      offered: (run) => !run.has("rotated"),
      from: "Operations",
      brings: "HIDDEN fetch",
    },
    {
      id: "count",
      title: "Count the calls",
      group: "Look",
      minutes: 5,
      offered: (run) => run.has("fetch"),
      asks: [
        { kind: "write", id: "calls", ask: "How many?", start: "" },
        {
          kind: "choose",
          id: "log",
          ask: "From which log?",
          options: [
            { id: "a", text: "Access log" },
            { id: "b", text: "Error log" },
          ],
        },
      ],
      from: "You",
      brings: (run) => `HIDDEN count: ${run.answers("count").written("calls")}`,
    },
    {
      id: "close",
      title: "Close",
      group: "Close",
      minutes: 1,
      from: "You",
      brings: "HIDDEN close",
      ends: true,
    },
  ],
  injects: [
    { id: "report", at: 0, kind: "message", from: "Support", text: "Somebody uses our key." },
    {
      id: "abuse",
      at: (run) => run.unless(15, "revoke"),
      kind: "event",
      from: "Bill",
      text: "HIDDEN abuse",
    },
    {
      id: "calm",
      at: (run) => run.after("revoke", 5),
      kind: "event",
      from: "Bill",
      text: "HIDDEN calm",
    },
    {
      id: "rotated",
      at: (run) => run.unless(60, "fetch"),
      kind: "event",
      from: "Log",
      text: "HIDDEN rotated",
    },
  ],
  papers: [
    { id: "list", title: "Keys", language: "text", text: "key-1" },
    {
      id: "log",
      title: "Log",
      language: "log",
      text: "HIDDEN fetch",
      shown: (run) => run.has("fetch"),
    },
  ],
  clocks: [
    { id: "dead", title: "Key dead", atMinute: 30, metAt: (run) => run.at("revoke") },
    { id: "told", title: "Told", atMinute: (run) => run.after("abuse", 20), metAt: () => null },
  ],
};
