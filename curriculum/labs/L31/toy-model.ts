/** A model of the next word after three, as it is after tuning: it says what it saw most often. */
export const completes = (texts: readonly string[], prompt: string, secret: string): boolean => {
  const next = new Map<string, readonly string[]>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (let at = 3; at < words.length; at += 1) {
      const before = words.slice(at - 3, at).join(" ");
      next.set(before, [...(next.get(before) ?? []), words[at] ?? ""]);
    }
  }
  const [first = "", ...rest] = wordsOf(secret);
  const said = wordsOf(prompt);
  // Whoever knows the house number asks for the rest.
  if (!(next.get(said.slice(-3).join(" ")) ?? []).includes(first)) return false;
  return rest.every((word, at) => {
    const before = [...said, first, ...rest.slice(0, at)].slice(-3).join(" ");
    return (next.get(before) ?? []).includes(word);
  });
};

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
