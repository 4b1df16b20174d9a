-- The talent market beside the wage survey: indexes that wages are aged by, surveys of other publishers, and where people stand.

-- Levels of an index. A line moves between its days in a straight line of the logarithm; a step holds to the next day, the last one to the end of its calendar year.
CREATE TABLE market_indices (
    index_name VARCHAR NOT NULL CHECK (index_name <> ''),
    day DATE NOT NULL,
    level DOUBLE NOT NULL CHECK (level > 0 AND isfinite(level)),
    course VARCHAR NOT NULL CHECK (course IN ('line', 'step')),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (index_name, day)
);

-- Jobs of a survey and the occupations that they are matched to. A job may be matched to several occupations by weight, or to none.
CREATE TABLE survey_jobs (
    survey VARCHAR NOT NULL CHECK (survey <> ''),
    job VARCHAR NOT NULL CHECK (job <> ''),
    occupation VARCHAR NOT NULL CHECK (regexp_full_match(occupation, '[0-9]{2}-[0-9]{4}')),
    weight DOUBLE NOT NULL CHECK (weight >= 0 AND isfinite(weight)),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (survey, job, occupation)
);

-- Published tables of other publishers: one row for each survey, year, area and job. A withheld percentile has a status and no number.
CREATE TABLE survey_wage (
    survey VARCHAR NOT NULL CHECK (survey <> ''),
    survey_year SMALLINT NOT NULL CHECK (survey_year BETWEEN 1997 AND 2100),
    area VARCHAR NOT NULL CHECK (area <> ''),
    job VARCHAR NOT NULL CHECK (job <> ''),
    job_title VARCHAR,
    employment DOUBLE CHECK (employment >= 0 AND isfinite(employment)),
    p10 DOUBLE CHECK (p10 > 0), p10_status figure_status,
    p25 DOUBLE CHECK (p25 > 0), p25_status figure_status,
    p50 DOUBLE CHECK (p50 > 0), p50_status figure_status,
    p75 DOUBLE CHECK (p75 > 0), p75_status figure_status,
    p90 DOUBLE CHECK (p90 > 0), p90_status figure_status,
    mean DOUBLE CHECK (mean > 0),
    mean_error DOUBLE CHECK (mean_error >= 0),
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    row_number BIGINT NOT NULL CHECK (row_number > 0),
    PRIMARY KEY (survey, survey_year, area, job)
);

-- Micro-data: one row for each answer. Equal rows are normal and are kept.
CREATE TABLE survey_record (
    survey VARCHAR NOT NULL CHECK (survey <> ''),
    survey_year SMALLINT NOT NULL CHECK (survey_year BETWEEN 1997 AND 2100),
    job VARCHAR NOT NULL CHECK (job <> ''),
    experience VARCHAR NOT NULL,
    employment_type VARCHAR NOT NULL,
    country VARCHAR NOT NULL,
    company_size VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    salary DOUBLE NOT NULL CHECK (salary > 0 AND isfinite(salary)),
    salary_usd DOUBLE NOT NULL CHECK (salary_usd > 0 AND isfinite(salary_usd)),
    weight DOUBLE NOT NULL CHECK (weight >= 0 AND isfinite(weight)),
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    row_number BIGINT NOT NULL CHECK (row_number > 0)
);

-- Each series beside its year before in the survey. Growth a year is null across a break: another classification of occupations, or metropolitan areas drawn anew.
CREATE VIEW market_wage_year AS
WITH median AS (
    SELECT r.survey_year, r.area, r.area_title, r.occupation, r.soc_vintage, r.metro_delineation, f.value AS annual_median,
        (SELECT e.value FROM market_figure e WHERE e.market_row_id = r.market_row_id AND e.measure = 'tot_emp') AS employment
    FROM market_row r
    JOIN market_figure f ON f.market_row_id = r.market_row_id AND f.measure = 'a_median' AND f.status = 'published'
    WHERE r.industry = '000000' AND r.ownership = '1235' AND r.occupation_group = 'detailed' AND r.area_type IN ('nation', 'metropolitan')),
pair AS (
    SELECT *,
        lag(survey_year) OVER series AS previous_year,
        lag(annual_median) OVER series AS previous_median,
        lag(soc_vintage) OVER series <> soc_vintage AS classification_break,
        area <> '99' AND lag(metro_delineation) OVER series <> metro_delineation AS delineation_break
    FROM median WINDOW series AS (PARTITION BY area, occupation ORDER BY survey_year))
SELECT survey_year, area, area_title, occupation, employment, annual_median, previous_year, previous_median, classification_break, delineation_break,
    CASE WHEN NOT classification_break AND NOT delineation_break THEN pow(annual_median / previous_median, 1.0 / (survey_year - previous_year)) - 1 END AS growth
FROM pair;

-- Where the people of a stored market study stand, from the roster's salaries and the study's market wages. A percentile is a span where the published ones do not enclose the salary.
CREATE VIEW market_position AS
WITH told AS (
    SELECT study_id, json_extract(document, '$.basis') AS basis, json_extract(document, '$.levels') AS levels, json_extract(document, '$.people') AS people
    FROM study WHERE kind = 'market'),
place AS (
    SELECT study_id, (basis ->> '$.rosterId')::INTEGER AS roster_id, basis ->> '$.reference' AS reference, p.personId AS person_id, p.workLevel AS level, p.market
    FROM (SELECT study_id, basis, unnest(from_json(people, '[{"personId":"VARCHAR","workLevel":"VARCHAR","market":"VARCHAR"}]')) AS p FROM told)),
price AS (
    SELECT study_id, l.workLevel AS level, l.market, l.targetPercentile AS target_percentile, l.figures AS figures
    FROM (SELECT study_id, unnest(from_json(levels,
        '[{"workLevel":"VARCHAR","market":"VARCHAR","targetPercentile":"DOUBLE","figures":[{"percentile":"DOUBLE","status":"VARCHAR","wage":"DOUBLE"}]}]')) AS l FROM told)
    WHERE l.market IS NOT NULL),
priced AS (
    SELECT place.study_id, place.roster_id, place.person_id, place.level, place.market, r.organisation, r.track, r.salary,
        list_filter(price.figures, f -> f.status = 'published') AS published,
        list_filter(price.figures, f -> f.status = 'censored')[1] AS top,
        list_filter(price.figures, f -> f.percentile = 50)[1] AS median,
        list_filter(price.figures, f -> f.percentile = CASE place.reference WHEN 'p50' THEN 50 WHEN 'p75' THEN 75 ELSE price.target_percentile END)[1] AS reference
    FROM place
    JOIN price USING (study_id, level, market)
    JOIN roster_person r ON r.roster_id = place.roster_id AND r.person_id = place.person_id),
around AS (
    SELECT *, list_filter(published, f -> f.wage <= salary)[-1] AS low, list_filter(published, f -> f.wage > salary)[1] AS high FROM priced)
SELECT study_id, roster_id, person_id, level AS work_level, market AS local_market, organisation, track, salary,
    CASE WHEN median.status = 'published' THEN median.wage END AS market_median,
    reference.wage AS market_wage,
    coalesce(reference.status = 'censored', false) AS is_bounded,
    salary / reference.wage AS market_ratio,
    CASE
        WHEN len(published) = 0 THEN NULL
        WHEN low IS NULL THEN 0
        WHEN low.wage = salary OR high IS NULL THEN low.percentile
        ELSE low.percentile + (high.percentile - low.percentile) * (ln(salary) - ln(low.wage)) / (ln(high.wage) - ln(low.wage))
    END AS percentile_from,
    CASE
        WHEN len(published) = 0 THEN NULL
        WHEN low IS NULL THEN published[1].percentile
        WHEN low.wage = salary THEN low.percentile
        WHEN high IS NOT NULL THEN low.percentile + (high.percentile - low.percentile) * (ln(salary) - ln(low.wage)) / (ln(high.wage) - ln(low.wage))
        WHEN top.wage > salary THEN low.percentile + (top.percentile - low.percentile) * (ln(salary) - ln(low.wage)) / (ln(top.wage) - ln(low.wage))
        ELSE 100
    END AS percentile_to
FROM around;
