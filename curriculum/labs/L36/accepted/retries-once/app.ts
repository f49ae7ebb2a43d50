import { callModel, type Environment, type Lease, leaseKey, log, now } from "./platform.ts";
import type { Answer, Started } from "./service.ts";

/** Lends keys of one environment, and asks for another one when told that the last was refused. */
class Keys {
  private held: Lease | undefined;
  private nextAt = 0;

  constructor(private readonly environment: Environment) {}

  get(): string | undefined {
    const time = now();
    if (time >= this.nextAt) this.refresh();
    return this.held && this.held.expiresAt > time ? this.held.key : undefined;
  }

  refresh(): boolean {
    this.nextAt = now() + 45_000;
    try {
      const lease = leaseKey();
      this.held = lease.environment === this.environment ? lease : undefined;
      return this.held !== undefined;
    } catch {
      return false;
    }
  }
}

const statusOf = (error: unknown) => {
  const [status] = String(error).match(/\b\d{3}\b/) ?? ["unknown"];
  return status;
};

export const startApp = async (environment: Environment): Promise<Started> => {
  const keys = new Keys(environment);
  if (!keys.refresh()) return { ok: false, says: `No usable key from the vault (${environment}).` };
  const ask = (text: string, mayRetry: boolean): Answer => {
    const key = keys.get();
    if (!key) return { ok: false, says: "No key." };
    try {
      return { ok: true, text: callModel(key, text) };
    } catch (error) {
      const status = statusOf(error);
      log(`model: ${status}`);
      if (status === "401" && mayRetry && keys.refresh()) return ask(text, false);
      return { ok: false, says: `Model unavailable, status ${status}` };
    }
  };
  return { ok: true, app: { answer: async (text) => ask(text, true) } };
};
