import type { ChangeAuthor } from "@checkride/api/gates";
import type { Account } from "./github-ask.ts";
import type { Commit } from "./github-client.ts";

export type Gathered = {
  readonly authors: readonly ChangeAuthor[];
  readonly names: ReadonlyMap<string, string>;
};

/** What is kept to ask again: accounts by their numbers, and only that there were addresses, not which. */
export const withoutAddresses = (authors: readonly ChangeAuthor[]): readonly ChangeAuthor[] => {
  const accounts = authors.filter((author) => "account" in author);
  return accounts.length === authors.length ? accounts : [...accounts, { email: "not kept" }];
};

type Brought = {
  /** Signed in at GitHub when they did it. */
  readonly accounts: readonly Account[];
  /** Numbers of accounts that pushed a commit. */
  readonly pushers: readonly string[];
  readonly commits: readonly Commit[];
  readonly forge: string;
};

/**
 * Everybody of whom a change may come. Who a commit names can be made up, and so it can only add somebody who has
 * to be allowed as well; it never stands for whoever was signed in.
 */
export const gatherAuthors = ({ accounts, pushers, commits, forge }: Brought): Gathered => {
  const named = commits.flatMap(({ author }) => (author === null ? [] : [author]));
  const names = new Map([...accounts, ...named].map(({ id, login }) => [String(id), login]));
  const ids = new Set([...names.keys(), ...pushers]);
  const emails = new Set(commits.filter(({ author }) => author === null).map(({ email }) => email));
  return {
    names,
    authors: [
      ...[...ids].map((id) => ({ account: { forge, id } })),
      ...[...emails].map((email) => ({ email })),
    ],
  };
};
