const PATTERNS = {
  ssn: /\d{3}-\d{2}-\d{4}/g,
  card: /\d{16}/g,
  mail: /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Z|a-z]{2,}/g,
};

/** For one answer: takes its chunks, gives back what may be shown. */
export const makeRedactor = () => {
  const found: { kind: string; value: string }[] = [];

  const redact = (text: string): string => {
    let clean = text;
    for (const [kind, pattern] of Object.entries(PATTERNS)) {
      clean = clean.replace(pattern, (value) => {
        found.push({ kind, value });
        return `[${kind}]`;
      });
    }
    return clean;
  };

  return {
    push: (chunk: string): string => redact(chunk),
    /** What is left when the answer is over. */
    end: (): string => "",
    /** For the daily report. */
    log: (): unknown => found,
  };
};
