import { policyJsonSchema } from "./policy-schema.ts";

process.stdout.write(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
