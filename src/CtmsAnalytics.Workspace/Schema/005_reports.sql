-- What reports and exports show of a run beside its tables: a document of the library's own format, readable with DuckDB's JSON functions.

CREATE TABLE run_facts (
    run_id VARCHAR PRIMARY KEY CHECK (run_id <> ''),
    facts VARCHAR NOT NULL
);

-- Movement of people of the whole service, means over draws.
CREATE TABLE simulation_service (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    scenario SMALLINT NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    mean_start DOUBLE NOT NULL,
    mean_hires DOUBLE NOT NULL,
    mean_separations DOUBLE NOT NULL,
    mean_end DOUBLE NOT NULL,
    p10_end DOUBLE NOT NULL,
    p90_end DOUBLE NOT NULL,
    mean_fte DOUBLE,
    PRIMARY KEY (simulation_id, scenario, fiscal_year)
);
