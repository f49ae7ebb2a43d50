const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "one", "ten", "11" */
export const countWord = (count: number): string => small[count] ?? String(count);
