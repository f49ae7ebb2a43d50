import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isNewKind, newKinds, newLab } from "@checkride/range/labs/new/new-lab";
import type { RunCommand } from "../command.ts";
import { textOf } from "../option-values.ts";
import { done, misuse } from "../outcome.ts";
import { shownPath } from "./curriculum-check.ts";

export const labNew: RunCommand = async ({ positionals, values }, shell) => {
  const [id = ""] = positionals;
  if (!/^[A-Z]+[0-9]{2,}$/.test(id)) {
    return misuse(
      `“${id}” is no id of a lab.`,
      "Use capital letters and a number, such as ACME01.",
    );
  }
  const curriculum = textOf(values, "curriculum") ?? join(shell.root, "curriculum");
  const folder = join(curriculum, "labs", id);
  const there = await readdir(folder).catch(() => []);
  if (there.some((name) => name !== "lab.yaml")) {
    return misuse(`${shownPath(folder)} holds more than lab.yaml already.`);
  }
  const announced = there.length === 0 ? null : await readFile(join(folder, "lab.yaml"), "utf8");
  const kind = kindIn(announced) ?? textOf(values, "kind") ?? "";
  if (!isNewKind(kind)) {
    const says = kind === "" ? "--kind is missing." : `No lab of the kind ${kind} can be begun.`;
    return misuse(says, `Use one of ${newKinds.join(", ")}.`);
  }
  const files = Object.entries(newLab(id, kind, announced));
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const place = shownPath(folder);
  return done(
    [`${place} is there: ${files.length} files.`, `Prove it: checkride lab check ${place}`],
    { folder, files: files.map(([path]) => path) },
  );
};

const kindIn = (announced: string | null): string | null =>
  /^kind: *([a-z-]+)/m.exec(announced ?? "")?.[1] ?? null;
