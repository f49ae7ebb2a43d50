import { describe, expect, it } from "vitest";
import { stripTypes } from "./strip-types.ts";

describe("TypeScript without its types", () => {
  it("keeps its lines", () => {
    const text =
      "type A = {\n  a: number;\n};\n\nexport const f = (a: A): number => a.a as number;\n";
    const stripped = stripTypes("main.ts", text);
    expect(stripped.ok && stripped.value.split("\n")[4]).toContain("export const f = (a) => a.a");
  });

  it.each([
    ["namespace", "namespace A { export const b = 1 }"],
    ["namespace", "export namespace A.B { export const b = 1 }"],
    ["export =", "const a = 1;\nexport = a;"],
    ["Decorators", "@a class B {}"],
    ["Decorators", "class B {\n  @a() c() {}\n}"],
  ])("refuses %s with a sentence: %s", (what, text) => {
    const stripped = stripTypes("main.ts", text);
    expect(stripped.ok ? "" : stripped.error).toContain(what);
  });

  it.each([
    'const mail = "a@b.example";',
    "// namespace A {\nconst a = 1;",
    "const text = `\n@media print {}\nnamespace A {\n`;",
    "const namespace = 1;",
    "const a = { module: 1, namespace: 2 };",
  ])("is not misled by words: %s", (text) => {
    expect(stripTypes("main.ts", text).ok).toBe(true);
  });

  it("says where it cannot be read, as every error says its place", () => {
    expect(stripTypes("app/main.ts", "const b = 1;\nconst a = ;")).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^SyntaxError: .* @app\/main\.ts:2$/),
    });
  });
});
