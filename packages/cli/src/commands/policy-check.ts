import { stat } from "node:fs/promises";
import { join } from "node:path";
import { hasError } from "@checkride/curriculum-reader/fault";
import { readCatalogue } from "@checkride/curriculum-reader/read-catalogue";
import { readPolicy } from "@checkride/curriculum-reader/read-policy";
import type { RunCommand } from "../command.ts";
import { faultCount, faultLines } from "../fault-lines.ts";
import { textOf } from "../option-values.ts";
import { answerNo, done, misuse } from "../outcome.ts";
import { policyBytesMax } from "../policy-bytes.ts";
import { readTextFile } from "../read-text-file.ts";

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

export const policyCheck: RunCommand = async (order, shell) => {
  const [file = ""] = order.positionals;
  const text = await readTextFile(file, policyBytesMax);
  if (!text.ok) return text.error;
  const own = textOf(order.values, "curriculum");
  if (own !== null && !(await isFolder(own))) return misuse(`--curriculum ${own} is no folder.`);
  const folders = [join(shell.root, "curriculum"), ...(own === null ? [] : [own])];
  const { catalogue, faults: inCurriculum } = await readCatalogue(folders);
  for (const fault of inCurriculum) {
    shell.note(`curriculum ${fault.file}:${fault.line}:${fault.column}  ${fault.says}`);
  }
  const { faults } = readPolicy(text.value, catalogue, shell.now().toISOString());
  const lines = [...faultLines(file, faults, shell.paint), `${file}: ${faultCount(faults)}.`];
  return (hasError(faults) ? answerNo : done)(lines, { file, faults });
};
