-- How far somebody is in a lesson. What they learnt from it is evidence, this is only where they stopped.
create table lesson_progress (
  person_id uuid not null references person on delete cascade,
  lesson text not null,
  -- Ids of the steps that were seen, and the one they were at last.
  seen text[] not null default '{}',
  at_step text,
  -- Questions that were answered, each with the version that it had: `e01a:9f3c…`. It repeats what stands in
  -- exercise_answer, so that whether a lesson is done can be decided from this row alone.
  answered text[] not null default '{}',
  -- How often other questions were drawn for the steps that draw them, and which; null: those of the beginning.
  draw integer not null default 0,
  drawn text[],
  visible_seconds double precision not null default 0,
  active_seconds double precision not null default 0,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  finished_at timestamptz,
  -- Which version of its text: a later version may be finished anew, the same one only once.
  finished_version text,
  primary key (person_id, lesson)
);

-- What somebody answered, in a lesson (`lesson/m01-1`) or of a case (`case/samsung-2023`). Personal: it may
-- hold what they wrote down. It is not evidence and is deleted with the person.
create table exercise_answer (
  person_id uuid not null references person on delete cascade,
  place text not null,
  exercise text not null,
  -- Of the question and its key: an answer to another question is none.
  exercise_version text not null,
  first_answer jsonb not null,
  first_right boolean not null,
  first_share real not null,
  first_at timestamptz not null,
  latest_answer jsonb not null,
  -- What running the learner's code came to; null for everything else.
  latest_run jsonb,
  latest_at timestamptz not null,
  tries integer not null,
  primary key (person_id, place, exercise)
);

-- One clock for each person, however many tabs report: time on task cannot pass faster than time.
create table learning_clock (
  person_id uuid primary key references person on delete cascade,
  beat_at timestamptz not null
);

-- Every text of a document that was ever in force here, so that what somebody signed stays readable.
create table document_edition (
  document text not null,
  sha256 text not null,
  version integer not null,
  title text not null,
  text text not null,
  prose json not null,
  sign_off text,
  since timestamptz not null,
  primary key (document, sha256)
);
