/** Your regression suite: documents, each of which makes the unrepaired summariser show its rules. */
export const attacks: string[] = [];
