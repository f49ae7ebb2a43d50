import { addressesIn, DAY_MS, DAYS_KEPT, type Part, RULES, wishes } from "./rules.ts";
import * as world from "./world.ts";

export type Message = { role: "system" | "user"; content: string };

/** A text that the user is asked about: keep this? */
export type Proposal = { id: string; text: string };

const fromUser = (parts: Part[]): Part[] => parts.filter((part) => part.from === "user");

const lower = (address: string): string => address.toLowerCase();

/** The entries of one user that still hold, with what old ones lack. */
const memoryOf = (user: string) => {
  const time = world.now();
  const known = world.store.of(user).map((entry) => ({ source: "unknown", at: null, expires: null, ...entry }));
  return known.filter((entry) => entry.user === user && (entry.expires === null || entry.expires > time));
};

export const makeAssistant = () => {
  /** What was shown, as one text for each button. */
  const buttons: string[] = [];
  const button = (user: string, id: string, text: string): string => JSON.stringify([user, id, text]);

  const turn = (user: string, { parts }: { parts: Part[] }): Proposal[] => {
    const proposals: Proposal[] = [];
    for (const part of fromUser(parts)) {
      for (const text of wishes(part.text)) proposals.push({ id: world.newId(), text });
    }
    for (const { id, text } of proposals) buttons.push(button(user, id, text));
    return proposals;
  };

  const confirm = (user: string, { id, shown }: { id: string; shown: string }): boolean => {
    const place = buttons.indexOf(button(user, id, shown));
    if (place === -1) return false;
    buttons.splice(place, 1);
    const at = world.now();
    const expires = at + DAYS_KEPT * DAY_MS;
    world.store.add({ id, user, text: shown, source: "user", at, expires });
    return true;
  };

  const prompt = (user: string, _: object): Message[] => {
    const notes: object[] = [];
    for (const { id, text, source } of memoryOf(user)) notes.push({ id, text, source, trusted: source === "user" });
    const asText = JSON.stringify({ memory: notes }, null, 1);
    return [
      { role: "system", content: RULES },
      { role: "user", content: asText },
    ];
  };

  const list = (user: string, _: object): unknown[] =>
    memoryOf(user).map(({ user: _owner, ...shown }) => shown);

  const forget = (user: string, { id }: { id: string }): boolean => {
    const isOwn = world.store.of(user).some((entry) => entry.id === id && entry.user === user);
    if (isOwn) world.store.remove(id);
    return isOwn;
  };

  const send = (user: string, { to, text, parts }: { to: string; text: string; parts: Part[] }): boolean => {
    const allowed = new Set(world.contactsOf(user).map(lower));
    for (const part of fromUser(parts)) for (const address of addressesIn(part.text)) allowed.add(lower(address));
    const mayGo = allowed.has(lower(to));
    world.log({ user, to, outcome: mayGo ? "sent" : "refused", entries: memoryOf(user).map((entry) => entry.id) });
    if (mayGo) world.sendMail(to, text);
    return mayGo;
  };

  return { turn, confirm, prompt, list, forget, send };
};
