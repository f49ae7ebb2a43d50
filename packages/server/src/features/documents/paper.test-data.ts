import type { Paper } from "@checkride/curriculum-reader/curriculum";
import type { Content } from "../../platform/content.ts";

export const rules = (version: number, text: string): Paper => ({
  id: "rules",
  title: "The rules",
  kind: "policy",
  version,
  minutes: 5,
  owner: "Somebody",
  reviewed: "2026-11-21",
  reviewBy: "2027-05-21",
  text,
  prose: [{ kind: "paragraph", text: [{ kind: "text", text }] }],
  signOff: "I keep to them.",
});

const card: Paper = { ...rules(1, "Six rules."), id: "card", kind: "card", signOff: null };

/** Only these documents, of which the rules can be signed. */
export const withRules =
  (paper: Paper) =>
  (shipped: Content): Content => ({
    ...shipped,
    papers: new Map([paper, card].map((one) => [one.id, one])),
    catalogue: {
      ...shipped.catalogue,
      documents: new Map([["rules", { ...paper, signOff: paper.signOff ?? "" }]]),
    },
  });
