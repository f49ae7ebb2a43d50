-- A lab's folder as it was when somebody began it: a pass can be graded again under what it was passed under.
create table lab_version (
  lab text not null,
  version text not null,
  files json not null,
  primary key (lab, version)
);

-- One variant of a lab, for one person or a pair.
create table lab_workspace (
  id uuid primary key,
  lab text not null,
  version text not null,
  -- Draws the variant; it never leaves the server.
  seed text not null,
  state text not null check (state in ('open', 'passed', 'given-up', 'not-passed')),
  started_at timestamptz not null,
  ended_at timestamptz,
  revision integer not null,
  draft json not null,
  saved_at timestamptz not null,
  saved_by uuid references person,
  hints_opened smallint not null,
  solution_opened_at timestamptz,
  -- Lets one partner in; gone once they are.
  join_code text,
  join_until timestamptz,
  foreign key (lab, version) references lab_version
);
create index lab_workspace_inviting on lab_workspace (lab) where join_code is not null;

create table lab_member (
  workspace_id uuid not null references lab_workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  lab text not null,
  number integer not null,
  joined_at timestamptz not null,
  -- The workspace can be worked in by this person.
  is_open boolean not null,
  answer json,
  answered_at timestamptz,
  passed_at timestamptz,
  passed_evidence uuid,
  primary key (workspace_id, person_id),
  unique (person_id, lab, number)
);
-- Two that begin at once are one.
create unique index lab_member_open on lab_member (person_id, lab) where is_open;

create table lab_attempt (
  id uuid primary key,
  workspace_id uuid not null references lab_workspace on delete cascade,
  number integer not null,
  -- Null: an erased person, whose partner's pass rests on this.
  person_id uuid references person,
  at timestamptz not null,
  files json not null,
  submission_hash text not null,
  seed text not null,
  version text not null,
  -- Something was changed against the attempt before it, or the start.
  has_changed boolean not null,
  state text not null check (state in ('waiting', 'running', 'graded', 'in-review', 'not-graded')),
  change integer not null,
  -- The process that grades it holds it so long; after that another one takes it up.
  leased_by uuid,
  leased_until timestamptz,
  fault text,
  passed boolean,
  is_honest boolean,
  points smallint,
  verdict json,
  engines text,
  graded_at timestamptz,
  -- What was changed, as fingerprints; of passed attempts only.
  prints integer[],
  unique (workspace_id, number)
);
create index lab_attempt_waiting on lab_attempt (leased_until) where state in ('waiting', 'running');
create index lab_attempt_in_review on lab_attempt (at) where state = 'in-review';
create index lab_attempt_prints on lab_attempt using gin (prints) where prints is not null;

create function lab_attempts_are_kept() returns trigger language plpgsql as $$
begin
  if (new.id, new.workspace_id, new.number, new.at, new.files::text, new.submission_hash, new.seed, new.version)
    is distinct from
    (old.id, old.workspace_id, old.number, old.at, old.files::text, old.submission_hash, old.seed, old.version)
    or (old.graded_at is not null and (new.verdict::text, new.passed, new.points, new.graded_at)
      is distinct from (old.verdict::text, old.passed, old.points, old.graded_at))
  then
    raise exception 'what was handed in, and what it was worth, is never changed';
  end if;
  return new;
end $$;
create trigger lab_attempt_kept before update on lab_attempt
  for each row execute function lab_attempts_are_kept();

-- What was done in an incident, in its order.
create table lab_move (
  workspace_id uuid not null references lab_workspace on delete cascade,
  number integer not null,
  person_id uuid references person,
  at timestamptz not null,
  move text not null,
  answers json not null,
  primary key (workspace_id, number)
);

-- A person's decision on what all checks let through.
create table lab_review (
  attempt_id uuid primary key references lab_attempt on delete cascade,
  reviewer_id uuid not null references person,
  accepted boolean not null,
  comment text not null,
  reviewed_at timestamptz not null
);
create index lab_review_by_reviewer on lab_review (reviewer_id);

-- Passed attempts of different people that are much alike: a hint to look, never a verdict.
create table lab_likeness (
  one uuid not null references lab_attempt on delete cascade,
  other uuid not null references lab_attempt on delete cascade,
  lab text not null,
  kind text not null check (kind in ('same', 'near')),
  share real not null,
  found_at timestamptz not null,
  primary key (one, other)
);
