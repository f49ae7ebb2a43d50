-- One row: the organisation that runs this installation.
create table organisation (
  only_one boolean primary key default true check (only_one),
  name text,
  set_up_at timestamptz,
  demo boolean not null default false,
  created_at timestamptz not null
);

create table person (
  id uuid primary key,
  email text unique check (email = lower(email)),
  name text not null,
  team text,
  job text,
  tier smallint check (tier between 1 and 3),
  roles text[] not null,
  attributes jsonb not null default '{}',
  started_at timestamptz not null,
  deactivated_at timestamptz,
  erased_at timestamptz,
  -- Whether they have ever signed in; until then they are "invited".
  joined_at timestamptz,
  -- Of an erased person's address only a keyed hash, so that an import does not bring them back unnoticed.
  erased_email_mark bytea,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- What the list searches; kept by the database so that no writer forgets it.
  search text generated always as (lower(name || ' ' || coalesce(email, ''))) stored
);
create index person_by_name on person (name, id);
create index person_by_team on person (team, name, id);
create index person_owner on person (id) where 'owner' = any (roles);
create index person_erased on person (erased_email_mark) where erased_email_mark is not null;

create table password (
  person_id uuid primary key references person on delete cascade,
  hash text not null,
  changed_at timestamptz not null
);

create table passkey (
  id text primary key,
  person_id uuid not null references person on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_by_person on passkey (person_id);

-- A WebAuthn challenge is good for one answer.
create table challenge (
  id uuid primary key,
  purpose text not null check (purpose in ('sign-in', 'add-passkey')),
  person_id uuid references person on delete cascade,
  challenge text not null,
  expires_at timestamptz not null
);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person on delete cascade,
  method text not null check (method in ('link', 'password', 'passkey')),
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on session (person_id);
create index session_by_end on session (expires_at);

create table one_time_link (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person on delete cascade,
  purpose text not null check (purpose in ('first-owner', 'invite')),
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_link_by_person on one_time_link (person_id);

create table access_token (
  id uuid primary key,
  token_hash bytea not null unique,
  name text not null,
  scopes text[] not null,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz
);

-- Failed tries counted in windows; shared by all nodes.
create table rate (
  bucket text primary key,
  count integer not null,
  window_ends_at timestamptz not null
);
create index rate_by_end on rate (window_ends_at);

create table answered_request (
  key text not null,
  actor text not null,
  operation text not null,
  request_hash bytea not null,
  -- Sealed with the master key, because an answer may show a secret once.
  answer bytea not null,
  created_at timestamptz not null,
  primary key (key, actor, operation)
);
create index answered_request_by_time on answered_request (created_at);

create table people_import (
  id uuid primary key,
  state text not null check (state in ('faulty', 'ready', 'running', 'done', 'failed')),
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  summary jsonb not null,
  rows jsonb not null,
  done integer not null default 0,
  added uuid[] not null default '{}',
  failure text
);

create table policy_version (
  version integer primary key,
  text text not null,
  hash text not null,
  -- As it was understood when it was proposed: a later reader or curriculum cannot change what it says.
  -- Not jsonb, which would lose the order of certificates and gates.
  resolved json not null,
  state text not null check (state in ('proposed', 'in-force', 'superseded', 'withdrawn')),
  note text not null,
  base_version integer references policy_version,
  proposed_by uuid references person on delete set null,
  proposed_at timestamptz not null,
  applied_at timestamptz,
  ended_at timestamptz
);
create unique index policy_one_in_force on policy_version (state) where state = 'in-force';

create table policy_approval (
  version integer not null references policy_version,
  person_id uuid not null references person,
  note text not null,
  approved_at timestamptz not null,
  primary key (version, person_id)
);

-- A stored standing is a cache that knows when it goes stale: under which rules it was computed, and the
-- moment at which time alone ends it. One row holds a person's whole answer; `standing` repeats from it
-- what lists and counts filter by.
create table person_standing (
  person_id uuid primary key references person on delete cascade,
  rules_hash text not null,
  standings jsonb not null,
  computed_at timestamptz not null,
  changes_at timestamptz
);
create index person_standing_by_change on person_standing (changes_at) where changes_at is not null;

create table standing (
  person_id uuid not null references person on delete cascade,
  certificate text not null,
  state text not null,
  required boolean not null,
  holds boolean not null,
  overdue boolean not null,
  valid_until timestamptz,
  primary key (person_id, certificate)
);
create index standing_by_certificate on standing (certificate, state);

-- People whose stored standings no longer speak the truth. An append locks the row it touches here until its
-- transaction ends, so that a refresh can never miss evidence that was being written.
create table standing_stale (
  person_id uuid primary key references person on delete cascade,
  since timestamptz not null
);

create table evidence (
  id uuid primary key,
  at timestamptz not null,
  kind text not null,
  person uuid,
  actor uuid,
  body jsonb,
  salt bytea,
  commitment bytea not null,
  leaf bytea not null,
  seq bigint
);
create unique index evidence_by_seq on evidence (seq) where seq is not null;
create index evidence_waiting on evidence (id) where seq is null;
create index evidence_by_person on evidence (person, at, id) where person is not null;
create index evidence_by_time on evidence (at, id);
create index evidence_by_kind on evidence (kind, at, id);

-- Evidence never changes. Two things may happen to a row: it is given its place in the tree once, and its
-- content and salt may be erased. Everything else is refused by the database itself.
create function evidence_is_immutable() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'evidence is never deleted';
  end if;
  if row(new.id, new.at, new.kind, new.commitment, new.leaf)
     is distinct from row(old.id, old.at, old.kind, old.commitment, old.leaf) then
    raise exception 'evidence is never changed';
  end if;
  if old.seq is not null and new.seq is distinct from old.seq then
    raise exception 'evidence keeps its place in the tree';
  end if;
  if row(new.person, new.actor, new.body, new.salt)
     is distinct from row(old.person, old.actor, old.body, old.salt)
     and not (new.body is null and new.salt is null and new.person is null and new.actor is null) then
    raise exception 'evidence is erased whole or not at all';
  end if;
  return new;
end $$;
create trigger evidence_immutable before update or delete on evidence
  for each row execute function evidence_is_immutable();

create function ledger_is_kept() returns trigger language plpgsql as $$
begin
  if not coalesce((select demo from organisation), false) then
    raise exception 'the ledger of a real organisation is never emptied';
  end if;
  return null;
end $$;
create trigger evidence_kept before truncate on evidence
  for each statement execute function ledger_is_kept();

-- The Merkle tree in tiles of up to 256 hashes of 32 bytes.
create table tile (
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  primary key (level, index)
);

create table checkpoint (
  size bigint primary key,
  root bytea not null,
  note text not null,
  sealed_at timestamptz not null
);

-- Private halves are encrypted with the installation's master key, which is not in the database.
create table signing_key (
  id uuid primary key,
  purpose text not null check (purpose in ('ledger')),
  name text not null,
  public_key bytea not null,
  private_key_sealed bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
create unique index signing_key_one_active on signing_key (purpose) where retired_at is null;

-- The last answer of a gate for a person. A repeated equal answer only raises `repeats`; a new or
-- day-old answer becomes evidence that carries the count.
create table gate_answer (
  gate text not null,
  person_id uuid not null references person on delete cascade,
  fingerprint text not null,
  recorded_at timestamptz not null,
  repeats bigint not null default 0,
  primary key (gate, person_id)
);

create table worker_life (
  worker_id text primary key,
  lock_key bigint not null,
  started_at timestamptz not null
);
