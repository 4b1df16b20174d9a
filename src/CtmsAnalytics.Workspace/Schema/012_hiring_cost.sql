-- The cost components of hiring: interview travel (158.512), and sourcing and assessment.

-- An enumeration cannot grow in place, so what uses it is made again, as in 003.
CREATE TYPE cost_component_12 AS ENUM (
    'salary', 'recognition_adjustment', 'supplement', 'recognition_payment', 'special_working_conditions',
    'nonforeign_allowance', 'retirement', 'social_security_medicare', 'savings_plan', 'health_and_life', 'student_loan', 'training',
    'interview_travel', 'sourcing_assessment');

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
    component cost_component_12 NOT NULL,
    cents BIGINT NOT NULL,
    PRIMARY KEY (run_id, scenario, fiscal_year, agency, organisation, work_level, market, component)
);

INSERT INTO run_cost SELECT * REPLACE (component::cost_component_12 AS component) FROM kept_run_cost;

DROP TABLE kept_run_cost;

DROP VIEW simulation_draw;

ALTER TABLE simulation_cell ALTER COLUMN component SET DATA TYPE cost_component_12 USING component::VARCHAR::cost_component_12;

ALTER TABLE simulation_draw_component ALTER COLUMN component SET DATA TYPE cost_component_12 USING component::VARCHAR::cost_component_12;

CREATE VIEW simulation_draw AS
SELECT simulation_id, scenario, fiscal_year, draw, sum(cents)::BIGINT AS cents FROM simulation_draw_component GROUP BY ALL;
