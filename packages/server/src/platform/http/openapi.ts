import { contract } from "@checkride/api/contract";
import type { Operation } from "@checkride/api/operation";
import { problems } from "@checkride/api/problems";
import { z } from "zod";

type Json = Record<string, unknown>;

const schemaOf = (schema: z.core.$ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
  });
  return rest;
};

const parametersOf = (where: "path" | "query", schema: z.ZodObject | undefined): Json[] =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: where,
    required: where === "path" || !z.safeParse(field, undefined).success,
    schema: schemaOf(field, "input"),
  }));

const problemAnswers = (operation: Operation): Json => {
  const codes = [
    ...(operation.body || operation.params || operation.query ? (["bad-input"] as const) : []),
    ...(operation.access === "public" ? [] : (["not-signed-in"] as const)),
    ...(operation.access === "public" || operation.access === "signed-in"
      ? []
      : ([operation.masked ? "not-found" : "not-permitted"] as const)),
    ...(operation.problems ?? []),
    "server-fault" as const,
  ];
  const byStatus = new Map<number, Set<string>>();
  for (const code of codes) {
    const { status } = problems[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      String(status),
      {
        description: [...names].map((name) => `\`${name}\``).join(", "),
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    ]),
  );
};

const successOf = (operation: Operation): Json => {
  if (operation.answer) {
    const schema = schemaOf(operation.answer, "output");
    return { "200": { description: "Done", content: { "application/json": { schema } } } };
  }
  if (operation.answerType) {
    return { "200": { description: "A stream", content: { [operation.answerType]: {} } } };
  }
  return { "204": { description: "Done; nothing to say" } };
};

const requestBodyOf = (operation: Operation): Json => {
  if (operation.bodyText) {
    const content = { [operation.bodyText.type]: { schema: { type: "string" } } };
    return { requestBody: { required: true, content } };
  }
  if (!operation.body) return {};
  const content = { "application/json": { schema: schemaOf(operation.body, "input") } };
  return { requestBody: { required: true, content } };
};

const repeatHeader: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key and request again gets the first answer and does nothing more.",
  schema: { type: "string", minLength: 8, maxLength: 200 },
};

const operationOf = (name: string, operation: Operation): Json => ({
  operationId: name.replace(/[^A-Za-z]+/g, "-").replace(/-$/, ""),
  summary: operation.summary,
  "x-right": operation.access,
  ...(operation.access === "public" ? { security: [] } : {}),
  parameters: [
    ...parametersOf("path", operation.params),
    ...parametersOf("query", operation.query),
    ...(operation.repeatable ? [repeatHeader] : []),
  ],
  ...requestBodyOf(operation),
  responses: { ...successOf(operation), ...problemAnswers(operation) },
});

const problemSchema: Json = {
  type: "object",
  description: "RFC 9457 problem details. Each code has a page at /problems/{code}.",
  required: ["type", "code", "title", "status", "detail"],
  properties: {
    type: { type: "string" },
    code: { enum: Object.keys(problems) },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    requestId: { type: "string" },
    wayOut: { type: "string" },
    retryAfterSeconds: { type: "integer" },
    faults: {
      type: "array",
      items: {
        type: "object",
        required: ["in", "says"],
        properties: { in: { type: "string" }, says: { type: "string" } },
      },
    },
  },
};

/** OpenAPI 3.1, made from the very schemas that validate. */
export const openApiDocument = (productVersion: string): Json => {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries(contract)) {
    const [method = "", path = ""] = name.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name, operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Checkride",
      version: productVersion,
      description: "AI-safety training that people earn by doing and pipelines can check.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "checkride_session" },
        token: { type: "http", scheme: "bearer" },
      },
    },
  };
};
