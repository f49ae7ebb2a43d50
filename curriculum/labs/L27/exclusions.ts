import type { Draw } from "@checkride/range/draw";

export type Paths = { readonly hide: readonly string[]; readonly keep: readonly string[] };

export const drawPaths = (draw: Draw): Paths => {
  const word = draw.word(5);
  return {
    hide: [
      ".env",
      `services/${word}/.env.production`,
      `deploy/keys/${draw.word(4)}.pem`,
      `fixtures/customers/${draw.word(6)}.csv`,
      `contracts/${draw.word(6)}-takeover.md`,
      `infra/${word}/terraform.tfstate`,
    ],
    keep: [
      "src/invoice.ts",
      `src/${word}/environment.ts`,
      "src/keys/keyboard.ts",
      `fixtures/currencies/${draw.word(3)}.csv`,
      `infra/${word}/main.tf`,
      "docs/contracts.md",
      "src/contracts/contract.ts",
      "deploy/deploy.sh",
      `services/${word}/index.ts`,
      "README.md",
    ],
  };
};

/** As ignore files read a pattern: from the top where a slash stands inside, anywhere otherwise; a folder hides all in it. */
const expressionOf = (line: string): RegExp | null => {
  const pattern = line.trim();
  if (pattern === "" || pattern.startsWith("#") || pattern.length > 200) return null;
  const body = pattern.replace(/^\//, "").replace(/\/$/, "");
  const isFromTop = pattern.replace(/\/$/, "").includes("/");
  const parts = body.split(/(\*\*\/|\*\*|\*|\?)/).map((part) => {
    if (part === "**/") return "(?:[^/]+/)*";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : part.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  });
  const inside = pattern.endsWith("/") ? "/.+" : "(?:/.+)?";
  return new RegExp(`^${isFromTop ? "" : "(?:.*/)?"}${parts.join("")}${inside}$`);
};

const linesMax = 40;

/** Which of some paths a list hides. Short lists of short patterns only: what is written here is a learner's. */
export const hiddenBy = (list: string, paths: readonly string[]): readonly string[] => {
  const lines = list.split("\n");
  if (lines.length > linesMax || lines.some((line) => (line.match(/\*+/g)?.length ?? 0) > 3))
    return [];
  const all = lines.flatMap((line) => expressionOf(line) ?? []);
  return paths.filter((path) => all.some((expression) => expression.test(path)));
};
