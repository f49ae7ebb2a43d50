import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  bodyOf,
  drawKey,
  drawModel,
  entriesOf,
  entry,
  fileOf,
  floats,
  goodFile,
  headerOf,
  loading,
  scoresOf,
  textBytes,
} from "./tensors-file.ts";

/** As long as is needed for a file that begins like a pickle, or like an archive. */
const padded = (header: string, length: number): string => header.padEnd(length, " ");

export const lookAlikes = (draw: Draw): readonly CheckCase[] => {
  const key = drawKey(draw);
  const named = ["late-orders.pkl", `${draw.word(5)}.pt`, draw.word(6)].map((name) => {
    const model = drawModel(draw);
    return loading({ name, data: goodFile(model), key, rows: model.rows }, scoresOf(model));
  });
  const begun = [0x0280, 0x0480, 0x4b50].map((length) => {
    const model = drawModel(draw);
    const data = fileOf(padded(headerOf(entriesOf(model)), length), bodyOf(model));
    return loading({ data, key, rows: model.rows }, scoresOf(model));
  });
  return [...named, ...begun, aboutPickles(draw), spellingEval(draw)];
};

const aboutPickles = (draw: Draw): CheckCase => {
  const model = drawModel(draw);
  const count = model.weights.length;
  const note = { note: `converted from pickle, no __reduce__, no os.system, ${draw.word(5)}` };
  const header = headerOf([
    ["__metadata__", note],
    ...entriesOf(model),
    entry("__reduce__", 4 * count + 4, 1),
  ]);
  const data = fileOf(header, Buffer.concat([bodyOf(model), floats([1])]));
  return loading({ data, key: drawKey(draw), rows: model.rows }, scoresOf(model));
};

/** Four weights whose bytes happen to be the beginning of a pickle. */
const spellingEval = (draw: Draw): CheckCase => {
  const bytes = textBytes("cbuiltins\neval\n(");
  const weights = [0, 4, 8, 12].map((at) => bytes.readFloatLE(at));
  const model = { weights, bias: draw.whole(1, 9), rows: [[1, 0, 0, 0]] };
  return loading({ data: goodFile(model), key: drawKey(draw), rows: model.rows }, scoresOf(model));
};
