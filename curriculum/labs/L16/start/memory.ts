import { type Part, RULES, wishes } from "./rules.ts";
import { newId, sendMail, store } from "./world.ts";

export type Message = { role: "system" | "user"; content: string };

/** A text that the user is asked about: keep this? */
export type Proposal = { id: string; text: string };

export const makeAssistant = () => ({
  /** After each turn. What should be kept is shown to the user as proposals. */
  turn: (user: string, { parts }: { parts: Part[] }): Proposal[] => {
    for (const { text } of parts) {
      for (const wish of wishes(text)) store.add({ id: newId(), user, text: wish });
    }
    return [];
  },

  /** The user has pressed “Keep” beside `shown`. */
  confirm: (_user: string, _pressed: { id: string; shown: string }): boolean => true,

  /** What stands before the conversation in every request to the model. */
  prompt: (user: string, _: object): Message[] => [
    { role: "system", content: [RULES, ...store.of(user).map(({ text }) => text)].join("\n") },
  ],

  /** The page “My memory”. */
  list: (user: string, _: object): unknown[] => store.of(user),

  forget: (_user: string, { id }: { id: string }): boolean => {
    store.remove(id);
    return true;
  },

  /** The model wants to send a mail. `parts` is what it has read in this turn. */
  send: (_user: string, { to, text }: { to: string; text: string; parts: Part[] }): boolean => {
    sendMail(to, text);
    return true;
  },
});
