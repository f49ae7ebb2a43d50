import { contract } from "@checkride/api/contract";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi.ts";

describe("openApiDocument", () => {
  const text = JSON.stringify(openApiDocument("1.2.3"));
  const document: {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  } = JSON.parse(text);

  it("describes every operation of the contract once", () => {
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(Object.keys(contract).sort());
  });

  it("gives each operation an id of its own", () => {
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map((operation) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is version 3.1 and refers only to schemas that it holds", () => {
    expect(document.openapi).toBe("3.1.0");
    const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(refs)).toEqual(new Set(["#/components/schemas/Problem"]));
  });
});
