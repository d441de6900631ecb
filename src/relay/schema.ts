/**
 * Tables of a relay, the same in both databases: plain types, JSON as text. Steps are only ever added, and only add what
 * an older relay can leave alone, so that one may still run while a newer one starts. `meta.schema` counts them.
 */
export const SCHEMA_STEPS: readonly string[] = [
  `create table log (
     seq bigint primary key, id text not null unique, space text not null, type text not null, hdr text not null,
     sig text not null, body text, receipt text not null, purged integer not null default 0);
   create index log_space on log (space, seq);
   create index log_type on log (type, seq);
   create table purged (id text primary key);
   create table checkpoint (space text not null, size bigint not null, said text not null, primary key (space, size));
   create table report (
     id text primary key, space text not null, scope text not null, withdrawal text not null, day text not null,
     payload text not null, state text not null default 'received', reason text, closed text, closer text, appeal text);
   create index report_space on report (space, id);
   create table release (space text not null, month text not null, told text not null, primary key (space, month));
   create table notice (id text primary key, space text not null, day text not null, payload text not null);
   create table code (hash text primary key, day text not null);
   create table nullifier (nullifier text primary key, ballot text not null, subject text not null);
   create index nullifier_ballot on nullifier (ballot);`,
  `create table link (
     hash text primary key, level text not null, recipient text not null, space text not null, ballot text not null,
     subject text not null, nullifier text not null, source text not null, made bigint not null, expires bigint not null,
     used integer not null default 0);
   create index link_subject on link (ballot, subject);
   create index link_recipient on link (recipient, made);
   create table sign_in (
     state text primary key, space text not null, ballot text not null, target text not null, subject text not null,
     expires bigint not null);
   create table issued (nullifier text primary key, level text not null, source text not null, hour text not null);
   create table issuance (space text not null, size bigint not null, said text not null, primary key (space, size));`,
];

export const META = "create table if not exists meta (name text primary key, value text not null)";
