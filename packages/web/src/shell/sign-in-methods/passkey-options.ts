import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

const hasText = (value: unknown, key: string): boolean =>
  typeof value === "object" && value !== null && typeof Reflect.get(value, key) === "string";

/** The browser checks the rest itself: these guards only tell options from nonsense. */
export const isRequestOptions = (value: unknown): value is PublicKeyCredentialRequestOptionsJSON =>
  hasText(value, "challenge");

export const isCreationOptions = (
  value: unknown,
): value is PublicKeyCredentialCreationOptionsJSON =>
  hasText(value, "challenge") &&
  typeof value === "object" &&
  value !== null &&
  hasText(Reflect.get(value, "rp"), "name") &&
  hasText(Reflect.get(value, "user"), "id");
