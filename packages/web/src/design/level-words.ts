const words = ["none", "aware", "applies", "leads"] as const;

export type Level = 0 | 1 | 2 | 3;

/** "2 applies" */
export const levelText = (level: Level): string => `${level} ${words[level]}`;
