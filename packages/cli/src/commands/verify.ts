import { readFile, stat } from "node:fs/promises";
import { fail, ok, type Result } from "@checkride/rules/result";
import { credentialInPicture } from "@checkride/verifier/baked-credential";
import { readKeySet } from "@checkride/verifier/read-key-set";
import { isObject, tokenBytesMax } from "@checkride/verifier/read-token";
import { parseStrictJson } from "@checkride/verifier/strict-json";
import type { Ended, Order, RunCommand } from "../command.ts";
import { isGiven, textOf } from "../option-values.ts";
import { misuse, type Outcome } from "../outcome.ts";
import { namesServer, parseUrl, serverAddress } from "../reach-server.ts";
import { notReadable, readTextFile } from "../read-text-file.ts";
import type { Shell } from "../shell.ts";
import { askServer } from "../verify/ask-server.ts";
import { fetchOrKept } from "../verify/keep-text.ts";
import { readLedgerKey } from "../verify/read-ledger-key.ts";
import { disproved, notReached } from "../verify/verified.ts";
import { verifyLedgerProof } from "../verify/verify-ledger-proof.ts";
import { type Trusting, verifyToken } from "../verify/verify-token.ts";
import { ledgerVerify } from "./ledger-verify.ts";

/** In all, for everything that is asked. */
const timeoutMs = 5_000;
const paperBytesMax = 2_000_000;

type Asked = {
  readonly order: Order;
  readonly shell: Shell;
  readonly signal: AbortSignal;
  readonly offline: boolean;
};

type Paper = { readonly bytes: Uint8Array; readonly link: URL | null };

/** All addresses of a certificate begin with that of its page; the token is one step further. */
const tokenAddress = ({ href, origin, pathname }: URL): string => {
  const page = /^.*\/certificates\/[0-9a-f-]{36}(?=\/|$)/.exec(pathname)?.[0];
  return page === undefined ? href : `${origin}${page}/credential.jwt`;
};

const readPaper = async (given: string, asked: Asked): Promise<Result<Paper, Outcome>> => {
  const { shell, signal, offline } = asked;
  const link = /^https?:/.test(given) ? parseUrl(given) : null;
  if (link) {
    const page = await fetchOrKept(shell, tokenAddress(link), {
      signal,
      bytesMax: paperBytesMax,
      offline,
    });
    return page.ok
      ? ok({ bytes: Buffer.from(page.value.text), link })
      : fail(
          notReached(page.error, "Save the certificate to a file to verify it without a server."),
        );
  }
  if (given === "-") {
    const bytes = await shell.readInput(paperBytesMax);
    return bytes && bytes.length > 0
      ? ok({ bytes, link: null })
      : fail(misuse("Nothing that could be read is piped in."));
  }
  return readFile(given).then(
    (bytes) => ok({ bytes, link: null }),
    (error: unknown) => fail(notReadable(given, error)),
  );
};

/** Whose keys are believed: those of a file, or of the server that the caller names. Never those of the paper. */
const readTrust = async (asked: Asked, link: URL | null): Promise<Result<Trusting, Outcome>> => {
  const { order, shell, signal, offline } = asked;
  const address = serverAddress(order, shell);
  if (!address.ok) return address;
  const file = textOf(order.values, "keys");
  const jwks = `${address.value}/.well-known/jwks.json`;
  if (file === null && link && !namesServer(order, shell) && link.origin !== address.value) {
    return fail(
      misuse(
        `The link leads to ${link.origin}, and nobody said that this is whom to believe.`,
        `If it is, give --server ${link.origin}, or its keys with --keys.`,
      ),
    );
  }
  const text =
    file === null
      ? await fetchOrKept(shell, jwks, { signal, bytesMax: paperBytesMax, offline })
      : await readTextFile(file, paperBytesMax);
  if (!text.ok) {
    return typeof text.error === "string"
      ? fail(notReached(text.error, "Give the issuer's keys in a file with --keys."))
      : fail(text.error);
  }
  const source = typeof text.value === "string" ? text.value : text.value.text;
  const keys = readKeySet(source);
  if (!keys.ok) return fail(misuse(`${file ?? jwks}: ${keys.error.says}.`));
  return ok({ keys: keys.value, issuer: textOf(order.values, "issuer"), listOf: listFrom(asked) });
};

const listFrom =
  ({ order, shell, signal, offline }: Asked): Trusting["listOf"] =>
  async (url) => {
    const file = textOf(order.values, "status-list");
    if (file !== null) {
      const text = await readTextFile(file, tokenBytesMax);
      return text.ok ? text : fail(text.error.complaint?.says ?? "it cannot be read");
    }
    // The address stands for the list in all its forms; this is the one that needs nothing but a key.
    const address = `${url}.jwt`;
    const page = await fetchOrKept(shell, address, { signal, bytesMax: tokenBytesMax, offline });
    return page.ok ? ok(page.value.text) : page;
  };

const verifyJson = async (text: string, asked: Asked): Promise<Outcome> => {
  const { order, shell, signal, offline } = asked;
  const parsed = parseStrictJson(text);
  if (!parsed.ok) {
    return disproved(`This is not believed: ${parsed.error.says}.`, { kind: "json" }, shell.paint);
  }
  if (isObject(parsed.value) && "inclusion" in parsed.value) {
    const key = await readLedgerKey(order);
    return key.ok ? verifyLedgerProof(parsed.value, key.value, shell.paint) : key.error;
  }
  if (isObject(parsed.value) && "credentialSubject" in parsed.value) {
    const address = serverAddress(order, shell);
    if (!address.ok) return address.error;
    return askServer(text, shell, { url: address.value, signal, offline });
  }
  return misuse(
    "This JSON is neither a certificate nor a proof of the ledger.",
    "What is verified: certificates, clearances, proofs and exports of the ledger.",
  );
};

const isExport = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\{[^\n]*"format":"checkride-ledger"/.test(
    new TextDecoder().decode(bytes.subarray(0, 4_096)),
  );

export const verify: RunCommand = async (order, shell): Promise<Ended> => {
  const [given = ""] = order.positionals;
  const offline = isGiven(order.values, "offline");
  const asked = { order, shell, offline, signal: AbortSignal.timeout(timeoutMs) };
  const size = await stat(given).then(
    (found) => found.size,
    () => 0,
  );
  // Only an export of the ledger is that large, and it is read piece by piece.
  if (size > paperBytesMax) return ledgerVerify(order, shell);
  const paper = await readPaper(given, asked);
  if (!paper.ok) return paper.error;
  const { bytes, link } = paper.value;
  if (isExport(bytes)) return ledgerVerify(order, shell);
  const inPicture = credentialInPicture(bytes);
  if (inPicture && !inPicture.ok) {
    return disproved(`${inPicture.error.says}.`, { kind: "picture" }, shell.paint);
  }
  const text = inPicture ? inPicture.value : new TextDecoder().decode(bytes).trim();
  if (/^\uFEFF?\s*[{[]/.test(text)) return verifyJson(text, asked);
  const trusting = await readTrust(asked, link);
  return trusting.ok ? verifyToken(text, shell, trusting.value) : trusting.error;
};
