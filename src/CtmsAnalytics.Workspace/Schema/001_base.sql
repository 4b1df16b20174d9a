-- Reference rates, market survey, roster, and what was set aside while importing.
-- Every reference row carries where it comes from: mark and source.

CREATE TABLE workspace_version (
    version INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    applied_at TIMESTAMP NOT NULL
);

CREATE TYPE parameter_mark AS ENUM ('regulation', 'published', 'derived', 'low_confidence', 'assumed');

CREATE TABLE parameters (
    name VARCHAR NOT NULL CHECK (name <> ''),
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    value DOUBLE NOT NULL CHECK (isfinite(value)),
    unit VARCHAR NOT NULL CHECK (unit <> ''),
    mark parameter_mark NOT NULL,
    paragraph VARCHAR,
    source VARCHAR NOT NULL CHECK (source <> ''),
    description VARCHAR NOT NULL,
    PRIMARY KEY (name, effective_year)
);

CREATE TABLE executive_schedule (
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    level VARCHAR NOT NULL CHECK (level IN ('EX-I', 'EX-II', 'EX-III', 'EX-IV', 'EX-V')),
    annual_rate_usd BIGINT NOT NULL CHECK (annual_rate_usd > 0),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (effective_year, level)
);

CREATE TABLE vice_president (
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    kind VARCHAR NOT NULL CHECK (kind IN ('official_scheduled', 'payable_frozen')),
    annual_rate_usd BIGINT NOT NULL CHECK (annual_rate_usd > 0),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (effective_year, kind)
);

CREATE TABLE gs_base (
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    grade TINYINT NOT NULL CHECK (grade BETWEEN 1 AND 15),
    step TINYINT NOT NULL CHECK (step BETWEEN 1 AND 10),
    annual_rate_usd BIGINT NOT NULL CHECK (annual_rate_usd > 0),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (effective_year, grade, step)
);

CREATE TABLE locality_pay (
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    locality_code VARCHAR NOT NULL,
    locality_name VARCHAR NOT NULL,
    percent DOUBLE NOT NULL CHECK (percent BETWEEN 0 AND 100),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (effective_year, locality_code)
);

CREATE TABLE nonforeign_cola (
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    area VARCHAR NOT NULL,
    locality_percent DOUBLE NOT NULL CHECK (locality_percent BETWEEN 0 AND 100),
    cola_percent DOUBLE NOT NULL CHECK (cola_percent BETWEEN 0 AND 100),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (effective_year, area)
);

CREATE TABLE benefit_rates (
    item VARCHAR NOT NULL,
    effective_from DATE NOT NULL,
    value DOUBLE NOT NULL CHECK (isfinite(value)),
    unit VARCHAR NOT NULL,
    mark parameter_mark NOT NULL,
    note VARCHAR,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (item, effective_from, unit)
);

CREATE TABLE pay_raises (
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    kind VARCHAR NOT NULL,
    gs_base_percent DOUBLE CHECK (gs_base_percent BETWEEN -100 AND 100),
    average_total_percent DOUBLE CHECK (average_total_percent BETWEEN -100 AND 100),
    mark parameter_mark NOT NULL,
    note VARCHAR,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (effective_year, kind)
);

CREATE TABLE pay_periods (
    effective_year SMALLINT PRIMARY KEY CHECK (effective_year BETWEEN 1900 AND 2100),
    first_period_begins DATE NOT NULL,
    periods_beginning TINYINT NOT NULL CHECK (periods_beginning IN (26, 27)),
    periods_ending TINYINT NOT NULL CHECK (periods_ending IN (26, 27)),
    paydays_lag_6_days TINYINT NOT NULL,
    paydays_lag_9_days TINYINT NOT NULL,
    paydays_lag_10_days TINYINT NOT NULL,
    paydays_lag_12_days TINYINT NOT NULL,
    paydays_lag_13_days TINYINT NOT NULL,
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> '')
);

CREATE TABLE local_markets (
    local_market VARCHAR PRIMARY KEY CHECK (local_market <> ''),
    name VARCHAR NOT NULL,
    oews_area VARCHAR,
    oews_area_title VARCHAR,
    rpp_area VARCHAR,
    rpp_area_title VARCHAR,
    rpp_all_items DOUBLE CHECK (rpp_all_items > 0),
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> '')
);

CREATE TABLE worksites (
    county_fips VARCHAR PRIMARY KEY CHECK (regexp_full_match(county_fips, '[0-9]{5}')),
    state VARCHAR NOT NULL,
    county_name VARCHAR NOT NULL,
    local_market VARCHAR NOT NULL REFERENCES local_markets (local_market),
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> '')
);

CREATE TABLE dhscs_cells (
    as_of DATE NOT NULL,
    component VARCHAR NOT NULL,
    pay_plan VARCHAR NOT NULL CHECK (pay_plan IN ('DC', 'DL')),
    head_count INTEGER NOT NULL CHECK (head_count > 0),
    mean_salary_usd BIGINT NOT NULL CHECK (mean_salary_usd > 0),
    mean_length_of_service_years DOUBLE NOT NULL CHECK (mean_length_of_service_years >= 0),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> ''),
    PRIMARY KEY (as_of, component, pay_plan)
);

CREATE TABLE dhscs_posted_salaries (
    effective_from DATE NOT NULL,
    closed DATE,
    track VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    pay_plan VARCHAR NOT NULL CHECK (pay_plan IN ('DC', 'DL')),
    pay_band VARCHAR,
    low_usd BIGINT NOT NULL CHECK (low_usd > 0),
    high_usd BIGINT NOT NULL CHECK (high_usd >= low_usd),
    mark parameter_mark NOT NULL,
    note VARCHAR,
    source VARCHAR NOT NULL CHECK (source <> '')
);

CREATE TYPE soc_vintage AS ENUM ('2000-2010 hybrid', '2010', '2010-2018 hybrid', '2018', 'unknown');

CREATE TABLE oews_survey_years (
    effective_year SMALLINT PRIMARY KEY CHECK (effective_year BETWEEN 1900 AND 2100),
    top_code_hourly DOUBLE CHECK (top_code_hourly > 0),
    top_code_annual_usd DOUBLE CHECK (top_code_annual_usd > 0),
    soc_vintage soc_vintage NOT NULL,
    metro_delineation VARCHAR NOT NULL,
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> '')
);

CREATE TYPE import_kind AS ENUM ('market', 'roster');

CREATE TABLE import_batch (
    batch_id INTEGER PRIMARY KEY,
    kind import_kind NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL CHECK (regexp_full_match(sha256, '[0-9a-f]{64}')),
    options VARCHAR NOT NULL,
    imported_at TIMESTAMP NOT NULL,
    rows_read BIGINT NOT NULL CHECK (rows_read >= 0),
    rows_kept BIGINT NOT NULL CHECK (rows_kept >= 0),
    rows_quarantined BIGINT NOT NULL CHECK (rows_quarantined >= 0),
    UNIQUE (kind, sha256, options)
);

CREATE TABLE quarantine (
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    entry INTEGER NOT NULL CHECK (entry > 0),
    row_number BIGINT NOT NULL CHECK (row_number > 0),
    column_name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    paragraph VARCHAR NOT NULL,
    PRIMARY KEY (batch_id, entry)
);

CREATE TYPE area_type AS ENUM ('nation', 'state', 'territory', 'metropolitan', 'nonmetropolitan', 'unknown');
CREATE TYPE occupation_group AS ENUM ('total', 'major', 'minor', 'broad', 'detailed');
CREATE TYPE measure AS ENUM (
    'tot_emp', 'emp_prse', 'jobs_1000', 'loc_quotient', 'pct_total', 'pct_rpt',
    'h_mean', 'a_mean', 'mean_prse',
    'h_pct10', 'h_pct25', 'h_median', 'h_pct75', 'h_pct90',
    'a_pct10', 'a_pct25', 'a_median', 'a_pct75', 'a_pct90');
CREATE TYPE figure_status AS ENUM ('published', 'suppressed', 'censored');

-- One row as published. The key is the survey's own; market_row_id stands for it in market_figure.
CREATE TABLE market_row (
    market_row_id INTEGER PRIMARY KEY,
    survey_year SMALLINT NOT NULL CHECK (survey_year BETWEEN 1997 AND 2100),
    area VARCHAR NOT NULL CHECK (regexp_full_match(area, '[0-9]{2,7}')),
    industry VARCHAR NOT NULL,
    industry_group VARCHAR NOT NULL,
    ownership VARCHAR NOT NULL,
    occupation VARCHAR NOT NULL CHECK (regexp_full_match(occupation, '[0-9]{2}-[0-9]{4}')),
    occupation_group occupation_group NOT NULL,
    area_title VARCHAR NOT NULL,
    area_type area_type NOT NULL,
    primary_state VARCHAR,
    industry_title VARCHAR,
    occupation_title VARCHAR,
    annual_only BOOLEAN NOT NULL,
    hourly_only BOOLEAN NOT NULL,
    soc_vintage soc_vintage NOT NULL,
    metro_delineation VARCHAR NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    row_number BIGINT NOT NULL CHECK (row_number > 0),
    UNIQUE (survey_year, area, industry, industry_group, ownership, occupation, occupation_group)
);

-- A suppressed or top-coded figure has a reason and never a number; a top-coded one has a lower bound where the year's top code is known.
CREATE TABLE market_figure (
    market_row_id INTEGER NOT NULL REFERENCES market_row (market_row_id),
    measure measure NOT NULL,
    status figure_status NOT NULL,
    value DOUBLE CHECK (value >= 0 AND isfinite(value)),
    lower_bound DOUBLE CHECK (lower_bound > 0),
    reason VARCHAR,
    batch_id INTEGER NOT NULL,
    PRIMARY KEY (market_row_id, measure),
    CHECK ((status = 'published') = (value IS NOT NULL)),
    CHECK ((status = 'published') = (reason IS NULL)),
    CHECK (status = 'censored' OR lower_bound IS NULL)
);

CREATE VIEW market_wage AS
SELECT r.survey_year, r.area, r.area_title, r.industry, r.ownership, r.occupation, r.occupation_title, r.occupation_group,
    max(f.value) FILTER (WHERE f.measure = 'tot_emp') AS employment,
    max(f.value) FILTER (WHERE f.measure = 'a_mean') AS annual_mean,
    max(f.value) FILTER (WHERE f.measure = 'a_pct10') AS annual_p10,
    max(f.value) FILTER (WHERE f.measure = 'a_pct25') AS annual_p25,
    max(f.value) FILTER (WHERE f.measure = 'a_median') AS annual_median,
    max(f.value) FILTER (WHERE f.measure = 'a_pct75') AS annual_p75,
    max(f.value) FILTER (WHERE f.measure = 'a_pct90') AS annual_p90,
    max(f.value) FILTER (WHERE f.measure = 'h_median') AS hourly_median,
    string_agg(f.measure::VARCHAR, ', ' ORDER BY f.measure) FILTER (WHERE f.status = 'censored') AS top_coded,
    string_agg(f.measure::VARCHAR, ', ' ORDER BY f.measure) FILTER (WHERE f.status = 'suppressed') AS suppressed,
    r.soc_vintage, r.metro_delineation
FROM market_row r
LEFT JOIN market_figure f ON f.market_row_id = r.market_row_id
GROUP BY ALL;

CREATE TYPE appointment_type AS ENUM ('renewable', 'continuing', 'advisory');
CREATE TYPE work_schedule AS ENUM ('full-time', 'part-time', 'contingent');
CREATE TYPE health_plan AS ENUM ('none', 'self_only', 'self_plus_one', 'self_and_family');

CREATE TABLE roster (
    roster_id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL UNIQUE REFERENCES import_batch (batch_id),
    as_of DATE NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0)
);

CREATE TABLE roster_person (
    roster_id INTEGER NOT NULL REFERENCES roster (roster_id),
    person_id VARCHAR NOT NULL CHECK (person_id <> ''),
    component VARCHAR NOT NULL CHECK (component <> ''),
    organisation VARCHAR NOT NULL CHECK (organisation <> ''),
    pay_plan VARCHAR NOT NULL CHECK (pay_plan IN ('DC', 'DL')),
    track VARCHAR NOT NULL CHECK (track <> ''),
    work_level VARCHAR NOT NULL CHECK (work_level <> ''),
    worksite_fips VARCHAR NOT NULL REFERENCES worksites (county_fips),
    appointment_type appointment_type NOT NULL,
    schedule work_schedule NOT NULL,
    hours_per_work_period INTEGER NOT NULL CHECK (hours_per_work_period > 0),
    entry_on_duty DATE NOT NULL,
    structure_salary BIGINT NOT NULL CHECK (structure_salary > 0),
    salary BIGINT NOT NULL CHECK (salary >= structure_salary),
    health_plan health_plan NOT NULL,
    last_rating TINYINT CHECK (last_rating BETWEEN 0 AND 3),
    row_number BIGINT NOT NULL CHECK (row_number > 0),
    PRIMARY KEY (roster_id, person_id)
);
