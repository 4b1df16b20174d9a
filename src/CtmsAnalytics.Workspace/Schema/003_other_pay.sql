-- Nonforeign allowance areas, appointments with special conditions, and the cost components of student loans and training.

CREATE TABLE nonforeign_areas (
    county_fips VARCHAR PRIMARY KEY CHECK (regexp_full_match(county_fips, '[0-9]{5}')),
    area VARCHAR NOT NULL CHECK (area <> ''),
    effective_year SMALLINT NOT NULL CHECK (effective_year BETWEEN 1900 AND 2100),
    mark parameter_mark NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> '')
);

-- A person of a roster stands here only where there is something to say.
CREATE TABLE roster_appointment (
    roster_id INTEGER NOT NULL REFERENCES roster (roster_id),
    person_id VARCHAR NOT NULL CHECK (person_id <> ''),
    is_uncompensated BOOLEAN NOT NULL,
    annuity_per_year BIGINT CHECK (annuity_per_year > 0),
    appointment_maximum_hours INTEGER CHECK (appointment_maximum_hours > 0),
    PRIMARY KEY (roster_id, person_id)
);

-- An enumeration cannot grow in place, so the table that uses it is made again.
CREATE TYPE cost_component_3 AS ENUM (
    'salary', 'recognition_adjustment', 'supplement', 'recognition_payment', 'special_working_conditions',
    'nonforeign_allowance', 'retirement', 'social_security_medicare', 'savings_plan', 'health_and_life', 'student_loan', 'training');

CREATE TEMP TABLE kept_run_cost AS
SELECT run_id, scenario, fiscal_year, agency, organisation, work_level, market, component::VARCHAR AS component, cents FROM run_cost;

DROP TABLE run_cost;

CREATE TABLE run_cost (
    run_id VARCHAR NOT NULL REFERENCES run (run_id),
    scenario scenario_role NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    agency VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    work_level VARCHAR NOT NULL,
    market VARCHAR NOT NULL,
    component cost_component_3 NOT NULL,
    cents BIGINT NOT NULL,
    PRIMARY KEY (run_id, scenario, fiscal_year, agency, organisation, work_level, market, component)
);

INSERT INTO run_cost SELECT * REPLACE (component::cost_component_3 AS component) FROM kept_run_cost;

DROP TABLE kept_run_cost;
