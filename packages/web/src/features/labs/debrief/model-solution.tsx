import type { LabDebrief } from "@checkride/api/labs";
import { textDifference } from "@checkride/rules/text-difference";
import { useState } from "react";
import { CodeView } from "../../../design/code-view.tsx";
import { DifferenceView } from "../../../design/difference-view.tsx";
import { Select } from "../../../design/select.tsx";
import { languageOfPath } from "../bench/file-kind.ts";

type Solution = LabDebrief["solution"][number];
type Way = "start" | "mine" | "model";

const words: Readonly<Record<Way, string>> = {
  start: "from the start to the model solution",
  mine: "from what passed here to the model solution",
  model: "the model solution alone",
};

const File = ({ file, way }: { readonly file: Solution; readonly way: Way }) => {
  const { path, start, model, mine } = file;
  const before = way === "mine" ? (mine ?? start) : start;
  if (way === "model")
    return <CodeView text={model} language={languageOfPath(path)} title={path} />;
  return (
    <div className="model-file">
      <p className="field-legend">{path}</p>
      {before === model ? (
        <p className="muted">The same.</p>
      ) : (
        <DifferenceView caption={`${path}, ${words[way]}`} lines={textDifference(before, model)} />
      )}
    </div>
  );
};

/** The model solution beside what it began from, or beside one's own. */
export const ModelSolution = ({ files }: { readonly files: readonly Solution[] }) => {
  const hasMine = files.some(({ mine }) => mine !== null);
  const [way, setWay] = useState<Way>("start");
  const ways: readonly Way[] = hasMine ? ["start", "mine", "model"] : ["start", "model"];
  return (
    <div className="stack">
      <div className="model-way">
        <Select
          label="Show"
          value={way}
          options={ways.map((one) => ({ value: one, label: words[one] }))}
          onChange={setWay}
        />
      </div>
      {files.map((file) => (
        <File key={file.path} file={file} way={way} />
      ))}
    </div>
  );
};
