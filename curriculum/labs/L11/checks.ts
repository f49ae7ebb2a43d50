import type { Check } from "@checkride/range/checks";
import { amounts, answers, busy, keys, lengths, pages, roles, signs } from "./cases.ts";
import { logs } from "./log-cases.ts";
import { foreignTickets, ownTickets } from "./ticket-cases.ts";

export const checks: readonly Check[] = [
  {
    id: "questions-answered",
    half: "works",
    says: "Questions are answered, with tools and without.",
    why: "The page shows the model's last text under the question, and tools tell the model what they know.",
    cases: answers,
  },
  {
    id: "own-tickets",
    half: "works",
    says: "People see, list and close their own tickets.",
    why: "Number, state and title of a ticket, in these words, are what the model needs.",
    cases: ownTickets,
  },
  {
    id: "signs-shown",
    half: "works",
    says: "Questions and answers about markup, and long ones, are shown as they were written.",
    why: "What is taken out of a text is missing for its reader.",
    cases: signs,
  },
  {
    id: "busy-people",
    half: "works",
    says: "Five questions in a minute and three tools for a question are no trouble, for one account or several.",
    why: "A limit that people feel is a limit that will be switched off.",
    cases: busy,
  },
  {
    id: "key-from-outside",
    half: "attacks",
    says: "Kind 1: without the key of the environment no model is asked.",
    why: "A key in the code is in every copy of it, and a missing variable goes unnoticed.",
    cases: keys,
  },
  {
    id: "rules-apart",
    half: "attacks",
    says: "Kind 2: rules, questions and results of tools reach the model in roles of their own.",
    why: "In one text nothing tells a question from a rule, and what stands above can be asked for.",
    cases: roles,
  },
  {
    id: "page-holds",
    half: "attacks",
    says: "Kind 3: neither an answer nor a question becomes markup on the page.",
    why: "The answer is what somebody got the model to say. Encode where it enters the page, text and attribute.",
    cases: pages,
  },
  {
    id: "questions-limited",
    half: "attacks",
    says: "Kind 4: questions that are too long or too many are refused, for each account and in any minute.",
    why: "Browsers are free; count for the account. A clock's minute has an edge at which twice as many get through.",
    cases: amounts,
  },
  {
    id: "work-limited",
    half: "attacks",
    says: "Kind 4: an answer has a maximum, and tools for one question come to an end.",
    why: "Without an end the model decides what a question costs, and whoever writes the question decides for the model.",
    cases: lengths,
  },
  {
    id: "log-without-words",
    half: "attacks",
    says: "Kind 5: the log holds one line of the five agreed fields for each question, and no word of anybody.",
    why: "People tell a helpdesk what they would tell nobody else. A tool that does not exist is a word of the model.",
    cases: logs,
  },
  {
    id: "tickets-of-owner",
    half: "attacks",
    says: "Kind 6: tickets of others are neither shown nor listed nor closed, and nobody sees notes of the helpdesk.",
    why: "The model says what is asked for. Who asks comes from the session.",
    cases: foreignTickets,
  },
];
