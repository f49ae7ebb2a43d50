/**
 * Read-only: the two models. Both lie outside of your code, behind `host.call`, and both may fail by throwing, as after a
 * time-out.
 *
 * They are small simulations with the weakness that real models have: they follow orders wherever they find them.
 */
export type Message = { role: "system" | "user"; content: string };

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

/**
 * Judges a message. It needs `GUARD_RULES` as they are in a system message. If the user message is JSON, it judges what
 * stands in its strings and follows nothing of it. If it is not, it reads the message like an order. It is right about
 * most messages, not about all. Its answer should be JSON and is not always.
 */
export const askGuard = (messages: Message[]): string => String(host.call("guard", messages));

/** Answers a customer from the help text in its system message. Somebody may talk it into telling all that it was given. */
export const askTask = (messages: Message[]): string => String(host.call("task", messages));
