/** Read-only: what all parts of the gateway agree on. */
export const TOKENS_OUT_MAX = 500;
export const WAIT_MS_MAX = 10_000;
export const FALLBACK = "The assistant is not available. Please try again later.";

export const countTokens = (text: string): number => Math.ceil(text.length / 4);

const secrets = [
  { kind: "key", pattern: /\bsk-[A-Za-z0-9-]{8,200}/g },
  { kind: "token", pattern: /\bBearer [A-Za-z0-9._-]{8,400}/g },
  { kind: "mail", pattern: /\b[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,3}/g },
];

/** What may leave the company of a text, and how many values were taken out. */
export const redact = (text: string): { clean: string; count: number } => {
  let count = 0;
  let clean = text;
  for (const { kind, pattern } of secrets) {
    clean = clean.replace(pattern, () => {
      count += 1;
      return `[${kind}]`;
    });
  }
  return { clean, count };
};
