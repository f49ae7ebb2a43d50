/** Read-only: the service. It knows the team of a call from its sign-in, and nothing of the body. */
import { makeGateway } from "./gateway.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export const serve = async (calls: { team: string; body: unknown }[]) => {
  const ask: (team: string, body: never) => unknown = makeGateway();
  const replies = [];
  for (const { team, body } of calls) {
    host.call("begin");
    replies.push(await ask(team, body as never));
  }
  return replies;
};
