-- What simulations leave behind. Scenario 0 is the baseline. A fiscal year that is NULL stands for all years together. Draws are whole cents; statistics over draws are doubles.

CREATE TABLE simulation (
    simulation_id INTEGER PRIMARY KEY CHECK (simulation_id > 0),
    run_id VARCHAR NOT NULL CHECK (run_id <> ''),
    draws INTEGER NOT NULL CHECK (draws > 0),
    saved_at TIMESTAMP NOT NULL,
    library_version VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    seed BIGINT NOT NULL CHECK (seed >= 0),
    horizon_start DATE NOT NULL,
    fiscal_years INTEGER NOT NULL CHECK (fiscal_years > 0),
    people INTEGER NOT NULL CHECK (people > 0),
    UNIQUE (run_id, draws)
);

CREATE TABLE simulation_input (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    entry INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    PRIMARY KEY (simulation_id, entry)
);

CREATE TABLE simulation_scenario (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    scenario SMALLINT NOT NULL CHECK (scenario >= 0),
    name VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    PRIMARY KEY (simulation_id, scenario)
);

CREATE TABLE simulation_note (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    entry INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (simulation_id, entry)
);

CREATE TABLE simulation_assumption (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    scenario SMALLINT NOT NULL,
    name VARCHAR NOT NULL,
    effective_year SMALLINT NOT NULL,
    value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    mark parameter_mark NOT NULL,
    paragraph VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    PRIMARY KEY (simulation_id, scenario, name, effective_year)
);

CREATE TABLE simulation_year (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    scenario SMALLINT NOT NULL,
    fiscal_year SMALLINT,
    mean_cents DOUBLE NOT NULL,
    standard_error_cents DOUBLE,
    standard_deviation_cents DOUBLE,
    p5_cents DOUBLE NOT NULL,
    p10_cents DOUBLE NOT NULL,
    p25_cents DOUBLE NOT NULL,
    p50_cents DOUBLE NOT NULL,
    p75_cents DOUBLE NOT NULL,
    p90_cents DOUBLE NOT NULL,
    p95_cents DOUBLE NOT NULL,
    expected_path_cents BIGINT,
    UNIQUE (simulation_id, scenario, fiscal_year)
);

-- What a scenario costs more than the baseline, draw by draw.
CREATE TABLE simulation_difference (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    scenario SMALLINT NOT NULL CHECK (scenario > 0),
    fiscal_year SMALLINT,
    mean_cents DOUBLE NOT NULL,
    standard_error_cents DOUBLE,
    standard_deviation_cents DOUBLE,
    lower_cents DOUBLE,
    upper_cents DOUBLE,
    p10_cents DOUBLE NOT NULL,
    p50_cents DOUBLE NOT NULL,
    p90_cents DOUBLE NOT NULL,
    share_higher DOUBLE NOT NULL CHECK (share_higher BETWEEN 0 AND 1),
    UNIQUE (simulation_id, scenario, fiscal_year)
);

CREATE TABLE simulation_headcount (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    scenario SMALLINT NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    agency VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    mean_start DOUBLE NOT NULL,
    mean_hires DOUBLE NOT NULL,
    mean_separations DOUBLE NOT NULL,
    mean_end DOUBLE NOT NULL,
    standard_error_end DOUBLE,
    mean_fte DOUBLE,
    PRIMARY KEY (simulation_id, scenario, fiscal_year, agency, organisation)
);

CREATE TABLE simulation_rule (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    scenario SMALLINT NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    agency VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    paragraph VARCHAR NOT NULL,
    effect VARCHAR NOT NULL,
    mean_people DOUBLE NOT NULL,
    mean_cents DOUBLE NOT NULL,
    standard_error_cents DOUBLE
);

-- Which source of randomness carries how much of the risk of all years together, for a scenario's cost and for its difference from the baseline.
CREATE TABLE simulation_risk (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    scenario SMALLINT NOT NULL,
    is_difference BOOLEAN NOT NULL,
    source VARCHAR NOT NULL,
    standard_deviation_cents DOUBLE NOT NULL,
    share DOUBLE,
    standard_error DOUBLE,
    PRIMARY KEY (simulation_id, scenario, is_difference, source)
);

-- The tables below are large, and a simulation is written once in one transaction, so they have no index.
CREATE TABLE simulation_cell (
    simulation_id INTEGER NOT NULL,
    scenario SMALLINT NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    agency VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    work_level VARCHAR NOT NULL,
    market VARCHAR NOT NULL,
    component cost_component_3 NOT NULL,
    mean_cents DOUBLE NOT NULL,
    standard_error_cents DOUBLE,
    standard_deviation_cents DOUBLE,
    p10_cents DOUBLE NOT NULL,
    p50_cents DOUBLE NOT NULL,
    p90_cents DOUBLE NOT NULL,
    difference_mean_cents DOUBLE,
    difference_standard_error_cents DOUBLE
);

CREATE TABLE simulation_draw_component (
    simulation_id INTEGER NOT NULL,
    scenario SMALLINT NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    component cost_component_3 NOT NULL,
    draw INTEGER NOT NULL,
    cents BIGINT NOT NULL
);

CREATE TABLE simulation_draw_organisation (
    simulation_id INTEGER NOT NULL,
    scenario SMALLINT NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    agency VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    draw INTEGER NOT NULL,
    cents BIGINT NOT NULL
);

-- The cost of a fiscal year in every draw.
CREATE VIEW simulation_draw AS
SELECT simulation_id, scenario, fiscal_year, draw, sum(cents)::BIGINT AS cents FROM simulation_draw_component GROUP BY ALL;
