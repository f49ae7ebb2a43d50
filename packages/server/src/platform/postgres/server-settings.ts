/** PostgreSQL settings by name, as `-c name=value` takes them. */
export type ServerSettings = Readonly<Record<string, string>>;

/** For two cores and a machine that does other things too; given at each start, so the code is the truth. */
export const embeddedSettings = (socketFolder: string, home: string): ServerSettings => ({
  cluster_name: "checkride",
  listen_addresses: "",
  // A list by its type, so a path with a comma or a space has to stand in quotes.
  unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
  unix_socket_permissions: "0700",
  hba_file: `${home}/pg_hba.conf`,
  ident_file: `${home}/pg_ident.conf`,
  shared_buffers: "128MB",
  max_connections: "120",
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  timezone: "UTC",
  ...quietLog,
});

/**
 * What goes wrong with a statement is told to the program that sent it; in a log it would only spread the
 * values of the statement, which are personal data. Left are the server's own words.
 */
export const quietLog: ServerSettings = {
  lc_messages: "C",
  log_timezone: "UTC",
  log_destination: "stderr",
  logging_collector: "off",
  log_line_prefix: "",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_checkpoints: "off",
};

export const asArguments = (settings: ServerSettings): readonly string[] =>
  Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
