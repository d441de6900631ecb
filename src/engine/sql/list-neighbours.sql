-- Purpose: communes that touch, each contact once; cities whole, without arrondissements.
-- In: –
-- Out: unit, neighbour DOUBLE (row numbers, unit < neighbour), edge DOUBLE (1: a stretch of border, 0: a point alone)
SELECT unit::DOUBLE AS unit, neighbour::DOUBLE AS neighbour, edge::INTEGER::DOUBLE AS edge
FROM neighbours
