import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { seal } from "../features/evidence/seal.ts";
import { makeReadSigner } from "../features/evidence/signing-key.ts";
import { type Config, readConfig } from "../platform/config.ts";
import { openDatabase } from "../platform/database.ts";
import { appendEvidence } from "../platform/evidence/append-evidence.ts";
import { loadMasterKey, makeVault } from "../platform/master-key.ts";
import { createTestDatabase, type TestDatabaseOrder } from "../platform/test-database.ts";
import type { MaintenanceIo } from "./answer.ts";
import { beginSnapshot, tallyTable } from "./copy-table.ts";
import { type MaintenanceCommand, runMaintenance } from "./run-maintenance.ts";
import { readTableShapes } from "./table-catalogue.ts";

export type TestPlace = {
  readonly url: string;
  readonly dataDir: string;
  readonly config: Config;
  readonly run: (command: MaintenanceCommand, ...args: readonly string[]) => Promise<TestRun>;
  readonly query: (sql: string) => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
};

export type TestRun = { readonly code: number; readonly out: string; readonly err: string };

export const testNow = new Date("2026-05-03T09:30:00.000Z");

const configOf = (variables: Readonly<Record<string, string>>): Config => {
  const config = readConfig(variables);
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  return config.value;
};

export const runHere = async (
  config: Config,
  command: MaintenanceCommand,
  args: readonly string[],
): Promise<TestRun> => {
  const out: string[] = [];
  const err: string[] = [];
  const io: MaintenanceIo = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    progress: () => undefined,
    now: () => testNow,
  };
  const code = await runMaintenance(command, args, { ok: true, value: config }, io);
  return { code, out: out.join(""), err: err.join("") };
};

/** A database of one's own with a data folder of its own, as an installation with DATABASE_URL has. */
export const makePlace = async (
  content: TestDatabaseOrder["content"],
  variables: Readonly<Record<string, string>> = {},
): Promise<TestPlace> => {
  const database = await createTestDatabase({ form: "server", content });
  const dataDir = await mkdtemp(join(tmpdir(), "checkride-place-"));
  const config = configOf({
    DATABASE_URL: database.url,
    CHECKRIDE_DATA: dataDir,
    PORT: "0",
    ...variables,
  });
  return {
    url: database.url,
    dataDir,
    config,
    run: (command, ...args) => runHere(config, command, args),
    query: (sql) => withClient(database.url, async (client) => (await client.query(sql)).rows),
    close: async () => {
      await rm(dataDir, { recursive: true, force: true });
      await database.drop();
    },
  };
};

const withClient = async <T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
};

export type TableTallies = Readonly<
  Record<string, { readonly rows: number; readonly sha256: string }>
>;

/** What every table holds, as one hash each. */
export const tallyTables = (url: string): Promise<TableTallies> =>
  withClient(url, async (client) => {
    await beginSnapshot(client);
    const tallies: Record<string, { rows: number; sha256: string }> = {};
    for (const shape of await readTableShapes(client)) {
      const { rows, sha256 } = await tallyTable(shape, client);
      tallies[shape.name] = { rows, sha256 };
    }
    return tallies;
  });

const ada = "0196f0a0-0000-7000-8000-000000000001";
const lin = "0196f0a0-0000-7000-8000-000000000002";

/** At least one row in every table up to 0007, with values that are hard to carry: line ends, tabs, backslashes, nulls. */
export const rowsSql = `
  insert into organisation (name, created_at) values (E'Acme\\t\\\\N "Ltd"\\r\\n', '2026-01-01Z');
  insert into person (id, email, name, team, roles, attributes, started_at, created_at, updated_at) values
    ('${ada}', 'ada@example.com', E'Ada\\nLovelace', null, '{owner,council}', '{"x": ["a\\\\b", "é"]}',
     '2025-01-01T10:00:00.123456Z', now(), now()),
    ('${lin}', null, '\\.', '', '{}', '{}', 'infinity', now(), now());
  insert into password values ('${ada}', '$argon2id$x', now());
  insert into passkey values ('key', '${ada}', '\\x00ff0a09', 9007199254740991, '{usb}', 'k', now(), null);
  insert into challenge values ('${randomUUID()}', 'sign-in', null, 'c', now());
  insert into session values ('${randomUUID()}', '\\x01', '${ada}', 'link', 'd', now(), now(), now());
  insert into one_time_link values ('${randomUUID()}', '\\x02', '${lin}', 'invite', '${ada}', now(), now(), null);
  insert into access_token values ('${randomUUID()}', '\\x03', 't', '{policy:read}', '${ada}', now(), now(), null);
  insert into rate values ('b', 3, now()), ('Ä', 1, now()), ('B', 2, now());
  insert into answered_request values ('k', 'a', 'o', '\\x04', '\\x05', now());
  insert into policy_version (version, text, hash, state, note, base_version, proposed_by, proposed_at, resolved) values
    (1, 'one', 'h1', 'superseded', '', null, '${ada}', now(), '{"b": 1,  "a": 2}'), (2, E'two\\n', 'h2', 'in-force', '', 1, '${ada}', now(), '{}');
  insert into policy_approval values (2, '${lin}', 'fine', now());
  insert into person_standing values ('${ada}', 'r', '[{"a": 1.50}]', now(), null);
  insert into standing (person_id, certificate, state, required, holds, overdue)
    values ('${ada}', 'safe-use', 'current', true, true, false);
  insert into gate_answer values ('deploy', '${ada}', 'f', now(), 41);
  insert into people_import (id, state, created_at, summary, rows)
    values ('${randomUUID()}', 'running', now(), '{}', '[]');
  insert into worker_life values ('w', 1, now());
  insert into lesson_progress (person_id, lesson, started_at, touched_at)
    values ('${ada}', 'm01-1', now(), now());
  insert into exercise_answer (person_id, place, exercise, exercise_version, first_answer, first_right,
      first_share, first_at, latest_answer, latest_at, tries)
    values ('${ada}', 'lesson/m01-1', 'e1', 'v', '{"kind": "order"}', false, 0.5, now(), '{"a": 1}', now(), 2);
  insert into learning_clock values ('${ada}', now());
  insert into taxonomy values ('list-2', 'LIST', '2', '{"items": [{"id": "A"}]}', '${ada}', now());
  insert into document_edition (document, sha256, version, title, text, prose, since)
    values ('policy', 'h', 1, 't', E'a\tb', '[{"b": 1,  "a": 2}]', now());
  insert into content_text values ('own/a.yaml', 'v', 't', '\\x00ff0a09');
  insert into content_in_force values ('own/a.yaml', 1, 'v', now()), ('own/a.yaml', 2, null, now());
  insert into content_change (id, ref, title, before, state, found_at)
    values ('${ada}', 'own/a.yaml', 't', 'v', 'waiting', now());
  insert into content_approval values ('${ada}', '${lin}', E'fine\\r\\n', now());
  insert into content_made values ('item/a1-1', 'v', '[{"ref": "own/a.yaml", "version": "v"}]', now());
  insert into feedback (id, person_id, module, lesson, lesson_title, version, kind, text, given_at, state)
    values ('${ada}', '${ada}', 'm01', 'm01-1', 't', 'v', 'idea', E'a\\tb', now(), 'open');
  insert into item_version values ('a1-1', 'v', '{"b": 1,  "a": "\\\\"}');
  insert into item_try (id, person_id, activity, number, seed, bank_version, drawn, started_at)
    values ('${ada}', '${ada}', 'quiz/t1', 1, 's', 'b', '[{"place": 1}]', now());
  insert into item_answer values ('${ada}', 1, 'a1-1', 'v', true, '{"kind": "order"}', false, 0.1, null, now());
  insert into competency_level values ('${ada}', 'A', 2, now());
  insert into written_work (id, person_id, assessment, round, state, texts, version, saved_at)
    values ('${ada}', '${ada}', 'm16', 1, 'draft', '{"context": "a\\nb"}', 1, now());
  insert into written_review values ('${ada}', '${lin}', '{"context": 0.5}', 0.5, E'fine\r\n', now());
  insert into refresher_card values ('${ada}', 'a1', 'A', 2.3065, 5.1, 1, 0, now(), now(), 'a1-1', true);
  insert into refresher_review
    values ('${ada}', '${ada}', 'a1', 'a1-1', 'v', 'again', 12.5, now(), now(), 0.2, 7.1);
  insert into lab_version values ('L07', 'v', '[{"path": "lab.yaml", "text": "id:\\tL07\\r\\n"}]');
  insert into lab_workspace (id, lab, version, seed, state, started_at, revision, draft, saved_at, hints_opened)
    values ('${ada}', 'L07', 'v', 's', 'open', now(), 1, '[{"path": "a.ts",  "text": "\\u0000"}]', now(), 2);
  insert into lab_member (workspace_id, person_id, lab, number, joined_at, is_open)
    values ('${ada}', '${ada}', 'L07', 1, now(), true);
  insert into lab_attempt (id, workspace_id, number, person_id, at, files, submission_hash, seed, version,
      has_changed, state, change, passed, is_honest, points, verdict, engines, graded_at, prints)
    select id, '${ada}', number, '${ada}', now(), '[{"path": "a.ts",  "text": "1"}]', 'h', 's', 'v', true, 'graded', 2,
      true, true, 88, '{"passed":  true}', 'e', now(), '{-7, 12}'
    from (values ('${ada}'::uuid, 1), ('${lin}'::uuid, 2)) as one (id, number);
  insert into lab_move values ('${ada}', 1, '${ada}', now(), 'stop', '{"why":  "now"}');
  insert into lab_review values ('${ada}', '${lin}', true, E'fine\r\n', now());
  insert into lab_likeness values ('${ada}', '${lin}', 'L07', 'near', 0.9, now());
`;

/** Of certificates, gates and what is told outside: what came after 0007. */
const outsideSql = `
  insert into certificate (id, person_id, certificate, title, policy_version, rule_hash, valid_from, valid_until,
      status_list, status_index, issued_evidence, evidence, replaces, salt, issued_at, ended_at, end_kind, credential)
    select id, '${ada}', 'safe-use', E'Safe\tuse', 2, 'h', now(), 'infinity', 0, place, id, '{${lin}}', replaces, 's',
      now(), ended_at, case when ended_at is null then null else 'renewed' end, E'{"a": "\\\\u0000"}'
    from (values ('${ada}'::uuid, 131071, null::timestamptz, '${lin}'::uuid), ('${lin}'::uuid, 0, now(), null))
      as one (id, place, ended_at, replaces);
  insert into gate_opening (id, gate, person_id, reason, minutes, asked_by, asked_at)
    values ('${ada}', 'deploy', '${lin}', E'at\\night\r\n', 60, '${ada}', now());
  insert into forge values ('git.example', 'gitlab', 'https://git.example', 'c', '\\x00ff0a09', now());
  insert into forge_account values ('git.example', '1', '${ada}', null, 'signed-in', null, now()),
    ('github.com', '10', '${lin}', '\\.', 'imported', '${ada}', now());
  insert into forge_sign_in select '\\x06', 'git.example', id, '\\x07', now() from session;
  insert into ci_issuer
    values ('${ada}', 'github', 'https://i.example', null, 'github.com', '[{"b": 1,  "a": 2}]', now());
  insert into ci_token_use values ('\\x08', 'deploy', now(), 3);
  insert into webhook (id, url, description, types, active, created_by, created_at)
    values ('${ada}', 'https://h.example', E'a\tb', '{gate.decided}', true, '${ada}', now());
  insert into webhook_secret values ('${ada}', '${ada}', '\\x00ff0a09', now(), null);
  insert into happening (id, seq, at, type, person, body)
    values ('${ada}', 1, now(), 't', '${ada}', '{"b": 1,  "a": "\\\\"}'), ('${lin}', null, now(), 't', null, '{}');
  insert into happening_state values (true, 1, '{"deploy": "warn"}', 7);
  insert into webhook_delivery (id, webhook_id, happening_id, state, made_at, attempts)
    values ('${ada}', '${ada}', '${ada}', 'waiting', now(), '[{"b": 1,  "a": 2}]');
  insert into gate_allowed values ('${ada}', '{deploy,NULL}'), ('${lin}', null);
  insert into github_app values ('${ada}', E'a\tb', 'https://api.github.com', '7', '\\x00ff0a09', '\\x0a', '[]', '[]',
    null, now());
  insert into github_delivery values ('${ada}', 'd', 'pull_request', '{"b": 1,  "a": 2}', 'done', E'\r\n', now(), null);
  insert into github_push values ('${ada}', '1', 'abc', '10', now());
  insert into github_change values ('${ada}', '1', 7, '{}', 'abc', '[]', '{${lin}}', '{${lin}}', now());
  insert into device_login (code, secret_hash, device, rights, network, asked_at, expires_at, token_sealed)
    values ('ABCD', '\\x0b', E'a\tb', '{gates:decide}', 'n', now(), now(), '\\x00ff');
`;

export type Filling = { readonly rows: number; readonly sealed: boolean };

/** Everything that an installation has after a while; evidence goes the way that it always goes. */
export const fillPlace = async (
  place: TestPlace,
  filling: Partial<Filling> = {},
): Promise<void> => {
  const { rows = 20, sealed = true } = filling;
  await place.query(rowsSql);
  await place.query(outsideSql);
  const key = await loadMasterKey(place.dataDir, place.config.secretHex);
  const handle = openDatabase({ connectionString: place.url }, 2);
  const clock = () => testNow;
  try {
    const facts = Array.from({ length: rows }, (_, index) => ({
      kind: "lab.passed",
      person: ada,
      actor: index % 2 === 0 ? null : lin,
      body: { score: index, note: `line\nend ${randomBytes(4).toString("hex")}` },
      at: new Date(testNow.getTime() - (rows - index) * 1000),
    }));
    await appendEvidence(handle.db, facts);
    if (!sealed) return;
    const readSigner = makeReadSigner({ vault: makeVault(key), host: "test", clock });
    const done = await seal({ db: handle.db, readSigner, clock });
    if (!done.ok) throw new Error(done.error.says);
  } finally {
    await handle.close();
  }
};
