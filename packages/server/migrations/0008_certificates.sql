-- Keys of the issuer of certificates, beside the ledger's. A retired key stays published for what it has signed;
-- its private half is destroyed.
alter table signing_key drop constraint signing_key_purpose_check;
alter table signing_key add constraint signing_key_purpose_check
  check (purpose in ('ledger', 'credential-rs256', 'credential-ed25519'));
alter table signing_key add constraint signing_key_retired_is_destroyed
  check (purpose = 'ledger' or retired_at is null or length(private_key_sealed) = 0);

-- One row for each issue; a renewal is another one.
create table certificate (
  id uuid primary key,
  -- Null: erased.
  person_id uuid references person,
  certificate text not null,
  title text not null,
  policy_version integer not null references policy_version,
  -- Of what was asked: asked otherwise, it is another certificate.
  rule_hash text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  status_list integer not null,
  status_index integer not null check (status_index between 0 and 131071),
  -- The entry of the ledger that says it was issued.
  issued_evidence uuid not null,
  -- What it rests on; emptied with the person.
  evidence uuid[] not null,
  replaces uuid references certificate,
  -- Goes into the hash of the holder's address.
  salt text,
  show_name boolean not null default false,
  issued_at timestamptz not null,
  ended_at timestamptz,
  end_kind text check (end_kind in ('expired', 'renewed', 'withdrawn', 'revoked')),
  end_reason text,
  -- Since when its bit in the status list is set.
  void_since timestamptz,
  -- As it was signed first; both forms at once.
  credential text,
  jwt text,
  unique (status_list, status_index),
  check ((ended_at is null) = (end_kind is null))
);
-- Whoever computes a standing twice issues once.
create unique index certificate_one_open on certificate (person_id, certificate) where ended_at is null;
create index certificate_by_person on certificate (person_id, issued_at) where person_id is not null;
create index certificate_void on certificate (status_list, status_index) where void_since is not null;

create function certificates_are_kept() returns trigger language plpgsql as $$
begin
  if (new.id, new.certificate, new.title, new.policy_version, new.rule_hash, new.valid_from, new.valid_until,
      new.status_list, new.status_index, new.issued_evidence, new.issued_at)
    is distinct from
    (old.id, old.certificate, old.title, old.policy_version, old.rule_hash, old.valid_from, old.valid_until,
      old.status_list, old.status_index, old.issued_evidence, old.issued_at)
    or (new.person_id is distinct from old.person_id and new.person_id is not null)
    or (old.void_since is not null and new.void_since is distinct from old.void_since)
  then
    raise exception 'what was certified is never changed';
  end if;
  return new;
end $$;
create trigger certificate_kept before update on certificate
  for each row execute function certificates_are_kept();
