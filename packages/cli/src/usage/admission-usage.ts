import type { CommandUsage } from "./command-usage.ts";

export const admissionUsage = [
  {
    name: "admission",
    summary: "Answer a Kubernetes cluster whether what somebody applies may go on",
    about: [
      "A validating admission webhook over TLS, at /admit/<gate>. Whoever applies something is asked about by",
      "the address that the cluster's own sign-on has verified; users of pipelines bring a clearance in the",
      "annotation checkride.dev/clearance. It runs until it is stopped, and asks with an access token that has",
      "the right gates:decide. While the server is away, kept answers hold as long as the gate allows.",
    ],
    positionals: [],
    options: [
      {
        name: "cert",
        value: "file",
        says: "the certificate to answer with",
        required: true,
        completes: "file",
      },
      { name: "key", value: "file", says: "its private key", required: true, completes: "file" },
      { name: "port", value: "number", says: "where to listen (else 8443)" },
      { name: "host", value: "address", says: "on which address to listen (else on all)" },
      {
        name: "user-prefix",
        value: "prefix",
        says: "what the cluster puts before a verified address, such as oidc:; may be given more than once",
        repeats: true,
      },
      {
        name: "pipeline",
        value: "user",
        says: "a user who may bring a clearance; may be given more than once",
        repeats: true,
      },
      {
        name: "exempt-user",
        value: "user",
        says: "a user who is not asked about; may be given more than once",
        repeats: true,
      },
      {
        name: "exempt-group",
        value: "group",
        says: "a group whose members are not asked about; may be given more than once",
        repeats: true,
      },
      { name: "issuer", value: "url", says: "who must have signed a clearance (else the server)" },
      { name: "warn-only", says: "stop nobody, and warn of what would be stopped" },
    ],
    examples: [
      {
        run: "checkride admission --cert tls.crt --key tls.key --user-prefix oidc:",
        says: "people by their address",
      },
    ],
    exits: ["ok", "usage", "not-permitted", "bug"],
    asks: "server",
  },
] as const satisfies readonly CommandUsage[];
