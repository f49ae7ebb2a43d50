import { addressesIn, DAY_MS, DAYS_KEPT, type Part, RULES, wishes } from "./rules.ts";
import { contactsOf, type Entry, log, newId, now, sendMail, store } from "./world.ts";

export type Message = { role: "system" | "user"; content: string };

/** A text that the user is asked about: keep this? */
export type Proposal = { id: string; text: string };

type Shown = { readonly text: string; done: boolean };

const holds = ({ expires = Number.POSITIVE_INFINITY }: Entry): boolean => now() < expires;

const wordsOfUser = (parts: Part[]): string => parts.map(({ from, text }) => (from === "user" ? text : "")).join("\n");

class Assistant {
  /** By user, then by id, so that nobody's id is ever looked up among those of others. */
  #shown = new Map<string, Map<string, Shown>>();

  #of(user: string): Map<string, Shown> {
    const known = this.#shown.get(user) ?? new Map<string, Shown>();
    this.#shown.set(user, known);
    return known;
  }

  turn(user: string, { parts }: { parts: Part[] }): Proposal[] {
    return wishes(wordsOfUser(parts)).map((text) => {
      const proposal = { id: newId(), text };
      this.#of(user).set(proposal.id, { text, done: false });
      return proposal;
    });
  }

  confirm(user: string, { id, shown }: { id: string; shown: string }): boolean {
    const one = this.#of(user).get(id);
    if (one === undefined || one.done || one.text !== shown) return false;
    one.done = true;
    const at = now();
    store.add({ at, expires: at + DAY_MS * DAYS_KEPT, id: newId(), source: "user", text: one.text, user });
    return true;
  }

  #entries(user: string) {
    return store
      .of(user)
      .filter(holds)
      .map(({ id, text, source, at, expires }) => ({
        id,
        text,
        source: source ?? "unknown",
        at: at ?? null,
        expires: expires ?? null,
      }));
  }

  prompt(user: string): Message[] {
    const memory = this.#entries(user).map(({ id, text, source }) => ({ id, text, source, trusted: source === "user" }));
    return [
      { role: "system", content: RULES },
      { role: "user", content: JSON.stringify({ memory }) },
    ];
  }

  list(user: string): unknown[] {
    return this.#entries(user);
  }

  forget(user: string, { id }: { id: string }): boolean {
    const entry = store.entry(id);
    if (entry === null || entry.user !== user) return false;
    store.remove(entry.id);
    return true;
  }

  send(user: string, { to, text, parts }: { to: string; text: string; parts: Part[] }): boolean {
    const wanted = to.toLowerCase();
    const isContact = contactsOf(user).some((one) => one.toLowerCase() === wanted);
    const isNamed = addressesIn(wordsOfUser(parts)).includes(wanted);
    const outcome = isContact || isNamed ? "sent" : "refused";
    log({ user, to, outcome, entries: this.#entries(user).map(({ id }) => id) });
    if (outcome === "sent") sendMail(to, text);
    return outcome === "sent";
  }
}

export const makeAssistant = () => new Assistant();
