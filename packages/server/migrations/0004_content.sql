-- Every text of a file of the curriculum that was ever in force here, or waited for it: exactly as it lay there.
create table content_text (
  -- Folder and path: `shipped/modules/m01/m01-1.md`, `own/items/a.yaml`.
  ref text not null,
  -- SHA-256 of the bytes.
  version text not null,
  title text not null,
  bytes bytea not null,
  primary key (ref, version)
);

-- Which version was in force since when. A file's last row says what holds; no version: it was removed.
create table content_in_force (
  ref text not null,
  -- Counts the readings of the folders that brought something into force.
  round integer not null,
  version text,
  since timestamptz not null,
  primary key (ref, round)
);
create index content_in_force_round on content_in_force (round desc);

-- Changes that were found in the folders after the first reading.
create table content_change (
  id uuid primary key,
  ref text not null,
  title text not null,
  before text,
  after text,
  state text not null check (state in ('waiting', 'in-force', 'refused', 'overtaken')),
  found_at timestamptz not null,
  in_force_at timestamptz,
  refused_by uuid,
  refused_at timestamptz,
  reason text
);
create index content_change_by_ref on content_change (ref, id desc);
create index content_change_by_state on content_change (state, id desc);

create table content_approval (
  change_id uuid not null references content_change on delete cascade,
  person_id uuid not null,
  note text not null,
  approved_at timestamptz not null,
  primary key (change_id, person_id)
);

-- Of which files the versions were made that evidence names: `lesson/m01-1`, `item/a1-1`.
create table content_made (
  activity text not null,
  version text not null,
  files jsonb not null,
  since timestamptz not null,
  primary key (activity, version)
);

-- What learners say about lessons. Personal: it is not evidence and is deleted with the person.
create table feedback (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  module text not null,
  lesson text not null,
  lesson_title text not null,
  step text,
  step_title text,
  -- Of the lesson that was before them.
  version text not null,
  kind text not null check (kind in ('wrong', 'unclear', 'idea', 'broken')),
  text text not null,
  given_at timestamptz not null,
  state text not null check (state in ('open', 'answered', 'done')),
  note text not null default '',
  answered_by uuid,
  answered_at timestamptz
);
create index feedback_of_person on feedback (person_id, id desc);
create index feedback_by_state on feedback (state, id desc);
create index feedback_by_module on feedback (module, id desc);
