-- Standard error of what no single source of randomness accounts for; the remainder itself is one less the shares of simulation_risk. A breakdown that was stored before has no row.

CREATE TABLE simulation_risk_remainder (
    simulation_id INTEGER NOT NULL REFERENCES simulation (simulation_id),
    scenario SMALLINT NOT NULL,
    is_difference BOOLEAN NOT NULL,
    standard_error DOUBLE NOT NULL,
    PRIMARY KEY (simulation_id, scenario, is_difference)
);
