-- A gate that two people open by hand for one person, for a time. Rows stay: "who was allowed then" asks them.
create table gate_opening (
  id uuid primary key,
  gate text not null,
  person_id uuid not null references person,
  reason text not null,
  minutes integer not null check (minutes > 0),
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  approved_by uuid references person check (approved_by not in (asked_by, person_id)),
  approved_at timestamptz,
  -- When it ends by itself.
  ends_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references person,
  ended_why text check (ended_why in ('time', 'by-hand', 'not-approved')),
  check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (ends_at is null)),
  check ((ended_at is null) = (ended_why is null))
);
create index gate_opening_by_person on gate_opening (person_id);
create index gate_opening_under_way on gate_opening (asked_at) where ended_at is null;

-- Recent answers of one gate.
create index evidence_by_gate on evidence ((body ->> 'gate'), id) where kind = 'gate.decided';

-- Where people sign in to show that an account is theirs. `id` is the forge's host.
create table forge (
  id text primary key,
  kind text not null check (kind in ('github', 'gitlab')),
  url text not null,
  client_id text not null,
  client_secret_sealed bytea not null,
  created_at timestamptz not null
);

-- Whose an account is. Its name can be changed and taken by somebody else; its number cannot.
create table forge_account (
  forge text not null,
  account_id text not null,
  person_id uuid not null references person on delete cascade,
  login text,
  how text not null check (how in ('signed-in', 'imported')),
  linked_by uuid references person on delete set null,
  linked_at timestamptz not null,
  primary key (forge, account_id)
);
create index forge_account_by_person on forge_account (person_id);

-- Somebody on the way to a forge and back; bound to the session that left.
create table forge_sign_in (
  state_hash bytea primary key,
  forge text not null references forge on delete cascade,
  session_id uuid not null references session on delete cascade,
  verifier_sealed bytea not null,
  expires_at timestamptz not null
);

-- Whose tokens of pipelines are believed, and for which repositories and gates.
create table ci_issuer (
  id uuid primary key,
  kind text not null check (kind in ('github', 'gitlab')),
  issuer text not null unique,
  audience text,
  forge text not null,
  allowed jsonb not null,
  created_at timestamptz not null
);

-- How often a pipeline's token was shown at a gate.
create table ci_token_use (
  token_hash bytea not null,
  gate text not null,
  first_at timestamptz not null,
  uses integer not null,
  primary key (token_hash, gate)
);
create index ci_token_use_by_time on ci_token_use (first_at);
