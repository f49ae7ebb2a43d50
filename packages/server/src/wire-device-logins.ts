import type { DeviceLoginDeps } from "./features/device-logins/deps.ts";
import { countOne } from "./features/session/rate-store.ts";
import { endToken } from "./features/tokens/end-token.ts";
import { makeToken } from "./features/tokens/make-token.ts";
import type { Parts } from "./wiring.ts";

/** A command line that is let in gets an access token like any other. */
export const wireDeviceLogins = ({ vault, outside }: Parts): DeviceLoginDeps => ({
  vault,
  makeToken,
  endToken,
  countOne: (bucket, now, ends) => countOne(outside.db, bucket, now, ends),
});
