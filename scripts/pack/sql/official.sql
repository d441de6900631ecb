-- Purpose: tables the producers' own files are loaded into; each replaces the copies of the same vintage.
-- In: –
-- Out: apl_official, bpe_official, filosofi_official (empty)
CREATE TABLE apl_official (
  day VARCHAR, code VARCHAR, profession VARCHAR, year DOUBLE, ages VARCHAR, value DOUBLE, standardised DOUBLE, total DOUBLE,
  source VARCHAR);
CREATE TABLE bpe_official (day VARCHAR, code VARCHAR, year DOUBLE, type VARCHAR, count DOUBLE);
CREATE TABLE filosofi_official (code VARCHAR, median DOUBLE, poverty DOUBLE);
