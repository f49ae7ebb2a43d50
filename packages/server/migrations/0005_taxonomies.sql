-- Lists of threats that were loaded through the page; they lie over those in the curriculum folders.
create table taxonomy (
  id text primary key,
  taxonomy text not null,
  version text not null,
  -- The whole list, in our own shape.
  list jsonb not null,
  loaded_by uuid,
  loaded_at timestamptz not null
);
