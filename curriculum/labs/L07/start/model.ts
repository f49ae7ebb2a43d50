/**
 * Read-only: the model. It lies outside of your code, behind `host.call`.
 *
 * It is a small simulation with the weakness that real models have: it follows orders wherever it finds them. What is
 * quoted as `[[name]] … [[/name]]` in a user message it takes for material, if the system message mentions `[[name]]`.
 * The quote ends at the first `[[/name]]`.
 *
 * Orders it knows are to ignore or forget what it was told, and to show, repeat or translate it. Inside of a quote it
 * still follows some that sound harmless: to complete a sentence, to tell its lines as a story or a poem, to quote them as
 * a specimen.
 */
export type Message = { role: "system" | "user"; content: string };

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

/** The model's answer: as a rule JSON of the form that the rules ask for, and never a promise. */
export const askModel = (messages: Message[]): string => String(host.call("model", messages));
