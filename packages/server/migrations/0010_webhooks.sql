create table webhook (
  id uuid primary key,
  url text not null,
  description text not null,
  types text[] not null,
  active boolean not null,
  off_because text check (off_because in ('by-hand', 'gone', 'failing')),
  off_at timestamptz,
  -- Nothing has reached it since.
  failing_since timestamptz,
  -- It asked to be left alone until then.
  held_until timestamptz,
  created_by uuid not null references person,
  created_at timestamptz not null,
  check (active = (off_because is null) and active = (off_at is null))
);

-- Encrypted with the installation's master key, which is not in the database.
create table webhook_secret (
  id uuid primary key,
  webhook_id uuid not null references webhook on delete cascade,
  sealed bytea not null,
  made_at timestamptz not null,
  -- After a newer one was made it signs along until then.
  until timestamptz
);
create unique index webhook_secret_newest on webhook_secret (webhook_id) where until is null;

-- What is told outside, kept for 30 days. A row gets its number after it was committed, from one node at a time,
-- so that whoever reads on behind a number misses nothing.
create table happening (
  id uuid primary key,
  seq bigint,
  at timestamptz not null,
  type text not null,
  person uuid,
  body jsonb not null,
  -- A test of this webhook, told to nobody else.
  webhook_id uuid references webhook on delete cascade
);
create unique index happening_by_seq on happening (seq) where seq is not null;
create index happening_waiting on happening (id) where seq is null and webhook_id is null;
create index happening_by_time on happening (at);
create index happening_of_webhook on happening (webhook_id) where webhook_id is not null;

create table happening_state (
  only_one boolean primary key default true check (only_one),
  last_seq bigint not null,
  -- The mode of each gate as it was told last; null: nobody has looked yet.
  gate_modes jsonb
);

create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook on delete cascade,
  happening_id uuid not null references happening on delete cascade,
  state text not null check (state in ('waiting', 'delivered', 'failed', 'stopped')),
  -- Since it was made or replayed.
  tries smallint not null default 0,
  made_at timestamptz not null,
  -- While it is being sent: when somebody else takes it for lost and sends it again.
  next_at timestamptz,
  attempts jsonb not null default '[]',
  unique (webhook_id, happening_id)
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, next_at) where state = 'waiting';
create index webhook_delivery_by_happening on webhook_delivery (happening_id);

-- The gates that let a person through when it was last computed. Null: the person was here before anybody looked,
-- and what they may do then is no change.
create table gate_allowed (
  person_id uuid primary key references person on delete cascade,
  gates text[]
);
insert into gate_allowed (person_id, gates) select id, null from person;
