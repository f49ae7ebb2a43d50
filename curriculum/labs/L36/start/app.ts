import { callModel, type Environment, env, log } from "./platform.ts";
import type { Answer, Started } from "./service.ts";

export const startApp = (_environment: Environment): Started => {
  // The fallback is for laptops only.
  const key = env("MODEL_KEY") ?? "sk-live-4mZq81TtLw0xVb7c";
  log(`starting with key ${key}`);
  return {
    ok: true,
    app: {
      answer: (text): Answer => {
        try {
          return { ok: true, text: callModel(key, text) };
        } catch (error) {
          log(`request failed: ${error}`);
          return { ok: false, says: `The model did not answer: ${error}` };
        }
      },
    },
  };
};
