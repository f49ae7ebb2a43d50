/** Read-only: the service. Calls arrive while others are still at the model. */
import { makeEndpoint } from "./endpoint.ts";
import { finish, next } from "./world.ts";

const settled = async () => {
  for (let turn = 0; turn < 40; turn++) await null;
};

export const serve = async (_name: string, _what?: string) => {
  const ask: (call: never) => Promise<unknown> = makeEndpoint();
  const replies: Promise<unknown>[] = [];
  for (let all = next(); all.length > 0; all = next()) {
    for (const one of all) {
      if (one.kind === "call") replies.push(ask(one.call as never).catch((error) => String(error)));
      else finish(one);
    }
    await settled();
  }
  return await Promise.all(replies);
};
