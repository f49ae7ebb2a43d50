export type ConfigPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "blank"; readonly name: string };

/** A file with `{{name}}` in it as what stands between the blanks, and the blanks. */
export const splitBlanks = (text: string): readonly ConfigPiece[] =>
  text
    .replace(/\n$/, "")
    .split(/(\{\{\s*[\w-]+\s*\}\})/)
    .filter((piece) => piece !== "")
    .map((piece): ConfigPiece => {
      const name = /^\{\{\s*([\w-]+)\s*\}\}$/.exec(piece)?.[1];
      return name === undefined ? { kind: "text", text: piece } : { kind: "blank", name };
    });
