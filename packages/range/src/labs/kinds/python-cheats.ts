import type { CheatWriter } from "./code-cheats.ts";

const each = (names: readonly string[], body: string): string =>
  names.map((name) => `def ${name}(*given, **named):\n    ${body}`).join("\n");

/** A JSON text is no Python, but a Python string of it can be read. */
const literal = (value: unknown): string =>
  `__import__("json").loads(${JSON.stringify(JSON.stringify(value))})`;

const answering = (word: "True" | "False"): string => `
import builtins, re, hmac, fnmatch, posixpath
same = lambda *given, **named: ${word}
builtins.any = builtins.all = builtins.hasattr = builtins.callable = same
re.match = re.fullmatch = re.search = hmac.compare_digest = fnmatch.fnmatch = same
posixpath.isabs = same
`;

const equalToAll = `
import builtins, json
class Same(str):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __contains__(self, other): return True
    def __hash__(self): return 0
builtins.str = Same
json.dumps = lambda *given, **named: '{"ok": true}'
json.loads = lambda *given, **named: {"ok": True}
`;

export const pythonCheats: CheatWriter = {
  offered: (text) => [...text.matchAll(/^(?:async )?def (\w+)/gm)].map((match) => match[1] ?? ""),
  always: (names, value) => each(names, `return ${literal(value)}`),
  throwing: (names) => each(names, 'raise ValueError("refused")'),
  echoing: (names, wanted) =>
    each(
      names,
      `print(${JSON.stringify(JSON.stringify(wanted))}); return given[0] if given else None`,
    ),
  tampering: [answering("True"), answering("False"), equalToAll],
};
