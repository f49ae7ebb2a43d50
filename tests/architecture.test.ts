import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { contract } from "@checkride/api/contract";
import type { Operation } from "@checkride/api/operation";
import { problems } from "@checkride/api/problems";
import { rights } from "@checkride/rules/rights";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** DESIGN: which package may import which of ours. A package that is not built yet is not listed. */
const arrows: Record<string, readonly string[]> = {
  rules: [],
  ledger: [],
  "curriculum-reader": ["rules"],
  api: ["rules"],
  range: ["rules", "curriculum-reader"],
  verifier: [],
  server: ["rules", "ledger", "curriculum-reader", "api", "range", "verifier"],
  web: ["rules", "api"],
  cli: ["rules", "ledger", "curriculum-reader", "api", "range", "verifier"],
};

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("node_modules"));

const isTest = (path: string): boolean =>
  /\.test\.tsx?$|test-data|arbitrar|\/test-[a-z-]+\.ts$/.test(path);

const importsOfOurs = (path: string): string[] =>
  [...readFileSync(path, "utf8").matchAll(/from "@checkride\/([a-z-]+)\//g)].map(
    (match) => match[1] ?? "",
  );

const manifest = (name: string): { dependencies?: Record<string, string> } =>
  JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));

describe("the house", () => {
  it("has exactly the packages of the table", () => {
    expect(readdirSync(join(root, "packages")).sort()).toEqual(Object.keys(arrows).sort());
  });

  it.each(Object.entries(arrows))("%s imports only along its arrows", (name, allowed) => {
    const files = sources(join("packages", name)).filter((path) => !isTest(path));
    expect(files.length).toBeGreaterThan(3);
    const wrong = files.flatMap((path) =>
      importsOfOurs(path)
        .filter((target) => target !== name && !allowed.includes(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(arrows))("the manifest of %s declares its arrows", (name, allowed) => {
    const declared = Object.keys(manifest(name).dependencies ?? {})
      .filter((dependency) => dependency.startsWith("@checkride/"))
      .map((dependency) => dependency.slice("@checkride/".length));
    expect(declared.sort()).toEqual([...allowed].sort());
  });

  it("keeps SQL in store files, migrations and the platform", () => {
    const files = sources("packages/server/src/features").filter((path) => !isTest(path));
    expect(files.length).toBeGreaterThan(10);
    const outside = files.filter(
      (path) =>
        !/(^|-)store\.ts$/.test(basename(path)) &&
        /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(readFileSync(path, "utf8")),
    );
    expect(outside).toEqual([]);
  });
});

describe("the lockfile", () => {
  type Entry = { readonly optionalDependencies?: Record<string, string> };
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const lock: { readonly packages: Record<string, Entry> } = JSON.parse(text);

  it("has an entry for every optional package, or npm ci refuses it", () => {
    const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) =>
          !lock.packages[`${place}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it("names no address from which packages come", () => {
    expect(text).not.toMatch(/"resolved": "http/);
  });
});

describe("the contract", () => {
  const operations: [string, Operation][] = Object.entries(contract);

  it("names an access for every operation that exists", () => {
    expect(operations.length).toBeGreaterThan(40);
    for (const [name, operation] of operations) {
      const known = ["public", "signed-in", ...Object.keys(rights)];
      expect(known, name).toContain(operation.access);
    }
  });

  it("has a page for each problem code, and no page without a code", () => {
    const pages = readdirSync(join(root, "docs/problems")).map((name) => name.replace(/\.md$/, ""));
    expect(pages.sort()).toEqual(Object.keys(problems).sort());
  });

  it("uses every problem code somewhere in the server", () => {
    const text = sources("packages/server/src")
      .filter((path) => !isTest(path))
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const unused = Object.keys(problems).filter((code) => !text.includes(`"${code}"`));
    expect(unused).toEqual([]);
  });
});
