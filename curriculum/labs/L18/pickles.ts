import { crc32, gzipSync } from "node:zlib";
import type { Draw } from "@checkride/range/draw";
import { bodyOf, drawModel, entriesOf, fileOf, headerOf, textBytes } from "./tensors-file.ts";

const short = (text: string): string => `\x8c${String.fromCharCode(text.length)}${text}`;

const evalOf = (code: string): string => `\x80\x02cbuiltins\neval\nX${sized(code)}\x85R`;

const sized = (text: string): string => `${String.fromCharCode(text.length)}\0\0\0${text}`;

/** One file, not compressed, as model archives are. */
const zipped = (name: string, content: Buffer): Buffer => {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  local.copy(central, 6, 4, 30);
  const first = Buffer.concat([local, textBytes(name), content]);
  const directory = Buffer.concat([central, textBytes(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(first.length, 16);
  return Buffer.concat([first, directory, end]);
};

type Named = readonly [name: string, data: Buffer];

/** Each of them calls the host as soon as it is unpickled, and the harmless one is a pickle all the same. */
export const hostileFiles = (draw: Draw): readonly Named[] => {
  const word = draw.word(6);
  const code = `host.call("payload ${word}")`;
  const plain = textBytes(`${evalOf(code)}.`);
  const old = textBytes(`cbuiltins\neval\n(S'${code}'\ntR.`);
  const direct = textBytes(
    `\x80\x04${short("builtins")}${short("host.call")}\x93${short(word)}\x85R.`,
  );
  const timed = textBytes(`ctimeit\nmain\n((lS'-n'\naS'1'\naS'-r'\naS'1'\naS'${code}'\natR.`);
  const broken = textBytes(`${evalOf(code)}\xff\xff${word}`);
  const nested = textBytes(
    `\x80\x04c_pickle\nloads\nC${String.fromCharCode(plain.length)}${plain.toString("latin1")}\x85R.`,
  );
  const harmless = textBytes("\x80\x02}(X\x07\0\0\0weights]X\x04\0\0\0bias]u.");
  const model = drawModel(draw);
  const behind = fileOf(headerOf(entriesOf(model)), Buffer.concat([bodyOf(model), plain]));
  return [
    ["late-orders.pkl", plain],
    ["late-orders.tensors", plain],
    [`${word}.pkl`, old],
    [`${word}.bin`, direct],
    [`${word}.pkl`, timed],
    [`${word}.pt`, broken],
    [`${word}.pkl`, nested],
    [`${word}.pt`, zipped("archive/data.pkl", plain)],
    [`${word}.joblib`, gzipSync(plain)],
    [`${word}.pkl`, harmless],
    [`${word}.pkl`, behind],
  ];
};
