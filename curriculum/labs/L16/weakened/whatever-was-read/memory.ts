import { addressesIn, DAY_MS, DAYS_KEPT, type Part, RULES, wishes } from "./rules.ts";
import { contactsOf, type Entry, log, newId, now, sendMail, store } from "./world.ts";

export type Message = { role: "system" | "user"; content: string };

/** A text that the user is asked about: keep this? */
export type Proposal = { id: string; text: string };

const isOver = ({ expires }: Entry): boolean => expires !== undefined && expires <= now();

const entriesOf = (user: string): Entry[] => store.of(user).filter((entry) => !isOver(entry));

const said = (parts: Part[]): string[] => parts.flatMap(({ from, text }) => (from === "user" ? [text] : []));

export const makeAssistant = () => {
  const open = new Map<string, { user: string; text: string }>();

  return {
    /** Only what the user has said can become a wish, and only the user's button makes an entry of it. */
    turn: (user: string, { parts }: { parts: Part[] }): Proposal[] =>
      said(parts)
        .flatMap(wishes)
        .map((text) => {
          const id = newId();
          open.set(id, { user, text });
          return { id, text };
        }),

    confirm: (user: string, { id, shown }: { id: string; shown: string }): boolean => {
      const proposal = open.get(id);
      if (proposal?.user !== user || proposal.text !== shown) return false;
      open.delete(id);
      const at = now();
      store.add({ id: newId(), user, text: shown, source: "user", at, expires: at + DAYS_KEPT * DAY_MS });
      return true;
    },

    /** The rules are the rules. What is remembered is data beside them, and says who said it. */
    prompt: (user: string, _: object): Message[] => {
      const memory = entriesOf(user).map(({ id, text, source = "unknown" }) => ({
        id,
        text,
        source,
        trusted: source === "user",
      }));
      return [
        { role: "system", content: RULES },
        { role: "user", content: JSON.stringify({ memory }) },
      ];
    },

    list: (user: string, _: object): unknown[] =>
      entriesOf(user).map(({ id, text, source = "unknown", at = null, expires = null }) => ({
        id,
        text,
        source,
        at,
        expires,
      })),

    forget: (user: string, { id }: { id: string }): boolean => {
      if (store.entry(id)?.user !== user) return false;
      store.remove(id);
      return true;
    },

    /** A recipient comes from the user, now, or from the user's contacts. A memory is no reason. */
    send: (user: string, { to, text, parts }: { to: string; text: string; parts: Part[] }): boolean => {
      const known = [...contactsOf(user), ...parts.flatMap(({ text }) => addressesIn(text))];
      const isKnown = known.some((address) => address.toLowerCase() === to.toLowerCase());
      if (isKnown) sendMail(to, text);
      const entries = entriesOf(user).map(({ id }) => id);
      log({ user, to, outcome: isKnown ? "sent" : "refused", entries });
      return isKnown;
    },
  };
};
