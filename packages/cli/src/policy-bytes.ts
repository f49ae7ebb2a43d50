/** What the server takes at most, too. */
export const policyBytesMax = 1_048_576;
