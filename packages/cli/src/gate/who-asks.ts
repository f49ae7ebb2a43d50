import { createHash } from "node:crypto";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Order } from "../command.ts";
import { textOf } from "../option-values.ts";
import { complain, misuse, type Outcome } from "../outcome.ts";
import { tokenFor } from "../reach-server.ts";
import type { Shell } from "../shell.ts";

export type Subject =
  | { readonly person: string }
  | { readonly email: string }
  | { readonly account: { readonly forge: string; readonly id: string } };

/** Who asks, and about whom; `name` tells them apart in the cache and shows no secret. */
export type Asker = { readonly name: string } & (
  | { readonly kind: "own"; readonly token: string }
  | { readonly kind: "about"; readonly token: string; readonly subject: Subject }
);

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const readSubject = (order: Order): Result<Subject | null, Outcome> => {
  const person = textOf(order.values, "person");
  const account = textOf(order.values, "account");
  if (person !== null && account !== null) {
    return fail(misuse("--person and --account both say who is meant; give one of them."));
  }
  if (account !== null) {
    const [, forge = "", id = ""] = /^([^/\s]+)\/([1-9]\d*)$/.exec(account) ?? [];
    return id === ""
      ? fail(
          misuse(
            `--account ${account}: a forge and the number of an account are meant.`,
            "Write it as github.com/583231. A name is not taken, because its owner can change it.",
          ),
        )
      : ok({ account: { forge, id } });
  }
  if (person === null) return ok(null);
  return ok(uuid.test(person) ? { person: person.toLowerCase() } : { email: person });
};

const nobody = (url: string): Outcome =>
  complain("not-permitted", {
    code: "no-token",
    says: "A gate answers about somebody, and nobody said who asks: there is no access token.",
    wayOut: `Run "checkride login", or make one on ${url}/tokens and give it as CHECKRIDE_TOKEN.`,
  });

/** Whoever the token belongs to, unless it is about somebody else. */
export const whoAsks = async (
  order: Order,
  shell: Shell,
  url: string,
): Promise<Result<Asker, Outcome>> => {
  const subject = readSubject(order);
  if (!subject.ok) return subject;
  const token = await tokenFor(url, order, shell);
  if (!token.ok) return token;
  if (token.value === null) return fail(nobody(url));
  const { value: secret } = token;
  return ok(
    subject.value === null
      ? { kind: "own", token: secret, name: `own ${hashOf(secret)}` }
      : {
          kind: "about",
          token: secret,
          subject: subject.value,
          name: `about ${JSON.stringify(subject.value)}`,
        },
  );
};
