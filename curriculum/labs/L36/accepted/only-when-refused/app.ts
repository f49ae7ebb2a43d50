import { callModel, type Environment, type Lease, leaseKey, now } from "./platform.ts";
import type { Answer, Started } from "./service.ts";

/** A lease of this environment, or null; why not is nobody's business but the vault's. */
const borrow = (environment: Environment): Lease | null => {
  try {
    const lease = leaseKey();
    return lease.environment === environment ? lease : null;
  } catch {
    return null;
  }
};

export const startApp = (environment: Environment): Started => {
  let lease = borrow(environment);
  if (lease === null) return { ok: false, says: "vault: no key for this environment" };

  const attempt = (text: string): Answer & { refused?: boolean } => {
    if (lease === null || lease.expiresAt <= now()) return { ok: false, says: "no key", refused: true };
    try {
      return { ok: true, text: callModel(lease.key, text) };
    } catch (error) {
      const message = String(error);
      const status = ["400", "401", "403", "429", "500", "503"].find((one) => message.includes(` ${one} `));
      return { ok: false, says: `provider: ${status ?? "unreachable"}`, refused: status === "401" };
    }
  };

  // No clock but the lease's own: a key is asked for when the last one was refused or has ended.
  const answer = (text: string): Answer => {
    const first = attempt(text);
    if (first.ok || first.refused !== true) return strip(first);
    const next = borrow(environment);
    if (next === null) return strip(first);
    lease = next;
    return strip(attempt(text));
  };
  return { ok: true, app: { answer } };
};

const strip = (answer: Answer): Answer =>
  answer.ok ? { ok: true, text: answer.text } : { ok: false, says: answer.says };
