/** Which of several forms of one address somebody wants: a page for people, or one for programs. */
export type Form = "page" | "json" | "jwt";

/** Browsers name HTML; programs name what they want or take anything, which is JSON. */
export const acceptedForm = (request: Request): Form => {
  const accept = request.headers.get("accept") ?? "*/*";
  if (/\bjwt\b/i.test(accept)) return "jwt";
  return /\btext\/html\b/i.test(accept) ? "page" : "json";
};
