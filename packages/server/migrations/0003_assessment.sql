-- Every question that was ever drawn, as it was: a bank that changes does not change what somebody was asked.
create table item_version (
  item text not null,
  version text not null,
  content json not null,
  primary key (item, version)
);

-- Questions drawn for one person, answered one at a time.
create table item_try (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- `quiz/t1`, `assessment/baseline`
  activity text not null,
  number integer not null,
  -- Orders options and cards; it never leaves the server.
  seed text not null,
  bank_version text not null,
  -- In the order of asking.
  drawn jsonb not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  score double precision,
  pass_mark double precision,
  passed boolean,
  unique (person_id, activity, number)
);
-- Two tries at once are one.
create unique index item_try_open on item_try (person_id, activity) where ended_at is null;

create table item_answer (
  try_id uuid not null references item_try on delete cascade,
  place smallint not null,
  item text not null,
  version text not null,
  -- The first time that this person answers it: what statistics count.
  is_first boolean not null,
  answer jsonb not null,
  is_right boolean not null,
  share double precision not null,
  -- How sure they were, 1 to 4; asked in assessments.
  sure smallint,
  answered_at timestamptz not null,
  primary key (try_id, place)
);
create index item_answer_first on item_answer (item, answered_at desc) where is_first;

create function answers_are_kept() returns trigger language plpgsql as $$
begin
  raise exception 'an answer is never changed';
end $$;
create trigger item_answer_kept before update on item_answer
  for each row execute function answers_are_kept();

-- What answers show of somebody, for the counts of teams; computed anew at the end of each try.
create table competency_level (
  person_id uuid not null references person on delete cascade,
  competency text not null,
  level smallint not null check (level between 0 and 3),
  known_at timestamptz not null,
  primary key (person_id, competency)
);

-- An assessment in one's own words. The text is personal and goes with the person; evidence has its hash.
create table written_work (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  assessment text not null,
  round integer not null,
  state text not null check (state in ('draft', 'in-review', 'passed', 'not-passed')),
  texts jsonb not null,
  version integer not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  points double precision,
  unique (person_id, assessment, round)
);
create index written_work_waiting on written_work (submitted_at) where state = 'in-review';

create table written_review (
  work_id uuid not null references written_work on delete cascade,
  reviewer_id uuid not null references person,
  by_point jsonb not null,
  points double precision not null,
  comment text not null,
  reviewed_at timestamptz not null,
  primary key (work_id, reviewer_id)
);
create index written_review_by_reviewer on written_review (reviewer_id);

-- A topic that comes back to somebody, with its memory state (FSRS).
create table refresher_card (
  person_id uuid not null references person on delete cascade,
  topic text not null,
  competency text not null,
  stability double precision not null,
  difficulty double precision not null,
  reps integer not null,
  lapses integer not null,
  reviewed_at timestamptz not null,
  due_at timestamptz not null,
  -- The form that was asked last, so that another one comes next.
  last_item text not null,
  missed_last boolean not null,
  primary key (person_id, topic)
);
create index refresher_card_due on refresher_card (person_id, due_at);

-- Kept so that the memory model can be fitted to real people later.
create table refresher_review (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  topic text not null,
  item text not null,
  version text not null,
  rating text not null check (rating in ('again', 'hard', 'good')),
  -- Null where it was answered in a quiz or an assessment, which are not timed.
  seconds real,
  reviewed_at timestamptz not null,
  due_at timestamptz not null,
  stability double precision not null,
  difficulty double precision not null
);
create index refresher_review_by_person on refresher_review (person_id, reviewed_at);
create trigger refresher_review_kept before update on refresher_review
  for each row execute function answers_are_kept();
