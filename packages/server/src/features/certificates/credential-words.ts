/** Contexts, in the order in which the specifications want them. */
export const credentialsContext = "https://www.w3.org/ns/credentials/v2";
export const badgesContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/** Whole seconds: `nbf` and `exp` of the JWT form must say the same, and know no parts of one. */
export const secondsText = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

export const secondsOf = (time: Date): number => Math.floor(time.getTime() / 1000);
