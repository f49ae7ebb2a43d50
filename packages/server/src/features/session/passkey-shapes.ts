import { z } from "zod";

const text = z.string().max(20_000);

/** What the browser sends (W3C WebAuthn Level 3, RegistrationResponseJSON); the library checks what is in it. */
export const registration = z.object({
  id: text,
  rawId: text,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(30)).max(10).default([]),
  }),
});

/** AuthenticationResponseJSON. */
export const assertion = z.object({
  id: z.string().max(1400),
  rawId: text,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: z.string().max(200).nullish(),
  }),
});
export type AssertionJson = z.infer<typeof assertion>;
