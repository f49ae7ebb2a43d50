/** A failed step has said what went wrong; a stack trace of this script would only hide it. */
export const orExplain = async (act) => {
  try {
    await act();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
};
