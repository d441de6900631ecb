-- Purpose: tables the passage of every edition is loaded into, and what they say about each commune of today.
-- In: –
-- Out: movements (day, kind, from_code, from_name, to_code), passage (day, old_code, new_code, parts count, keeper)
CREATE TABLE movements (day VARCHAR, kind DOUBLE, from_code VARCHAR, from_name VARCHAR, to_code VARCHAR);
CREATE TABLE passage (day VARCHAR, old_code VARCHAR, new_code VARCHAR, parts DOUBLE, keeper BOOLEAN);
-- A commune of today whose land differs from that of its own code on the day: merged, split or re-coded since.
CREATE VIEW changed AS
SELECT day, new_code AS code FROM passage
GROUP BY ALL
HAVING count(*) > 1 OR max(parts) > 1 OR min(old_code) <> new_code;
