/** The same as in package.json, which a test makes sure of. */
export const productVersion = "0.1.0";
