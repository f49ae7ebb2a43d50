import { didYouMean } from "@checkride/rules/did-you-mean";
import type { LinkTarget } from "@checkride/rules/prose";
import type { Result } from "@checkride/rules/result";
import { fail, ok } from "@checkride/rules/result";

export type LinkFault = { readonly says: string; readonly cure: string };

const places = ["term", "source", "lesson", "lab", "case", "document", "module"] as const;

const isPlace = (scheme: string): scheme is (typeof places)[number] =>
  places.some((place) => place === scheme);

/** `https://…` or `term:canary`: nothing else can be linked to. */
export const linkTarget = (written: string): Result<LinkTarget, LinkFault> => {
  const [scheme = "", rest] = splitScheme(written);
  if (isPlace(scheme)) return placeTarget(scheme, rest);
  if (scheme === "https") {
    const says = webFault(written);
    return says === null ? ok({ kind: "web", url: written }) : fail(says);
  }
  const meant = didYouMean(scheme, [...places, "https"]);
  return fail({
    says: `the link \`${written}\` leads nowhere that is known`,
    cure:
      meant === null || rest === ""
        ? `write https://… or one of ${places.map((place) => `${place}:`).join(", ")} and an id`
        : `write ${meant}:${rest}`,
  });
};

/** Null: an address that a reader can open. */
export const webFault = (url: string): LinkFault | null => {
  if (!url.startsWith("https://")) {
    return { says: `\`${url}\` is no https address`, cure: "begin it with https://" };
  }
  const { hostname, username } = URL.canParse(url) ? new URL(url) : { hostname: "", username: "" };
  if (/\s/.test(url) || username !== "" || !/^[^.]+(\.[^.]+)+$/.test(hostname)) {
    return {
      says: `\`${url}\` names no host that could be opened`,
      cure: "write the whole address, such as https://genai.owasp.org/llm-top-10/",
    };
  }
  return null;
};

const placeTarget = (kind: (typeof places)[number], id: string): Result<LinkTarget, LinkFault> =>
  /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(id)
    ? ok({ kind, id })
    : fail({ says: `\`${kind}:${id}\` names no id`, cure: `write ${kind}: and an id` });

const splitScheme = (written: string): readonly [string, string] => {
  const colon = written.indexOf(":");
  return colon === -1 ? ["", ""] : [written.slice(0, colon), written.slice(colon + 1)];
};
