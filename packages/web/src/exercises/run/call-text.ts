import type { Json } from "@checkride/rules/exercise";

const pythonText = (value: Json): string => {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(pythonText).join(", ")}]`;
  const pairs = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${pythonText(one)}`,
  );
  return `{${pairs.join(", ")}}`;
};

type Call = {
  readonly language: "ts" | "python";
  readonly calls: string | null;
  readonly args: readonly Json[];
  readonly returns: Json;
};

/** A value as the language writes it. */
export const valueText = (language: "ts" | "python", value: Json): string =>
  language === "python" ? pythonText(value) : JSON.stringify(value);

/** `safe("../x") → None`, in the words of the language. */
export const callText = ({ language, calls, args, returns }: Call): string => {
  const text = (value: Json) => valueText(language, value);
  return `${calls ?? "call"}(${args.map(text).join(", ")}) → ${text(returns)}`;
};
