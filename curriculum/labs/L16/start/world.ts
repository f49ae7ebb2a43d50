/**
 * Read-only: clock, store, contacts, the mail tool and the log. They lie outside of your code, stay when the assistant is
 * started anew, and are recorded there.
 */
declare const host: { call: (name: string, ...args: unknown[]) => unknown };

/** Entries from before this version have no `source`, `at` and `expires`. Nobody knows who wrote them. */
export type Entry = {
  id: string;
  user: string;
  text: string;
  /** `user` if the user has confirmed it; other versions of the assistant write here too. */
  source?: string;
  at?: number;
  expires?: number;
};

export const store = {
  add: (entry: Entry) => {
    host.call("add", entry);
  },
  /** The entries of a user, in the order in which they were added. */
  of: (user: string) => host.call("of", user) as Entry[],
  entry: (id: string) => host.call("entry", id) as Entry | null,
  remove: (id: string) => {
    host.call("remove", id);
  },
};

export const newId = () => String(host.call("newId"));

/** Milliseconds. */
export const now = () => Number(host.call("now"));

export const contactsOf = (user: string) => host.call("contactsOf", user) as string[];

/** Sends. It asks nothing. */
export const sendMail = (to: string, text: string) => {
  host.call("sendMail", to, text);
};

export const log = (entry: { user: string; to: string; outcome: "sent" | "refused"; entries: string[] }) => {
  host.call("log", entry);
};
