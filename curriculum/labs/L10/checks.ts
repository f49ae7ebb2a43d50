import type { Check } from "@checkride/range/checks";
import {
  failing,
  fillingTheCap,
  overMidnight,
  sideBySide,
  stepsCost,
  unused,
} from "./budget-scenarios.ts";
import { loops, oddMaximum, tooLong, within, withoutEnd } from "./call-scenarios.ts";
import { alerts, neighbours, newDay, ordinary, single } from "./day-scenarios.ts";
import { bursts, evenly, fits, retried, retryTimes } from "./rate-scenarios.ts";

export const checks: readonly Check[] = [
  {
    id: "calls-answered",
    half: "works",
    says: "Ordinary calls of several accounts are answered, also in short bursts that the plan allows.",
    why: "Each account has a plan of its own. Names of accounts are only names.",
    cases: (draw) => [single(draw), ordinary(draw), fits(draw)],
  },
  {
    id: "waiting-helps",
    half: "works",
    says: "Whoever waits is served again, also somebody who keeps asking while waiting.",
    why: "What is free grows evenly, in parts of a call too. A refused call takes nothing away.",
    cases: (draw) => [retried(draw), evenly(draw, "patient")],
  },
  {
    id: "unused-given-back",
    half: "works",
    says: "A day of many small calls fits into the cap, although not many worst cases do.",
    why: "Settle after the call: give back what was reserved and not used.",
    cases: (draw) => [unused(draw)],
  },
  {
    id: "neighbours-unharmed",
    half: "works",
    says: "While one account floods, others are answered as usual; after midnight the flooding one is too.",
    why: "Limits belong to an account, and a cap to a day.",
    cases: (draw) => [neighbours(draw), newDay(draw)],
  },
  {
    id: "within-limits",
    half: "works",
    says: "Calls that are just within the limits are answered: as many tokens in as allowed, a smaller maximum, five steps.",
    why: "A caller may ask for less than the maximum, and then less is reserved. A call takes one from the rate, however many steps it has.",
    cases: within,
  },
  {
    id: "bursts-limited",
    half: "attacks",
    says: "Of a burst exactly as many get through as the plan allows, whatever the sessions are called.",
    why: "Count for each account, and let it fill up evenly: at the edge of a fixed window twice as many get through.",
    cases: bursts,
  },
  {
    id: "retry-time",
    half: "attacks",
    says: "A refusal says when trying again makes sense: for the rate, for the budget, and null where it never does.",
    why: "A client that does not know when to come back comes back at once.",
    cases: retryTimes,
  },
  {
    id: "output-bounded",
    half: "attacks",
    says: "Every call of the model has a maximum of output, and never more than 800 tokens.",
    why: "Without a maximum the caller decides what a call costs.",
    cases: withoutEnd,
  },
  {
    id: "input-bounded",
    half: "attacks",
    says: "Too much input and a maximum that is no whole number from 1 up are refused before anything is asked or reserved.",
    why: "A negative maximum makes a negative reservation, and that is a gift.",
    cases: (draw) => [...tooLong(draw), ...oddMaximum(draw)],
  },
  {
    id: "no-race",
    half: "attacks",
    says: "Of many calls at the same moment exactly those get through that the cap can pay in the worst case.",
    why: "Between looking at the budget and taking from it nothing may wait.",
    cases: sideBySide,
  },
  {
    id: "cap-holds",
    half: "attacks",
    says: "A day costs no more than its cap, with long answers, with calls over midnight and with steps.",
    why: "Reserve the worst case of every step. A reservation is settled in the day in which it was made.",
    cases: (draw) => [fillingTheCap(draw), overMidnight(draw), stepsCost(draw)],
  },
  {
    id: "failures-paid",
    half: "attacks",
    says: "A call that fails is answered as `failed`, and its reservation stays.",
    why: "Nobody knows what a call cost that broke off. Giving it back makes broken calls free.",
    cases: failing,
  },
  {
    id: "loops-end",
    half: "attacks",
    says: "An agent that calls itself is stopped after five steps.",
    why: "A loop without an end is a burst of one.",
    cases: loops,
  },
  {
    id: "alert-once",
    half: "attacks",
    says: "At 80 % of the cap the person on duty is told once a day, and not before.",
    why: "Look at what is spent or reserved each time something is reserved, and remember that it was said.",
    cases: alerts,
  },
];
