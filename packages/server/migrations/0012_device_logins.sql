-- A command line that asks to be let in, until somebody signed in has said yes or no in a browser.
create table device_login (
  code text primary key,
  secret_hash bytea not null unique,
  device text not null,
  rights text[] not null,
  network text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  person_id uuid references person on delete cascade,
  -- The access token, sealed, from the yes until it is fetched once.
  token_sealed bytea,
  refused_at timestamptz
);
create index device_login_by_end on device_login (expires_at);
