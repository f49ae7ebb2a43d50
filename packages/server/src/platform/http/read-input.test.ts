import { contract } from "@checkride/api/contract";
import type { Operation } from "@checkride/api/operation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readInput } from "./read-input.ts";

const addPerson: Operation = contract["POST /api/people"];
const readCsv: Operation = contract["POST /api/people/imports"];
const list: Operation = contract["GET /api/people"];

const post = (body: string | Uint8Array<ArrayBuffer>, type = "application/json") =>
  new Request("http://x/api/people", { method: "POST", body, headers: { "content-type": type } });

const codeOf = async (operation: Operation, request: Request) => {
  const read = await readInput(request, operation, {});
  return read.ok ? null : read.error;
};

describe("readInput", () => {
  it("names every fault with its place", async () => {
    const refusal = await codeOf(
      addPerson,
      post(
        JSON.stringify({
          email: "x",
          name: "",
          tier: 9,
          surprise: 1,
          attributes: { "A b": ["x"] },
        }),
      ),
    );
    expect(refusal?.code).toBe("bad-input");
    expect(refusal?.faults?.map((fault) => fault.in).sort()).toEqual([
      "body",
      "body/attributes/A b",
      "body/email",
      "body/name",
      "body/tier",
    ]);
  });

  it("refuses unknown query fields", async () => {
    const refusal = await codeOf(list, new Request("http://x/api/people?nmae=x"));
    expect(refusal?.faults?.[0]?.says).toContain('"nmae"');
  });

  it("tells broken JSON, wrong types and text that is not UTF-8 apart", async () => {
    expect((await codeOf(addPerson, post("{")))?.code).toBe("bad-json");
    expect((await codeOf(addPerson, post("{}", "text/plain")))?.code).toBe("wrong-content-type");
    expect((await codeOf(addPerson, post(new Uint8Array([0xff, 0xfe]))))?.detail).toContain(
      "UTF-8",
    );
  });

  it("stops reading a body that is larger than allowed, whatever its declared length", async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
    });
    const request = new Request("http://x/", {
      method: "POST",
      body: endless,
      headers: { "content-type": "application/json" },
      duplex: "half",
    });
    expect((await codeOf(addPerson, request))?.code).toBe("too-large");
    expect((await codeOf(readCsv, post("x".repeat(8_000_001), "text/csv")))?.code).toBe(
      "too-large",
    );
  });

  it("refuses NUL anywhere, which the database could not keep", async () => {
    const body = JSON.stringify({ email: "a@b.example", name: "a\0b" });
    expect((await codeOf(addPerson, post(body)))?.detail).toContain("NUL");
  });

  it("refuses half a character and a nest without end", async () => {
    const half = JSON.stringify({ email: "a@b.example", name: "A", team: "\ud800" });
    expect((await codeOf(addPerson, post(half)))?.detail).toContain("surrogate");
    const key = '{"email":"a@b.example","name":"A","attributes":{"\\udfff":["x"]}}';
    expect((await codeOf(addPerson, post(key)))?.detail).toContain("surrogate");
    const nest = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect((await codeOf(addPerson, post(nest)))?.detail).toContain("nested deeper");
  });

  it("lists the first hundred faults and counts the rest", async () => {
    const roles = Array.from({ length: 5_000 }, () => "king");
    const many = post(JSON.stringify({ email: "a@b.example", name: "A", roles }));
    const refusal = await codeOf(addPerson, many);
    expect(refusal?.faults).toHaveLength(100);
    expect(refusal?.detail).toContain("5000 faults");
  });

  it("answers any JSON with input or a refusal and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        await readInput(post(body), addPerson, {});
      }),
    );
  });
});
