-- Local supplements (158.612): divisions that areas are drawn toward, who is covered by official worksite, and what a stored study's supplements cost by worksite.

CREATE TABLE census_divisions (
    state VARCHAR PRIMARY KEY CHECK (regexp_full_match(state, '[A-Z]{2}')),
    division VARCHAR NOT NULL CHECK (division <> ''),
    region VARCHAR NOT NULL CHECK (region <> ''),
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> '')
);

-- A market whose wage area is the nation (99) is the country outside every local market.
CREATE VIEW supplement_coverage AS
SELECT p.roster_id, m.local_market, m.name AS market_name, m.oews_area IS DISTINCT FROM '99' AS in_local_market,
    w.county_fips, w.county_name, w.state, count(*) AS people
FROM roster_person p
JOIN worksites w ON w.county_fips = p.worksite_fips
JOIN local_markets m ON m.local_market = w.local_market
GROUP BY ALL;

-- Annual cost of a study's present and proposed percentages by county, in cents, before the ceilings of salary: whole dollars, half up, with the fraction counted in billionths;
-- part-time and contingent people at their share of full-time hours, uncompensated people at nothing. What is left after the ceilings depends on the scenario: it is the study's own figure.
CREATE VIEW supplement_worksite AS
WITH stored AS (
    SELECT study_id, CAST(json_extract(document, '$.rosterId') AS INTEGER) AS roster_id, document FROM study WHERE kind = 'supplement'),
percentage AS (
    SELECT study_id, roster_id, u.market AS local_market, u.present, u.proposed
    FROM (SELECT study_id, roster_id, unnest(from_json(json_extract(document, '$.markets'), '[{"market":"VARCHAR","present":"DOUBLE","proposed":"DOUBLE"}]')) AS u FROM stored)),
paid AS (
    SELECT study_id, u.county AS county_fips, u.presentCents AS present_paid_cents, u.proposedCents AS proposed_paid_cents
    FROM (SELECT study_id, unnest(from_json(json_extract(document, '$.worksites'), '[{"county":"VARCHAR","presentCents":"BIGINT","proposedCents":"BIGINT"}]')) AS u FROM stored)),
full_time AS (
    SELECT CAST(arg_max(value, effective_year) AS BIGINT) AS hours FROM parameters WHERE name = 'full_time_hours'),
person AS (
    SELECT s.study_id, w.county_fips, w.county_name, w.state, s.local_market,
        CASE WHEN coalesce(a.is_uncompensated, false) THEN 0 WHEN p.schedule = 'full-time' THEN f.hours ELSE least(p.hours_per_work_period, f.hours) END AS hours, f.hours AS full_hours,
        (p.structure_salary * CAST(round(s.present * 1000000000) AS BIGINT) + 500000000) // 1000000000 AS present_dollars,
        (p.structure_salary * CAST(round(s.proposed * 1000000000) AS BIGINT) + 500000000) // 1000000000 AS proposed_dollars
    FROM percentage s
    JOIN worksites w ON w.local_market = s.local_market
    JOIN roster_person p ON p.roster_id = s.roster_id AND p.worksite_fips = w.county_fips
    LEFT JOIN roster_appointment a ON a.roster_id = p.roster_id AND a.person_id = p.person_id
    CROSS JOIN full_time f)
SELECT p.study_id, p.local_market, p.county_fips, p.county_name, p.state, count(*) AS people,
    CAST(sum((p.present_dollars * 200 * p.hours + p.full_hours) // (2 * p.full_hours)) AS BIGINT) AS present_cents,
    CAST(sum((p.proposed_dollars * 200 * p.hours + p.full_hours) // (2 * p.full_hours)) AS BIGINT) AS proposed_cents,
    any_value(d.present_paid_cents) AS present_paid_cents,
    any_value(d.proposed_paid_cents) AS proposed_paid_cents
FROM person p
LEFT JOIN paid d ON d.study_id = p.study_id AND d.county_fips = p.county_fips
GROUP BY p.study_id, p.local_market, p.county_fips, p.county_name, p.state;
