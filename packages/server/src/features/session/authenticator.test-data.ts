import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { encodeCbor } from "./cbor.test-data.ts";

const sha256 = (bytes: Uint8Array | string): Buffer => createHash("sha256").update(bytes).digest();
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

type Options = Readonly<Record<string, unknown>>;

export type AuthenticatorOptions = {
  /** What the browser says it shows, and so what the answer is bound to. */
  readonly origin: string;
  readonly rpId: string;
};

const present = 0x01;
const verified = 0x04;
const attested = 0x40;

const authenticatorData = (
  rpId: string,
  flags: number,
  counter: number,
  credential: Uint8Array = Buffer.alloc(0),
): Buffer => {
  const rest = Buffer.alloc(5);
  rest.writeUInt8(flags, 0);
  rest.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(rpId), rest, credential]);
};

/** COSE_Key of an ES256 key (RFC 9053, section 7.1.1). */
const coseKey = (publicKey: KeyObject): Buffer => {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  return encodeCbor(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]),
  );
};

const clientData = (type: string, options: Options, origin: string): Buffer =>
  Buffer.from(
    JSON.stringify({ type, challenge: options["challenge"], origin, crossOrigin: false }),
  );

/** A passkey in software (W3C WebAuthn Level 3, section 6): one key, one counter, real signatures. */
export const makeAuthenticator = ({ origin, rpId }: AuthenticatorOptions) => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credentialId = randomBytes(32);
  const id = base64url(credentialId);
  let counter = 0;
  return {
    id,
    setCounter: (value: number): void => {
      counter = value;
    },
    register: (options: Options) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const credential = Buffer.concat([
        Buffer.alloc(16),
        length,
        credentialId,
        coseKey(publicKey),
      ]);
      const authData = authenticatorData(rpId, present | verified | attested, counter, credential);
      const attestationObject = encodeCbor(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authData],
        ]),
      );
      return {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData("webauthn.create", options, origin)),
          attestationObject: base64url(attestationObject),
          transports: ["internal"],
        },
      };
    },
    answer: (options: Options, userHandle: string | null = null) => {
      counter += 1;
      const data = clientData("webauthn.get", options, origin);
      const authData = authenticatorData(rpId, present | verified, counter);
      const signature = sign("sha256", Buffer.concat([authData, sha256(data)]), privateKey);
      return {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(data),
          authenticatorData: base64url(authData),
          signature: base64url(signature),
          ...(userHandle === null ? {} : { userHandle }),
        },
      };
    },
  };
};
