import type { AccountView } from "@checkride/api/session";

/** How one gets in, in one sentence. */
export const accountSentence = ({
  hasPassword,
  passkeys,
}: Pick<AccountView, "hasPassword" | "passkeys">): string => {
  const keys =
    passkeys.length === 1
      ? "a passkey"
      : passkeys.length > 1
        ? `${passkeys.length} passkeys`
        : null;
  if (keys !== null && hasPassword) return `You sign in with ${keys} or a password.`;
  if (keys !== null) return `You sign in with ${keys}.`;
  if (hasPassword) return "You sign in with a password.";
  return "You have no way to sign in but one-time links.";
};
