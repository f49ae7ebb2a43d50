import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const bin = (name: string): string => join(root, "node_modules", ".bin", name);

/** One planted mistake for each rule: a rule that stops firing is worse than none. */
const plants: [rule: string, path: string, code: string][] = [
  ["noExplicitAny", "packages/server/src/x.ts", "export const x: any = 1;\n"],
  [
    "noUnsafeTypeAssertion",
    "packages/server/src/x.ts",
    "export const f = (a: unknown) => a as string;\n",
  ],
  [
    "noNonNullAssertion",
    "packages/server/src/x.ts",
    "export const f = (a: string | null) => a!.length;\n",
  ],
  [
    "noFloatingPromises",
    "packages/server/src/x.ts",
    "const f = async () => 1;\nexport const g = () => {\n  f();\n};\n",
  ],
  ["noDefaultExport", "packages/server/src/x.ts", "export default 1;\n"],
  ["noProcessEnv", "packages/server/src/x.ts", "export const home = process.env.HOME;\n"],
  ["noConsole", "packages/server/src/x.ts", 'console.log("x");\n'],
  ["useFilenamingConvention", "packages/server/src/notKebab.ts", "export const x = 1;\n"],
  ["noBarrelFile", "packages/server/src/x.ts", 'export * from "./main.ts";\n'],
  ["plugin", "packages/rules/src/x.ts", "export const now = () => Date.now();\n"],
  ["plugin", "packages/rules/src/x.ts", "export const now = () => new Date();\n"],
  [
    "noRestrictedImports",
    "packages/server/src/features/people/x.ts",
    'import { x } from "../policy/store.ts";\nexport { x };\n',
  ],
  [
    "noUndeclaredDependencies",
    "packages/rules/src/x.ts",
    'import pg from "pg";\nexport const x = pg;\n',
  ],
  [
    "noUndeclaredDependencies",
    "packages/ledger/src/x.ts",
    'import { ok } from "@checkride/rules/result";\nexport const x = ok;\n',
  ],
  [
    "noExcessiveLinesPerFunction",
    "packages/server/src/x.ts",
    `export const f = () => {\n${"  void 0;\n".repeat(60)}};\n`,
  ],
  ["noExcessiveLinesPerFile", "packages/server/src/x.ts", "export const x = 1;\n".repeat(310)],
];

/** The planted files in a tree of their own, under the project's configuration and manifests. */
const lintAll = (folder: string, files: ReadonlyMap<string, string>): string => {
  const config: { vcs: object; files: object } = JSON.parse(
    readFileSync(join(root, "biome.json"), "utf8"),
  );
  const here = { ...config, vcs: { enabled: false } };
  writeFileSync(join(folder, "biome.json"), JSON.stringify(here));
  cpSync(join(root, "tests/lint"), join(folder, "tests/lint"), { recursive: true });
  for (const name of readdirSync(join(root, "packages"))) {
    const manifest = join("packages", name, "package.json");
    cpSync(join(root, manifest), join(folder, manifest));
  }
  for (const [path, code] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  }
  const args = ["lint", "--max-diagnostics=none", "--reporter=json", "."];
  return String(spawnSync(bin("biome"), args, { cwd: folder }).stdout);
};

type Diagnostic = { readonly category: string; readonly location: { readonly path: unknown } };

describe("the linter", () => {
  let folder: string;
  let found: readonly Diagnostic[];
  const placed = plants.map(([rule, path, code], index) => ({
    rule,
    code,
    path: path.replace(/x\.ts$/, `plant-${index}.ts`),
  }));
  const sound = "export const double = (a: number): number => a * 2;\n";
  const soundPaths = [
    "packages/rules/src/sound.ts",
    "packages/server/src/features/people/sound.ts",
  ];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "checkride-lint-"));
    const files = new Map(placed.map(({ path, code }) => [path, code]));
    for (const path of soundPaths) files.set(path, sound);
    const report: { diagnostics: Diagnostic[] } = JSON.parse(lintAll(folder, files));
    found = report.diagnostics;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const categoriesAt = (path: string) =>
    found
      .filter((one) => JSON.stringify(one.location.path).includes(path))
      .map((one) => one.category);

  it.each(placed)("$rule fires at $path", ({ rule, path }) => {
    expect(categoriesAt(path).some((category) => category.includes(rule))).toBe(true);
  });

  it("has nothing against sound code in the same places", () => {
    expect(soundPaths.flatMap(categoriesAt)).toEqual([]);
  });
});

describe("the compiler", () => {
  const compile = (code: string): string => {
    const folder = mkdtempSync(join(tmpdir(), "checkride-arrow-"));
    try {
      writeFileSync(join(folder, "x.ts"), code);
      // The options of the rules package; only what would write files is turned off.
      const writes = { composite: false, emitDeclarationOnly: false, noEmit: true, rootDir: "." };
      const config = {
        extends: join(root, "packages/rules/tsconfig.json"),
        compilerOptions: writes,
        include: ["x.ts"],
        references: [],
      };
      writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
      const { stdout } = spawnSync(bin("tsc"), ["-p", folder], { cwd: folder });
      return String(stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it.each(["process", "console", "fetch", "setTimeout"])("keeps %s out of the rules", (name) => {
    expect(compile(`export const x = ${name};\n`)).toContain(`'${name}'`);
  });

  it("has nothing against a pure function", () => {
    expect(compile("export const double = (a: number): number => a * 2;\n")).toBe("");
  });
});
