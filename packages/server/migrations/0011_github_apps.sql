-- A GitHub App of the organisation's own: pull requests and deployments ask gates through it.
create table github_app (
  id uuid primary key,
  name text not null,
  api_url text not null,
  app_id text not null,
  private_key_sealed bytea not null,
  webhook_secret_sealed bytea not null,
  checks jsonb not null,
  deployments jsonb not null,
  created_by uuid references person on delete set null,
  created_at timestamptz not null
);

-- What was sent. A second one with the same number is a repeat and does nothing.
create table github_delivery (
  app_id uuid not null references github_app on delete cascade,
  delivery text not null,
  event text not null,
  ask jsonb,
  state text not null check (state in ('waiting', 'done', 'ignored', 'failed')),
  says text not null default '',
  received_at timestamptz not null,
  done_at timestamptz,
  primary key (app_id, delivery)
);
create index github_delivery_by_time on github_delivery (app_id, received_at);

-- Which account brought a commit in: what GitHub itself has checked, unlike the author that a commit names.
create table github_push (
  app_id uuid not null references github_app on delete cascade,
  repository_id text not null,
  sha text not null,
  account_id text not null,
  seen_at timestamptz not null,
  primary key (app_id, repository_id, sha, account_id)
);
create index github_push_by_time on github_push (seen_at);

-- The last answer for each open pull request, to ask again when somebody's standing changes.
create table github_change (
  app_id uuid not null references github_app on delete cascade,
  repository_id text not null,
  number integer not null,
  ask jsonb not null,
  head_sha text not null,
  -- Of whom it may come, as accounts and addresses.
  authors jsonb not null,
  -- Everybody who was asked about, and of these whoever kept it closed.
  people uuid[] not null,
  waits_for uuid[] not null,
  asked_at timestamptz not null,
  primary key (app_id, repository_id, number)
);
create index github_change_by_person on github_change using gin (people);
