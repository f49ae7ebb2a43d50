/** Read-only: what a call may be, and what it costs. Money is in millionths of a euro. */
export const TOKENS_IN_MAX = 8_000;
export const TOKENS_OUT_MAX = 800;
export const STEPS_MAX = 5;
export const DAY_MS = 86_400_000;

export const countTokens = (text: string): number => Math.ceil(text.length / 4);

export const costOf = (tokensIn: number, tokensOut: number): number => tokensIn * 3 + tokensOut * 15;
