import { isIP } from "node:net";
import { fail, ok, type Result } from "@checkride/rules/result";
import { familyOf, networkList } from "../../platform/networks.ts";

/** Networks of the installation's own to which its owner lets webhooks go; each is an address or a range. */
export type OwnNetworks = readonly string[];

export type Reachable = {
  /** Null: it may be reached. */
  readonly whyNot: (address: string, protocol: string) => string | null;
};

/** IANA's special-purpose registries (RFC 6890 and its updates): what is not the public internet. */
const notPublicV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

/** Public IPv6 is 2000::/3 without these; all that carries an IPv4 address inside it lies outside or is among them. */
const notPublicV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const notPublic = networkList([...notPublicV4, ...notPublicV6]);
const publicV6 = networkList(["2000::/3"]);

const isPublic = (address: string): boolean => {
  const family = familyOf(address);
  return (
    (family === "ipv4" || publicV6.check(address, family)) && !notPublic.check(address, family)
  );
};

const setting = "CHECKRIDE_WEBHOOK_NETWORKS";

/**
 * Where webhooks may go: to the public internet over https, and to what the owner has named, over http too. All
 * else would let whoever adds a webhook reach what only this machine can (server-side request forgery).
 */
export const makeReachable = (own: OwnNetworks): Reachable => {
  const named = networkList(own);
  return {
    whyNot: (address, protocol) => {
      if (named.check(address, familyOf(address))) return null;
      if (!isPublic(address))
        return `${address} is not on the public internet, and ${setting} does not name it`;
      return protocol === "https:" ? null : `http goes only to networks that ${setting} names`;
    },
  };
};

/** What can be said of an address before it is looked up, as a sentence for whoever typed it. */
export const readReceiverUrl = (
  text: string,
  reachable: Reachable,
  hasOwn: boolean,
): Result<string, string> => {
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") {
    return fail("must not carry a name or password; the signature says who sends");
  }
  if (url.protocol === "http:" && !hasOwn) return fail("must begin with https://");
  const host = hostOf(url);
  const whyNot = isIP(host) === 0 ? null : reachable.whyNot(host, url.protocol);
  if (whyNot !== null) return fail(whyNot);
  url.hash = "";
  return ok(url.href);
};

/** Without the brackets around an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");
