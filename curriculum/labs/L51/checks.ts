import type { Check } from "@checkride/range/checks";
import { altered, forged, late, replayed, rights, typed } from "./attack-cases.ts";
import { askedBack, atLimits, logs, many, single, slowPost } from "./flow-cases.ts";
import { breaker, faults, faultsAlone, loops, stops } from "./stop-cases.ts";

export const checks: readonly Check[] = [
  {
    id: "cases-paid",
    half: "works",
    says: "Orders go from desk to payment and are paid, many at once, with gaps in the numbers, slow post, and amounts up to the limit.",
    why: "Seal each message with a number above the last, an end and a signature of the sender, in the form of the brief.",
    cases: (draw) => [single(draw), many(draw), slowPost(draw), atLimits(draw)],
  },
  {
    id: "questions-answered",
    half: "works",
    says: "Payment may ask pricing back, and is answered.",
    why: "A message from payment to pricing has its own line in the table of rights.",
    cases: (draw) => [askedBack(draw)],
  },
  {
    id: "faults-stay-alone",
    half: "works",
    says: "Single faults of pricing stop their own case and no other.",
    why: "Only faults in a row open the breaker; work that succeeds in between closes the row.",
    cases: faultsAlone,
  },
  {
    id: "forged-refused",
    half: "attacks",
    says: "What somebody writes in another agent's name is refused, and does not lock that agent out.",
    why: "`from` is a word until the signature is right. Remember a number only afterwards.",
    cases: forged,
  },
  {
    id: "altered-refused",
    half: "attacks",
    says: "A message that was changed on the way is refused, whatever was changed.",
    why: "The signature covers every field that the receiver uses.",
    cases: altered,
  },
  {
    id: "replayed-refused",
    half: "attacks",
    says: "A message counts once, and only for the one to whom it is addressed.",
    why: "Remember the last number of each sender. A right signature is right the second time too.",
    cases: replayed,
  },
  {
    id: "late-refused",
    half: "attacks",
    says: "A message that arrives after its end is refused.",
    why: "An approval of yesterday is about the state of yesterday.",
    cases: late,
  },
  {
    id: "rights-of-senders",
    half: "attacks",
    says: "Agents can only say what the table allows, even if their signature is right.",
    why: "A signature says who it was, not that they may. The receiver looks.",
    cases: rights,
  },
  {
    id: "bodies-typed",
    half: "attacks",
    says: "A well-signed message with a wrong body is refused, and what is no envelope at all too.",
    why: "If pricing was talked into something, its signature is right and its amount is not.",
    cases: typed,
  },
  {
    id: "loops-end",
    half: "attacks",
    says: "An agent works on a case five times at most; two that keep asking each other come to an end.",
    why: "Count at the receiver, for each case. What the sender counts, the sender can begin anew.",
    cases: loops,
  },
  {
    id: "faults-go-nowhere",
    half: "attacks",
    says: "When pricing throws or makes something impossible, the outcome is `fault` and nothing is posted.",
    why: "Look at what you send as you look at what you get.",
    cases: faults,
  },
  {
    id: "breaker-opens",
    half: "attacks",
    says: "After three faults in a row an agent gets nothing more to do; the others go on.",
    why: "Count for each agent, and refuse before the work.",
    cases: breaker,
  },
  {
    id: "stop-holds",
    half: "attacks",
    says: "When a person stops agents, nothing of theirs is paid or posted from that moment on.",
    why: "The switch lies outside of the agents. Ask it before every step, not once.",
    cases: stops,
  },
  {
    id: "log-tells",
    half: "attacks",
    says: "The log holds one line for each delivery, gives the whole way of a case, and states nothing that was not proven.",
    why: "Before the signature is right, sender, case and number are somebody's words.",
    cases: logs,
  },
];
