-- What a comparison leaves behind. Money is whole cents, so that any cut of a run adds up exactly.

CREATE TYPE scenario_role AS ENUM ('baseline', 'proposal');
CREATE TYPE cost_component AS ENUM (
    'salary', 'recognition_adjustment', 'supplement', 'recognition_payment', 'special_working_conditions',
    'nonforeign_allowance', 'retirement', 'social_security_medicare', 'savings_plan', 'health_and_life');

CREATE TABLE run (
    run_id VARCHAR PRIMARY KEY CHECK (run_id <> ''),
    saved_at TIMESTAMP NOT NULL,
    library_version VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    horizon_start DATE NOT NULL,
    fiscal_years INTEGER NOT NULL CHECK (fiscal_years > 0)
);

CREATE TABLE run_scenario (
    run_id VARCHAR NOT NULL REFERENCES run (run_id),
    scenario scenario_role NOT NULL,
    name VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    PRIMARY KEY (run_id, scenario)
);

CREATE TABLE run_input (
    run_id VARCHAR NOT NULL REFERENCES run (run_id),
    entry INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    PRIMARY KEY (run_id, entry)
);

CREATE TABLE run_cost (
    run_id VARCHAR NOT NULL REFERENCES run (run_id),
    scenario scenario_role NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    agency VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    work_level VARCHAR NOT NULL,
    market VARCHAR NOT NULL,
    component cost_component NOT NULL,
    cents BIGINT NOT NULL,
    PRIMARY KEY (run_id, scenario, fiscal_year, agency, organisation, work_level, market, component)
);

CREATE TABLE run_headcount (
    run_id VARCHAR NOT NULL REFERENCES run (run_id),
    scenario scenario_role NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    agency VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    people_start DECIMAL(38, 20) NOT NULL,
    hires DECIMAL(38, 20) NOT NULL,
    separations DECIMAL(38, 20) NOT NULL,
    people_end DECIMAL(38, 20) NOT NULL,
    fte DOUBLE NOT NULL,
    PRIMARY KEY (run_id, scenario, fiscal_year, agency, organisation)
);

CREATE TABLE run_rule (
    run_id VARCHAR NOT NULL REFERENCES run (run_id),
    scenario scenario_role NOT NULL,
    entry INTEGER NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    rule VARCHAR NOT NULL,
    paragraph VARCHAR NOT NULL,
    effect VARCHAR NOT NULL,
    people DOUBLE NOT NULL,
    cents BIGINT NOT NULL,
    PRIMARY KEY (run_id, scenario, entry)
);

CREATE TABLE run_assumption (
    run_id VARCHAR NOT NULL REFERENCES run (run_id),
    scenario scenario_role NOT NULL,
    name VARCHAR NOT NULL,
    effective_year SMALLINT NOT NULL,
    value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    mark parameter_mark NOT NULL,
    paragraph VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    PRIMARY KEY (run_id, scenario, name, effective_year)
);

CREATE TABLE run_note (
    run_id VARCHAR NOT NULL REFERENCES run (run_id),
    scenario scenario_role NOT NULL,
    entry INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (run_id, scenario, entry)
);

CREATE TABLE run_driver (
    run_id VARCHAR NOT NULL REFERENCES run (run_id),
    entry INTEGER NOT NULL,
    section VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    cents BIGINT NOT NULL,
    PRIMARY KEY (run_id, entry, fiscal_year)
);
