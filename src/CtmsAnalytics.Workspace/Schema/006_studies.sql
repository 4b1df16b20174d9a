-- Studies of market, structure, supplements and pay equity. The document is of the library's own format, readable with DuckDB's JSON functions.

CREATE TYPE study_kind AS ENUM ('market', 'structure', 'supplement', 'equity');

CREATE TABLE study (
    study_id VARCHAR PRIMARY KEY CHECK (study_id <> ''),
    kind study_kind NOT NULL,
    title VARCHAR NOT NULL,
    saved_at TIMESTAMP NOT NULL,
    document VARCHAR NOT NULL
);
