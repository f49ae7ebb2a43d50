import type { Check } from "@checkride/range/checks";
import { addresses, invalidBodies, redirected } from "./address-cases.ts";
import { budgetsFit, budgetsHold } from "./budget-cases.ts";
import { chained, textsInLog } from "./log-cases.ts";
import { afterAnOutage, ordinary, single, strangeTexts } from "./ordinary-cases.ts";
import { outages } from "./outage-cases.ts";
import { secretsSent } from "./secret-cases.ts";
import { foreignModels, namedTeams } from "./team-cases.ts";

export const checks: readonly Check[] = [
  {
    id: "calls-answered",
    half: "works",
    says: "Calls of several teams are answered by the model that they name.",
    why: "The table gives address and model, and the messages go out in their order with role and content.",
    cases: (draw) => [single(draw), ordinary(draw), afterAnOutage(draw)],
  },
  {
    id: "texts-kept",
    half: "works",
    says: "Texts that speak of keys, addresses and budgets go out as they are.",
    why: "`redact` knows what must not leave. What else looks odd is somebody's question.",
    cases: strangeTexts,
  },
  {
    id: "budget-fits",
    half: "works",
    says: "A team can use its budget to the last token, and no team uses that of another.",
    why: "Charge the tokens of what is sent and `TOKENS_OUT_MAX`, and refuse only what goes beyond.",
    cases: budgetsFit,
  },
  {
    id: "addresses-of-the-table",
    half: "attacks",
    says: "Nothing in a body leads to an address that is not in the table, whatever it is called.",
    why: "Let callers pick from the table by name. Objects know more names than those that were written into them.",
    cases: addresses,
  },
  {
    id: "redirects-refused",
    half: "attacks",
    says: "A redirect is not followed; the caller gets the fallback.",
    why: "An address that was checked is worth nothing if the answer may send you on.",
    cases: redirected,
  },
  {
    id: "bodies-parsed",
    half: "attacks",
    says: "Bodies of another shape are refused as `invalid`, and the gateway goes on.",
    why: "A body is only sure to be JSON. Look at every field that you use, and at the roles too.",
    cases: invalidBodies,
  },
  {
    id: "team-from-sign-in",
    half: "attacks",
    says: "A model that is not approved for the team of the sign-in is refused, whoever the body says it is.",
    why: "Approval and budget belong to the team that the service knows.",
    cases: (draw) => [...foreignModels(draw), ...namedTeams(draw)],
  },
  {
    id: "secrets-stay-here",
    half: "attacks",
    says: "No key, token or mail address reaches a provider, in whichever message or field it stands.",
    why: "Redact every message, and build what you send field by field.",
    cases: secretsSent,
  },
  {
    id: "log-without-text",
    half: "attacks",
    says: "The log holds nothing that a caller or a provider has written, in no field and under no name.",
    why: "An unknown model's name is text of the caller, and an error often repeats what was sent.",
    cases: textsInLog,
  },
  {
    id: "log-chains",
    half: "attacks",
    says: "Every call leaves one entry with its decision, refused ones too, and each entry holds the hash of the one before.",
    why: "The hash covers all fields in the order that the brief gives. A line that is changed or missing breaks the chain.",
    cases: chained,
  },
  {
    id: "budget-holds",
    half: "attacks",
    says: "What does not fit into the team's budget is refused before anything is sent, and calls that fail cost as well.",
    why: "Charge before sending. A team that is in no list has no budget.",
    cases: budgetsHold,
  },
  {
    id: "outage-is-short",
    half: "attacks",
    says: "Whatever a provider does instead of answering, the caller has the fallback within ten seconds.",
    why: "Waits add up: a time-out for each of three tries is three times as long.",
    cases: outages,
  },
];
