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

/** `safe("../x") → None`, in the words of the language. */
export const callText = ({ language, calls, args, returns }: Call): string => {
  const text = (value: Json) => (language === "python" ? pythonText(value) : JSON.stringify(value));
  return `${calls ?? "call"}(${args.map(text).join(", ")}) → ${text(returns)}`;
};
