/** Read-only: what surrounds the service. What is called here is recorded outside of your code. */
declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export type Environment = "development" | "production";

/** A key that is lent. It stops working at `expiresAt`, and a minute after the vault has rotated. */
export type Lease = { key: string; environment: Environment; expiresAt: number };

/** Milliseconds of the simulated clock. */
export const now = () => host.call("now") as number;

/** Null: not set. */
export const env = (name: string) => host.call("env", name) as string | null;

/** Throws when it cannot be reached, and when it is asked more often than six times a minute. */
export const leaseKey = () => host.call("lease") as Lease;

/** The model's answer. Throws with what the provider said, which may repeat what it was sent. */
export const callModel = (key: string, text: string) => host.call("model", key, text) as string;

export const log = (line: string) => host.call("log", line);

/** One more layer of the image. Whoever has the image can read every layer, whatever later ones remove. */
export const addLayer = (command: string, files: Record<string, string> = {}) =>
  host.call("layer", command, files);
