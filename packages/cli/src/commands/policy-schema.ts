import { policyJsonSchema } from "@checkride/curriculum-reader/policy-schema";
import type { RunCommand } from "../command.ts";
import { done } from "../outcome.ts";

export const policySchemaText: RunCommand = async () => {
  const schema = policyJsonSchema();
  return done(JSON.stringify(schema, null, 2).split("\n"), { schema });
};
