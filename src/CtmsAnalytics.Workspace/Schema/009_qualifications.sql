-- Work valuation (158.404): library and schemes as they were imported, published frameworks, and what people hold.

-- The one with the highest number is in force; earlier ones stay. The document is of the library's own format, readable with DuckDB's JSON functions.
CREATE TABLE valuation_basis (
    basis_id INTEGER PRIMARY KEY,
    imported_at TIMESTAMP NOT NULL,
    source VARCHAR NOT NULL CHECK (source <> ''),
    document VARCHAR NOT NULL
);

-- Work roles of the DoD Cyber Workforce Framework and occupations of O*NET.
CREATE TABLE framework_role (
    framework VARCHAR NOT NULL CHECK (framework IN ('DCWF', 'O*NET')),
    role VARCHAR NOT NULL CHECK (role <> ''),
    name VARCHAR NOT NULL CHECK (name <> ''),
    category VARCHAR,
    description VARCHAR,
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    PRIMARY KEY (framework, role)
);

-- Knowledge, skills, abilities and tasks of the DCWF; skills, knowledge and abilities of O*NET.
CREATE TABLE framework_element (
    framework VARCHAR NOT NULL CHECK (framework IN ('DCWF', 'O*NET')),
    element VARCHAR NOT NULL CHECK (element <> ''),
    kind VARCHAR NOT NULL CHECK (kind <> ''),
    name VARCHAR NOT NULL CHECK (name <> ''),
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    PRIMARY KEY (framework, element)
);

-- What a role needs: core or additional in the DCWF, without a value; importance (IM) and level (LV) in O*NET. O*NET advises against using suppressed figures.
CREATE TABLE framework_role_element (
    framework VARCHAR NOT NULL CHECK (framework IN ('DCWF', 'O*NET')),
    role VARCHAR NOT NULL CHECK (role <> ''),
    element VARCHAR NOT NULL CHECK (element <> ''),
    scale VARCHAR NOT NULL CHECK (scale <> ''),
    value DOUBLE CHECK (isfinite(value)),
    suppressed BOOLEAN NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    PRIMARY KEY (framework, role, element, scale)
);

-- What was determined about a person and when. Nothing is overwritten: of two rows for one item the later determination holds, and of the same day the later import.
CREATE TABLE person_qualification (
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    row_number BIGINT NOT NULL CHECK (row_number > 0),
    person_id VARCHAR NOT NULL CHECK (person_id <> ''),
    item VARCHAR NOT NULL CHECK (item <> ''),
    is_work BOOLEAN NOT NULL,
    proficiency DOUBLE NOT NULL CHECK (proficiency >= 0 AND isfinite(proficiency)),
    determined DATE NOT NULL,
    PRIMARY KEY (batch_id, row_number)
);

CREATE VIEW person_qualification_now AS
SELECT * FROM person_qualification
QUALIFY row_number() OVER (PARTITION BY person_id, item ORDER BY determined DESC, batch_id DESC, row_number DESC) = 1;

-- The library in force as rows.
CREATE VIEW qualification AS
SELECT u.id AS qualification, u.name, u.category, u.description
FROM (SELECT unnest(from_json(json_extract(document, '$.library.qualifications'), '[{"id":"VARCHAR","name":"VARCHAR","category":"VARCHAR","description":"VARCHAR"}]')) AS u
    FROM valuation_basis WHERE basis_id = (SELECT max(basis_id) FROM valuation_basis));

CREATE VIEW qualification_link AS
SELECT q AS qualification, l.framework, l.id AS element
FROM (SELECT u.id AS q, unnest(u.links) AS l
    FROM (SELECT unnest(from_json(json_extract(document, '$.library.qualifications'), '[{"id":"VARCHAR","links":[{"framework":"VARCHAR","id":"VARCHAR"}]}]')) AS u
        FROM valuation_basis WHERE basis_id = (SELECT max(basis_id) FROM valuation_basis)));

-- Cut points of every scheme that the workspace had.
CREATE VIEW valuation_level AS
SELECT basis_id, scheme, version, u.ladder, u.code AS work_level, u.cutPoint AS cut_point, u.title, u.rank, u.track
FROM (SELECT basis_id, document ->> '$.scheme.name' AS scheme, CAST(document ->> '$.scheme.version' AS INTEGER) AS version,
    unnest(from_json(json_extract(document, '$.scheme.levels'), '[{"code":"VARCHAR","ladder":"VARCHAR","cutPoint":"DOUBLE","title":"VARCHAR","rank":"VARCHAR","track":"VARCHAR"}]')) AS u
    FROM valuation_basis);

