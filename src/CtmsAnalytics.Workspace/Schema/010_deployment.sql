-- Deployment (158.701-709): assignments with the information of 158.706(e), who holds them, and hours worked (158.705(d)(5)).

-- Kinds of studies are the program's own list; as text it can grow.
ALTER TABLE study ALTER COLUMN kind TYPE VARCHAR;

CREATE TYPE personnel_security AS ENUM ('none', 'public_trust', 'secret', 'top_secret', 'ts_sci');

CREATE TABLE assignment_list (
    list_id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL UNIQUE REFERENCES import_batch (batch_id),
    assignments INTEGER NOT NULL CHECK (assignments > 0),
    holdings INTEGER NOT NULL CHECK (holdings >= 0)
);

CREATE TABLE assignment (
    list_id INTEGER NOT NULL REFERENCES assignment_list (list_id),
    assignment_id VARCHAR NOT NULL CHECK (assignment_id <> ''),
    statement VARCHAR NOT NULL CHECK (statement <> ''),
    starts DATE NOT NULL,
    ends DATE CHECK (ends >= starts),
    organisation VARCHAR NOT NULL CHECK (organisation <> ''),
    security personnel_security NOT NULL,
    worksite_fips VARCHAR NOT NULL REFERENCES worksites (county_fips),
    schedule work_schedule NOT NULL,
    hours_per_work_period INTEGER NOT NULL CHECK (hours_per_work_period > 0),
    performance VARCHAR NOT NULL CHECK (performance <> ''),
    work_level VARCHAR NOT NULL CHECK (work_level <> ''),
    qualifications VARCHAR NOT NULL,
    mission_need DOUBLE NOT NULL CHECK (mission_need BETWEEN 0 AND 1),
    strategic_priority DOUBLE NOT NULL CHECK (strategic_priority BETWEEN 0 AND 1),
    individual_input VARCHAR NOT NULL,
    organisation_input VARCHAR NOT NULL,
    row_number BIGINT NOT NULL CHECK (row_number > 0),
    PRIMARY KEY (list_id, assignment_id)
);

CREATE TABLE assignment_holding (
    list_id INTEGER NOT NULL REFERENCES assignment_list (list_id),
    assignment_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL CHECK (person_id <> ''),
    held_from DATE NOT NULL,
    held_to DATE CHECK (held_to >= held_from),
    is_initial BOOLEAN NOT NULL,
    row_number BIGINT NOT NULL CHECK (row_number > 0),
    PRIMARY KEY (list_id, assignment_id, person_id, held_from)
);

CREATE TABLE hours_worked (
    person_id VARCHAR NOT NULL CHECK (person_id <> ''),
    period_start DATE NOT NULL,
    worked DOUBLE NOT NULL CHECK (worked >= 0),
    leave_hours DOUBLE NOT NULL CHECK (leave_hours >= 0),
    paid_time_off DOUBLE NOT NULL CHECK (paid_time_off >= 0),
    recognition_time_off DOUBLE NOT NULL CHECK (recognition_time_off >= 0),
    other_time_off DOUBLE NOT NULL CHECK (other_time_off >= 0),
    non_pay DOUBLE NOT NULL CHECK (non_pay >= 0),
    unexpected DOUBLE NOT NULL CHECK (unexpected BETWEEN 0 AND worked),
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    row_number BIGINT NOT NULL CHECK (row_number > 0),
    PRIMARY KEY (person_id, period_start)
);
