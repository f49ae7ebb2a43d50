import type { Path } from "@checkride/curriculum-reader/fault";

/**
 * A piece of a file that is being read. Whatever is not as it should be is reported, and something empty is given back, so
 * that all faults of a file are found; what was read is used only where there are none.
 */
export type Part = {
  readonly isThere: boolean;
  readonly isText: boolean;
  readonly isFlag: boolean;
  /** Without `otherwise` it must be there. */
  readonly text: (otherwise?: string) => string;
  readonly flag: (otherwise?: boolean) => boolean;
  readonly whole: (otherwise?: number) => number;
  /** One of these words. */
  readonly word: <W extends string>(words: readonly [W, ...W[]], otherwise?: W) => W;
  /** Missing is empty. */
  readonly list: <T>(read: (item: Part) => T) => readonly T[];
  /** With whatever keys; missing is empty. */
  readonly record: <T>(read: (value: Part, key: string) => T) => ReadonlyMap<string, T>;
  /** Keys that `read` does not ask for are faults: what is not understood is not passed over. */
  readonly object: <T>(read: (key: (name: string) => Part) => T) => T;
  /** Null where it is missing. */
  readonly optional: <T>(read: (part: Part) => T) => T | null;
  /** A number or a text, as ports and quantities are. */
  readonly textOrWhole: () => string | number;
  readonly fault: (says: string) => void;
};

export type Report = (path: Path, part: "key" | "value", says: string) => void;

const itemsMax = 500;

export const partOf = (data: unknown, path: Path, report: Report): Part => {
  const name = nameOf(path);
  const fault = (says: string): void => report(path, "value", says);
  const isThere = data !== undefined && data !== null;
  const scalar = <T>(
    is: (value: unknown) => value is T,
    what: string,
    empty: T,
    otherwise?: T,
  ): T => {
    if (is(data)) return data;
    if (!isThere && otherwise !== undefined) return otherwise;
    fault(isThere ? `${name} must be ${what}` : `${name} is missing`);
    return empty;
  };
  return {
    isThere,
    isText: isText(data),
    isFlag: isFlag(data),
    fault,
    record: (read) => readRecord({ data, path, report }, read),
    text: (otherwise) => scalar(isText, "a text", "", otherwise),
    flag: (otherwise) => scalar(isFlag, "true or false", false, otherwise),
    whole: (otherwise) => scalar(isWhole, "a whole number", 0, otherwise),
    textOrWhole: () => scalar(isTextOrWhole, "a text or a whole number", ""),
    word: (words, otherwise) => {
      const found = words.find((word) => word === data);
      if (found !== undefined) return found;
      if (!isThere && otherwise !== undefined) return otherwise;
      fault(isThere ? `${name} must be one of ${words.join(", ")}` : `${name} is missing`);
      return words[0];
    },
    list: (read) => {
      if (!isThere) return [];
      if (Array.isArray(data) && data.length <= itemsMax) {
        return data.map((item, at) => read(partOf(item, [...path, at], report)));
      }
      fault(`${name} must be a list of at most ${itemsMax}`);
      return [];
    },
    object: (read) => readObject({ data, path, report }, read),
    optional: (read) => (isThere ? read(partOf(data, path, report)) : null),
  };
};

type Place = { readonly data: unknown; readonly path: Path; readonly report: Report };

const readRecord = <T>(
  { data, path, report }: Place,
  read: (value: Part, key: string) => T,
): ReadonlyMap<string, T> => {
  if (isRecord(data)) {
    const entries = Object.entries(data);
    return new Map(
      entries.map(([key, value]) => [key, read(partOf(value, [...path, key], report), key)]),
    );
  }
  if (data !== undefined && data !== null) report(path, "value", notMapping(path));
  return new Map();
};

const readObject = <T>(
  { data, path, report }: Place,
  read: (key: (name: string) => Part) => T,
): T => {
  const isWrong = data !== undefined && data !== null && !isRecord(data);
  if (isWrong) report(path, "value", notMapping(path));
  const values = isRecord(data) ? data : {};
  const asked = new Set<string>();
  const result = read((key) => {
    asked.add(key);
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    // What is wrong as a whole is said once.
    return partOf(value, [...path, key], isWrong ? () => undefined : report);
  });
  for (const key of Object.keys(values).filter((one) => !asked.has(one))) {
    const known = [...asked].join(", ");
    report([...path, key], "key", `\`${key}\` is not known in ${nameOf(path)}; known: ${known}`);
  }
  return result;
};

const notMapping = (path: Path): string => `${nameOf(path)} must be a mapping of keys to values`;

const nameOf = (path: Path): string => {
  const last = path.findLast((step) => typeof step === "string");
  return last === undefined ? "this document" : `\`${last}\``;
};

const isText = (value: unknown): value is string => typeof value === "string";
const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
const isTextOrWhole = (value: unknown): value is string | number => isText(value) || isWhole(value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
