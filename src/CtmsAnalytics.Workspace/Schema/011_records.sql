-- Records of qualified positions (158.706): an effective-dated history of every documentation item. A change is a new row with its reason; no row is updated or deleted.

CREATE TABLE position_record (
    person_id VARCHAR NOT NULL CHECK (person_id <> ''),
    item VARCHAR NOT NULL CHECK (item <> ''),
    effective_from DATE NOT NULL,
    recorded DATE NOT NULL,
    value VARCHAR CHECK (value <> ''),
    reason VARCHAR NOT NULL CHECK (reason <> ''),
    paragraph VARCHAR NOT NULL CHECK (paragraph <> ''),
    source VARCHAR NOT NULL CHECK (source <> ''),
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    row_number BIGINT NOT NULL CHECK (row_number > 0),
    PRIMARY KEY (person_id, item, effective_from, recorded, batch_id)
);

-- What held on a day, as it was known on a day: SELECT * FROM position_as_of(DATE '2025-06-30', DATE '2025-12-31'). An item that has ended has no value.
CREATE MACRO position_as_of(day, known) AS TABLE
SELECT person_id, item, value, effective_from, recorded, reason, paragraph, source, batch_id
FROM position_record
WHERE effective_from <= day AND recorded <= known
QUALIFY row_number() OVER (PARTITION BY person_id, item ORDER BY effective_from DESC, recorded DESC, batch_id DESC) = 1;

-- Every row with the day on which another one takes over, as known now; a row that a later recording of the same day has replaced ends on the day it begins.
CREATE VIEW position_history AS
SELECT person_id, item, value, effective_from, lead(effective_from) OVER line AS effective_until,
    coalesce(lead(effective_from) OVER line = effective_from, false) AS is_replaced, recorded, reason, paragraph, source, batch_id
FROM position_record
WINDOW line AS (PARTITION BY person_id, item ORDER BY effective_from, recorded, batch_id);

-- What a roster says about documentation items, one row for each that it has a value for.
CREATE VIEW roster_record AS
SELECT * FROM (
    SELECT r.roster_id, r.as_of, r.batch_id, p.person_id, p.row_number, unnest([
        {item: 'appointment_type', value: p.appointment_type::VARCHAR, paragraph: '158.522(c); 158.706(a)'},
        {item: 'entry_on_duty', value: strftime(p.entry_on_duty, '%Y-%m-%d'), paragraph: '158.706(a)'},
        {item: 'uncompensated', value: CASE WHEN a.is_uncompensated THEN 'yes' ELSE 'no' END, paragraph: '158.523(a)(2); 158.706(a)'},
        {item: 'annuity', value: a.annuity_per_year::VARCHAR, paragraph: '158.523(a)(1); 158.706(a)'},
        {item: 'work_level', value: p.work_level, paragraph: '158.706(b)(2)'},
        {item: 'track', value: p.track, paragraph: '158.706(b)(2)'},
        {item: 'pay_plan', value: p.pay_plan, paragraph: '158.706(b)(3)'},
        {item: 'structure_salary', value: p.structure_salary::VARCHAR, paragraph: '158.706(b)(3)'},
        {item: 'salary', value: p.salary::VARCHAR, paragraph: '158.706(b)(3)'},
        {item: 'component', value: p.component, paragraph: '158.706(e)(3)'},
        {item: 'organisation', value: p.organisation, paragraph: '158.706(e)(3)'},
        {item: 'last_rating', value: p.last_rating::VARCHAR, paragraph: '158.706(e)(7)'},
        {item: 'official_worksite', value: p.worksite_fips, paragraph: '158.704(c); 158.706(b)(4)'},
        {item: 'schedule', value: p.schedule::VARCHAR, paragraph: '158.705(c)(1); 158.706(b)(5)'},
        {item: 'minimum_hours', value: CASE WHEN p.schedule <> 'contingent' THEN p.hours_per_work_period::VARCHAR END, paragraph: '158.705(c)(1); 158.706(b)(5)'},
        {item: 'planned_hours', value: CASE WHEN p.schedule = 'contingent' THEN p.hours_per_work_period::VARCHAR END, paragraph: '158.705(b)(6); 158.706(b)(5)'},
        {item: 'maximum_hours', value: CASE WHEN p.schedule = 'contingent' THEN a.appointment_maximum_hours::VARCHAR END, paragraph: '158.705(c)(1); 158.706(b)(5)'}], recursive := true)
    FROM roster r
    JOIN roster_person p ON p.roster_id = r.roster_id
    LEFT JOIN roster_appointment a ON a.roster_id = p.roster_id AND a.person_id = p.person_id)
WHERE value IS NOT NULL;

-- Rosters that were imported before there were records open the histories, each later one where it differs from the one before.
INSERT INTO position_record
SELECT person_id, item, as_of, as_of, value, 'roster as of ' || strftime(as_of, '%Y-%m-%d'), paragraph, b.file_name, batch_id, row_number
FROM (
    SELECT *, lag(value) OVER (PARTITION BY person_id, item ORDER BY as_of, roster_id) AS former FROM roster_record) r
JOIN import_batch b USING (batch_id)
WHERE value IS DISTINCT FROM former;

-- The people of stored studies of internal equity (158.404(a)), by scenario and moment, with what is compared of each.
CREATE VIEW internal_equity_person AS
WITH told AS (
    SELECT study_id, (document ->> '$.parameters.newServiceYears')::INTEGER AS new_years,
        unnest([
            {side: 'before', moment: 'opening', position: json_extract(document, '$.before')},
            {side: 'after', moment: 'opening', position: json_extract(document, '$.after')},
            {side: 'before', moment: 'end', position: json_extract(document, '$.beforeAtEnd')},
            {side: 'after', moment: 'end', position: json_extract(document, '$.afterAtEnd')}], recursive := true)
    FROM study WHERE kind = 'internalequity'),
step AS (
    SELECT study_id, side, moment, s.lower, s.upper
    FROM (SELECT study_id, side, moment, unnest(from_json(json_extract(position, '$.steps'), '[{"lower":"VARCHAR","upper":"VARCHAR"}]')) AS s FROM told WHERE json_type(position) = 'OBJECT')),
person AS (
    SELECT study_id, side, moment, scenario, day, new_years, p.personId AS person_id, p.workLevel AS work_level, p.track AS track, p.component AS component, p.organisation AS organisation,
        p.market AS local_market, p.worksite AS county_fips, p.specialisation AS specialisation, p.serviceYears AS service_years, p.rating AS rating,
        p.structureSalary AS structure_salary, p.salary AS salary, p.minimum AS minimum, p.maximum AS maximum
    FROM (SELECT study_id, side, moment, new_years, position ->> '$.name' AS scenario, (position ->> '$.date')::DATE AS day, unnest(from_json(json_extract(position, '$.people'),
        '[{"personId":"VARCHAR","workLevel":"VARCHAR","track":"VARCHAR","component":"VARCHAR","organisation":"VARCHAR","market":"VARCHAR","worksite":"VARCHAR","specialisation":"VARCHAR","serviceYears":"INTEGER","rating":"INTEGER","structureSalary":"BIGINT","salary":"BIGINT","minimum":"BIGINT","maximum":"BIGINT"}]')) AS p
        FROM told WHERE json_type(position) = 'OBJECT'))
SELECT study_id, side, moment, scenario, day, person_id, work_level, track, component, organisation, local_market, county_fips, specialisation, service_years, rating, structure_salary, salary, minimum, maximum,
    structure_salary / ((minimum + maximum) / 2) AS compa_ratio,
    salary / ((minimum + maximum) / 2) AS salary_compa_ratio,
    (structure_salary - minimum) / greatest(1, maximum - minimum) AS range_penetration,
    service_years < new_years AS is_new,
    -- People of the next level of the ladder who are paid less by structure salary.
    (SELECT count(*) FROM step s JOIN person u ON u.study_id = p.study_id AND u.side = p.side AND u.moment = p.moment AND u.work_level = s.upper
        WHERE s.study_id = p.study_id AND s.side = p.side AND s.moment = p.moment AND s.lower = p.work_level AND u.structure_salary < p.structure_salary) AS next_level_below,
    -- For a new person: longer-serving people of the level with at least the same rating who are paid less.
    CASE WHEN service_years < new_years THEN (SELECT count(*) FROM person l WHERE l.study_id = p.study_id AND l.side = p.side AND l.moment = p.moment AND l.work_level = p.work_level
        AND l.service_years >= p.new_years AND coalesce(l.rating, -1) >= coalesce(p.rating, -1) AND l.structure_salary < p.structure_salary) ELSE 0 END AS longer_serving_below
FROM person p;
