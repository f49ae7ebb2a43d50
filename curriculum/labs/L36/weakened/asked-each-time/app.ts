import { callModel, type Environment, type Lease, leaseKey, log, now } from "./platform.ts";
import type { Answer, Started } from "./service.ts";

/** Half of the minute in which a rotation has to be noticed. */
const freshForMs = 0;

export const startApp = (environment: Environment): Started => {
  let lease: Lease | null = null;
  let askedAt = 0;

  const renew = (): void => {
    askedAt = now();
    const next = leaseKey();
    if (next.environment !== environment) {
      lease = null;
      throw new Error(`The vault gave a key for ${next.environment}.`);
    }
    lease = next;
  };

  /** A vault that is away for a moment is no reason to stop while the key still works. */
  const currentKey = (): string | null => {
    if (lease === null || now() - askedAt >= freshForMs) {
      try {
        renew();
      } catch {
        log("no new key from the vault");
      }
    }
    return lease !== null && now() < lease.expiresAt ? lease.key : null;
  };

  const answer = (text: string): Answer => {
    const key = currentKey();
    if (key === null) return { ok: false, says: "There is no key for the model now." };
    try {
      return { ok: true, text: callModel(key, text) };
    } catch (error) {
      // Only the status: what the provider said may repeat what it was sent.
      const status = /\b[45]\d\d\b/.exec(String(error))?.[0] ?? "no status";
      log(`the model did not answer: ${status}`);
      return { ok: false, says: `The model did not answer (${status}).` };
    }
  };

  try {
    renew();
  } catch {
    return { ok: false, says: `The vault has no key for ${environment}: check its address and role.` };
  }
  return { ok: true, app: { answer } };
};
