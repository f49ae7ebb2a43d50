import type { Choice } from "@checkride/range/kit/answered-lab";

/** Claims nothing, so it finds nothing and costs nothing. */
export const remark = "remark";

export const problems: readonly Choice[] = [
  { id: "rights", text: "Missing rights check: reaches what belongs to somebody else" },
  { id: "sql", text: "Query to a database put together from text" },
  { id: "ssrf", text: "The server requests an address that somebody else chooses" },
  { id: "secret", text: "Secret in the code, or with a value to fall back on" },
  { id: "output", text: "Text reaches a page or a mail as markup" },
  { id: "path", text: "Path of a file made of text from outside" },
  { id: "command", text: "Text from outside runs as code or command" },
  { id: "load", text: "Data are loaded in a way that runs what is in them" },
  { id: "log", text: "Secrets or personal data in a log or a message" },
  { id: "limit", text: "No limit on size, number, time or cost" },
  { id: "check", text: "A check of a signature or token that can be got around" },
  { id: "open", text: "Lets through when something fails" },
  { id: "crypto", text: "Weak randomness or cryptography where it protects something" },
  { id: "model", text: "What a model says decides, without a check" },
  { id: "bug", text: "Works wrongly, without harm to safety" },
  { id: remark, text: "Only a remark or a question: no fault" },
];
