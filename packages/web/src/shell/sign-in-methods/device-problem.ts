import type { Problem } from "@checkride/api/problems";

const words: Readonly<Record<string, { readonly detail: string; readonly wayOut: string }>> = {
  NotAllowedError: {
    detail: "The browser's question was closed, or it waited too long.",
    wayOut: "Try again, and answer with your fingerprint, face, PIN or security key.",
  },
  SecurityError: {
    detail:
      "The browser allows passkeys only at the address that Checkride is set up for, over https.",
    wayOut: "Open Checkride at its usual address, or use your password.",
  },
  InvalidStateError: {
    detail: "This device already holds a passkey for your account.",
    wayOut: "Use it to sign in, or add a passkey on another device.",
  },
  NotSupportedError: {
    detail: "This device cannot keep a passkey of the kind that is needed.",
    wayOut: "Use another device, a security key or a password.",
  },
};

const other = {
  detail: "The device or the browser refused without saying why.",
  wayOut: "Try again, or use your password.",
};

/** What the browser threw at a passkey, as a refusal that a person understands. */
export const deviceProblem = (error: unknown): Problem => ({
  type: "about:blank",
  code: "passkey-not-accepted",
  title: "The passkey was not used",
  status: 0,
  ...(error instanceof Error ? (words[error.name] ?? other) : other),
});
