import { createHash } from "node:crypto";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Order } from "../command.ts";
import { textOf } from "../option-values.ts";
import { complain, misuse, type Outcome } from "../outcome.ts";
import { tokenFor } from "../reach-server.ts";
import type { Shell } from "../shell.ts";
import { type Asked, pipelineName, pipelineToken } from "./pipeline-token.ts";

type Account = { readonly forge: string; readonly id: string };

type Author = { readonly account: Account };

export type Subject =
  | { readonly person: string }
  | { readonly email: string }
  | { readonly account: Account };

/** Who asks, and about whom; `name` tells them apart in the cache and shows no secret. */
export type Asker = { readonly name: string } & (
  | { readonly kind: "own"; readonly token: string }
  | { readonly kind: "about"; readonly token: string; readonly subject: Subject }
  | { readonly kind: "pipeline"; readonly idToken: string; readonly authors: readonly Author[] }
);

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const readAccount = (option: string, text: string): Result<Account, Outcome> => {
  const [, forge = "", id = ""] = /^([^/\s]+)\/([1-9]\d*)$/.exec(text) ?? [];
  return id === ""
    ? fail(
        misuse(
          `--${option} ${text}: a forge and the number of an account are meant.`,
          "Write it as github.com/583231. A name is not taken, because its owner can change it.",
        ),
      )
    : ok({ forge, id });
};

const readSubject = (order: Order): Result<Subject | null, Outcome> => {
  const person = textOf(order.values, "person");
  const account = textOf(order.values, "account");
  if (person !== null && account !== null) {
    return fail(misuse("--person and --account both say who is meant; give one of them."));
  }
  if (account !== null) {
    const read = readAccount("account", account);
    return read.ok ? ok({ account: read.value }) : read;
  }
  if (person === null) return ok(null);
  return ok(uuid.test(person) ? { person: person.toLowerCase() } : { email: person });
};

const readAuthors = (order: Order): Result<readonly Author[], Outcome> => {
  const authors: Author[] = [];
  for (const text of order.values.get("author") ?? []) {
    const account = readAccount("author", text);
    if (!account.ok) return account;
    authors.push({ account: account.value });
  }
  return ok(authors);
};

const nobody = (url: string): Outcome =>
  complain("not-permitted", {
    code: "no-token",
    says: "A gate answers about somebody, and nobody said who asks: there is no access token and no token of a pipeline.",
    wayOut: `Run "checkride login", give CHECKRIDE_TOKEN (made on ${url}/tokens), or let the pipeline have an id token (CHECKRIDE_ID_TOKEN; in GitHub Actions "permissions: id-token: write").`,
  });

const askerWith = (token: string, subject: Subject | null): Asker =>
  subject === null
    ? { kind: "own", token, name: `own ${hashOf(token)}` }
    : { kind: "about", token, subject, name: `about ${JSON.stringify(subject)}` };

/** An access token goes before what the forge says of a pipeline; without both there is nobody. */
export const whoAsks = async (
  order: Order,
  shell: Shell,
  asked: Asked,
): Promise<Result<Asker, Outcome>> => {
  const subject = readSubject(order);
  if (!subject.ok) return subject;
  const authors = readAuthors(order);
  if (!authors.ok) return authors;
  const token = await tokenFor(asked.url, order, shell);
  if (!token.ok) return token;
  if (token.value !== null) {
    return authors.value.length === 0
      ? ok(askerWith(token.value, subject.value))
      : fail(
          misuse(
            "--author goes with the id token of a pipeline, which says who brings the change in.",
          ),
        );
  }
  const idToken = await pipelineToken(shell, asked);
  if (idToken === null) return fail(nobody(asked.url));
  if (subject.value !== null) {
    return fail(
      misuse("A pipeline asks about whoever started it; about others only an access token does."),
    );
  }
  const name = `pipeline ${JSON.stringify([pipelineName(idToken) ?? hashOf(idToken), authors.value])}`;
  return ok({ kind: "pipeline", idToken, authors: authors.value, name });
};
