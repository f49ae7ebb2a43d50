import { send, writeLog } from "./network.ts";

/** What a service of ours sends; it is only sure to be JSON. */
type Body = {
  model: string;
  messages: { role: string; content: string }[];
  /** So that teams stay flexible. */
  base_url: string;
};

export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "fallback"; text: string }
  | { kind: "refused"; because: "invalid" | "model" | "budget" };

export const makeGateway =
  () =>
  (team: string, body: Body): Reply => {
    writeLog({ team, ...body }); // every word, for debugging
    const { model, messages } = body;
    const answer = send({ url: body.base_url, model, messages });
    return { kind: "answered", text: JSON.parse(answer.body).text };
  };
