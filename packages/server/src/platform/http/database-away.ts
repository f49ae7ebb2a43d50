/**
 * Connection refused, reset or ended; server shutting down, starting up, out of connections, closed to
 * connections for a while (55000), its database moved (57P04), or demoted so that it only reads (25006).
 */
const codes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "57P04",
  "55000",
  "25006",
  "53300",
  "08000",
  "08001",
  "08003",
  "08006",
]);

const sayings =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|server closed the connection/;

/** Whether an error means "the database is not there now", in which case trying again later helps. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  // The socket of the embedded server is a file: gone while it restarts.
  if ("syscall" in error && error.syscall === "connect") return true;
  return ("code" in error && codes.has(String(error.code))) || sayings.test(error.message);
};
