"""The committees: meetings, applications, privileges, and what a packet says of a person; payers; what was verified where."""

from peewee import SqliteDatabase

RECORDS = """
CREATE TABLE "committee" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE NOCASE,
    "short" TEXT NOT NULL COLLATE NOCASE, "level" TEXT NOT NULL COLLATE NOCASE, "department_id" INTEGER, "section"
    TEXT NOT NULL COLLATE NOCASE, "charter" TEXT NOT NULL, "quorum_rule" TEXT NOT NULL COLLATE NOCASE, "quorum"
    INTEGER NOT NULL, "quorum_basis" TEXT NOT NULL COLLATE NOCASE, "ordinal" TEXT NOT NULL COLLATE NOCASE, "weekday"
    TEXT NOT NULL COLLATE NOCASE, "every" INTEGER NOT NULL, "first_month" INTEGER NOT NULL, "starts" TEXT NOT NULL,
    "length" INTEGER NOT NULL, "place" TEXT NOT NULL COLLATE NOCASE, "lead_days" INTEGER NOT NULL, "legend" TEXT NOT
    NULL, "active" INTEGER NOT NULL, FOREIGN KEY ("department_id") REFERENCES "department" ("id") ON DELETE SET NULL);
CREATE UNIQUE INDEX "committee_name" ON "committee" ("name");
CREATE INDEX "committee_department_id" ON "committee" ("department_id");
CREATE TABLE "seat" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "committee_id" INTEGER NOT NULL, "provider_id"
    INTEGER, "name" TEXT NOT NULL COLLATE NOCASE, "role" TEXT NOT NULL COLLATE NOCASE, "votes" INTEGER NOT NULL,
    "physician" INTEGER NOT NULL, "stands_in_for_id" INTEGER, "starts" DATE, "ends" DATE, "email" TEXT NOT NULL
    COLLATE NOCASE, "remarks" TEXT NOT NULL, FOREIGN KEY ("committee_id") REFERENCES "committee" ("id") ON DELETE
    CASCADE, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE SET NULL, FOREIGN KEY
    ("stands_in_for_id") REFERENCES "seat" ("id") ON DELETE SET NULL);
CREATE INDEX "seat_committee_id" ON "seat" ("committee_id");
CREATE INDEX "seat_provider_id" ON "seat" ("provider_id");
CREATE INDEX "seat_stands_in_for_id" ON "seat" ("stands_in_for_id");
CREATE TABLE "closed_day" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "day" DATE NOT NULL, "name" TEXT NOT NULL
    COLLATE NOCASE);
CREATE INDEX "closed_day_day" ON "closed_day" ("day");
CREATE TABLE "application" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "sort"
    TEXT NOT NULL COLLATE NOCASE, "stage" TEXT NOT NULL COLLATE NOCASE, "stage_since" DATE, "facility_id" INTEGER,
    "category_id" INTEGER, "department_id" INTEGER, "term_starts" DATE, "term_ends" DATE, "term_months" INTEGER,
    "requested" DATE, "received" DATE, "complete" DATE, "attested" DATE, "review" TEXT NOT NULL COLLATE NOCASE,
    "review_reason" TEXT NOT NULL,
    "chair" TEXT NOT NULL COLLATE NOCASE, "chair_view" TEXT NOT NULL COLLATE NOCASE, "chair_report" TEXT NOT NULL,
    "chair_on" DATE, "fppe" TEXT NOT NULL, "changes" TEXT NOT NULL, "outcome" TEXT NOT NULL COLLATE NOCASE, "decided"
    DATE, "told" DATE, "conditions" TEXT NOT NULL, "remarks" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider"
    ("id") ON DELETE CASCADE, FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE RESTRICT, FOREIGN KEY
    ("category_id") REFERENCES "category" ("id") ON DELETE RESTRICT, FOREIGN KEY ("department_id") REFERENCES
    "department" ("id") ON DELETE RESTRICT);
CREATE INDEX "application_provider_id" ON "application" ("provider_id");
CREATE INDEX "application_stage" ON "application" ("stage");
CREATE INDEX "application_facility_id" ON "application" ("facility_id");
CREATE INDEX "application_category_id" ON "application" ("category_id");
CREATE INDEX "application_department_id" ON "application" ("department_id");
CREATE TABLE "disclosure" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "application_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL, "question" TEXT NOT NULL, "health" INTEGER NOT NULL, "answer" INTEGER, "explanation"
    TEXT NOT NULL, FOREIGN KEY ("application_id") REFERENCES "application" ("id") ON DELETE CASCADE);
CREATE INDEX "disclosure_application_id" ON "disclosure" ("application_id");
CREATE TABLE "reference" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "application_id" INTEGER NOT NULL, "name"
    TEXT NOT NULL COLLATE NOCASE, "degree" TEXT NOT NULL COLLATE NOCASE, "relationship" TEXT NOT NULL COLLATE NOCASE,
    "observed_from" TEXT NOT NULL, "observed_to" TEXT NOT NULL, "requested" DATE, "received" DATE, "knowledge"
    INTEGER, "skills" INTEGER, "judgment" INTEGER, "interpersonal" INTEGER, "communication" INTEGER, "professionalism"
    INTEGER, "recommends" TEXT NOT NULL COLLATE NOCASE, "comment" TEXT NOT NULL, FOREIGN KEY ("application_id")
    REFERENCES "application" ("id") ON DELETE CASCADE);
CREATE INDEX "reference_application_id" ON "reference" ("application_id");
CREATE TABLE "claim" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "occurred" TEXT
    NOT NULL, "closed" TEXT NOT NULL, "allegation" TEXT NOT NULL COLLATE NOCASE, "outcome" TEXT NOT NULL COLLATE
    NOCASE, "paid" INTEGER, "explanation" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON
    DELETE CASCADE);
CREATE INDEX "claim_provider_id" ON "claim" ("provider_id");
CREATE TABLE "red_flag" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "application_id" INTEGER NOT NULL, "matter"
    TEXT NOT NULL, "resolution" TEXT NOT NULL, "resolved" DATE, "by" TEXT NOT NULL COLLATE NOCASE, FOREIGN KEY
    ("application_id") REFERENCES "application" ("id") ON DELETE CASCADE);
CREATE INDEX "red_flag_application_id" ON "red_flag" ("application_id");
CREATE TABLE "npdb_query" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "queried"
    DATE NOT NULL, "enrolled_until" DATE, "result" TEXT NOT NULL COLLATE NOCASE, "reviewed" DATE, "reviewed_by" TEXT
    NOT NULL COLLATE NOCASE, "response_id" INTEGER, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE
    CASCADE, FOREIGN KEY ("response_id") REFERENCES "document" ("id") ON DELETE SET NULL);
CREATE INDEX "npdb_query_provider_id" ON "npdb_query" ("provider_id");
CREATE INDEX "npdb_query_response_id" ON "npdb_query" ("response_id");
CREATE TABLE "check" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "sort" TEXT NOT
    NULL COLLATE NOCASE, "done" DATE NOT NULL, "source" TEXT NOT NULL COLLATE NOCASE, "result" TEXT NOT NULL COLLATE
    NOCASE, "names" TEXT NOT NULL COLLATE NOCASE, "by" TEXT NOT NULL COLLATE NOCASE, "remarks" TEXT NOT NULL, FOREIGN KEY
    ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "check_provider_id" ON "check" ("provider_id");
CREATE TABLE "oppe" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "starts" DATE
    NOT NULL, "ends" DATE NOT NULL, "result" TEXT NOT NULL COLLATE NOCASE, "reviewer" TEXT NOT NULL COLLATE NOCASE,
    "reviewed" DATE, "remarks" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "oppe_provider_id" ON "oppe" ("provider_id");
CREATE TABLE "activity" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "sort" TEXT
    NOT NULL COLLATE NOCASE, "name" TEXT NOT NULL COLLATE NOCASE, "number" INTEGER NOT NULL, "starts" DATE NOT NULL,
    "ends" DATE NOT NULL, "source" TEXT NOT NULL COLLATE NOCASE, FOREIGN KEY ("provider_id") REFERENCES "provider"
    ("id") ON DELETE CASCADE);
CREATE INDEX "activity_provider_id" ON "activity" ("provider_id");
CREATE TABLE "privilege_form" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE NOCASE,
    "specialty_id" INTEGER, "edition" TEXT NOT NULL COLLATE NOCASE, "effective" DATE, "state" TEXT NOT NULL COLLATE
    NOCASE, "starting_point" INTEGER NOT NULL, "remarks" TEXT NOT NULL, FOREIGN KEY ("specialty_id") REFERENCES
    "specialty" ("id") ON DELETE SET NULL);
CREATE UNIQUE INDEX "privilege_form_name" ON "privilege_form" ("name");
CREATE INDEX "privilege_form_specialty_id" ON "privilege_form" ("specialty_id");
CREATE TABLE "privilege" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "form_id" INTEGER NOT NULL, "position"
    INTEGER NOT NULL, "sort" TEXT NOT NULL COLLATE NOCASE, "code" TEXT NOT NULL COLLATE NOCASE, "name" TEXT NOT NULL
    COLLATE NOCASE, "description" TEXT NOT NULL, "training" TEXT NOT NULL, "board" TEXT NOT NULL, "counted" TEXT NOT
    NULL COLLATE NOCASE, "cases" INTEGER, "months" INTEGER, "life_support" TEXT NOT NULL COLLATE NOCASE, "fppe" TEXT
    NOT NULL, FOREIGN KEY ("form_id") REFERENCES "privilege_form" ("id") ON DELETE CASCADE);
CREATE INDEX "privilege_form_id" ON "privilege" ("form_id");
CREATE TABLE "privilege_request" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "application_id" INTEGER NOT NULL,
    "privilege_id" INTEGER NOT NULL, "chair_view" TEXT NOT NULL COLLATE NOCASE, "committee_view" TEXT NOT NULL COLLATE
    NOCASE, "decision" TEXT NOT NULL COLLATE NOCASE, "conditions" TEXT NOT NULL, FOREIGN KEY
    ("application_id") REFERENCES "application" ("id") ON DELETE CASCADE, FOREIGN KEY ("privilege_id") REFERENCES
    "privilege" ("id") ON DELETE RESTRICT);
CREATE INDEX "privilege_request_application_id" ON "privilege_request" ("application_id");
CREATE INDEX "privilege_request_privilege_id" ON "privilege_request" ("privilege_id");
CREATE UNIQUE INDEX "privilege_request_application_id_privilege_id" ON "privilege_request" ("application_id",
    "privilege_id");
CREATE TABLE "criterion_shown" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "request_id" INTEGER NOT NULL, "part"
    TEXT NOT NULL COLLATE NOCASE, "text" TEXT NOT NULL, FOREIGN KEY ("request_id") REFERENCES "privilege_request" ("id")
    ON DELETE CASCADE);
CREATE INDEX "criterion_shown_request_id" ON "criterion_shown" ("request_id");
CREATE UNIQUE INDEX "criterion_shown_request_id_part" ON "criterion_shown" ("request_id", "part");
CREATE TABLE "held_privilege" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL,
    "privilege_id" INTEGER NOT NULL, "facility_id" INTEGER, "application_id" INTEGER, "starts" DATE NOT NULL, "ends"
    DATE, "conditions" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("privilege_id") REFERENCES "privilege" ("id") ON DELETE RESTRICT, FOREIGN KEY ("facility_id")
    REFERENCES "facility" ("id") ON DELETE RESTRICT, FOREIGN KEY ("application_id") REFERENCES "application" ("id") ON
    DELETE SET NULL);
CREATE INDEX "held_privilege_provider_id" ON "held_privilege" ("provider_id");
CREATE INDEX "held_privilege_privilege_id" ON "held_privilege" ("privilege_id");
CREATE INDEX "held_privilege_facility_id" ON "held_privilege" ("facility_id");
CREATE INDEX "held_privilege_application_id" ON "held_privilege" ("application_id");
CREATE TABLE "meeting" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "committee_id" INTEGER NOT NULL, "held" DATE
    NOT NULL, "starts" TEXT NOT NULL, "length" INTEGER NOT NULL, "place" TEXT NOT NULL COLLATE NOCASE, "state" TEXT
    NOT NULL COLLATE NOCASE, "opened" TEXT NOT NULL, "adjourned" TEXT NOT NULL, "uid" TEXT NOT NULL COLLATE NOCASE,
    "sequence" INTEGER NOT NULL, "as_held" TEXT NOT NULL, "remarks" TEXT NOT NULL, FOREIGN KEY ("committee_id") REFERENCES
    "committee" ("id") ON DELETE CASCADE);
CREATE INDEX "meeting_committee_id" ON "meeting" ("committee_id");
CREATE INDEX "meeting_held" ON "meeting" ("held");
CREATE TABLE "agenda_item" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "meeting_id" INTEGER NOT NULL,
    "section" TEXT NOT NULL COLLATE NOCASE, "position" INTEGER NOT NULL, "title" TEXT NOT NULL COLLATE NOCASE,
    "application_id" INTEGER, "provider_id" INTEGER, "document_id" INTEGER, "asked" TEXT NOT NULL COLLATE NOCASE,
    "minutes" INTEGER NOT NULL, "information" INTEGER NOT NULL, "outcome" TEXT NOT NULL COLLATE NOCASE, "conditions"
    TEXT NOT NULL, "conclusion" TEXT NOT NULL, "reason" TEXT NOT NULL, "term_months" INTEGER, "deferred_until" DATE,
    "quorum_choice" TEXT NOT NULL, "out_of_turn" TEXT NOT NULL, "carried_from_id" INTEGER, FOREIGN KEY ("meeting_id")
    REFERENCES "meeting" ("id") ON DELETE CASCADE, FOREIGN KEY ("application_id") REFERENCES "application" ("id") ON DELETE
    SET NULL, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE SET NULL, FOREIGN KEY ("document_id")
    REFERENCES "document" ("id") ON DELETE SET NULL, FOREIGN KEY ("carried_from_id") REFERENCES "agenda_item" ("id") ON
    DELETE SET NULL);
CREATE INDEX "agenda_item_meeting_id" ON "agenda_item" ("meeting_id");
CREATE INDEX "agenda_item_application_id" ON "agenda_item" ("application_id");
CREATE INDEX "agenda_item_provider_id" ON "agenda_item" ("provider_id");
CREATE INDEX "agenda_item_document_id" ON "agenda_item" ("document_id");
CREATE INDEX "agenda_item_carried_from_id" ON "agenda_item" ("carried_from_id");
CREATE TABLE "attendance" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "meeting_id" INTEGER NOT NULL, "seat_id"
    INTEGER NOT NULL, "presence" TEXT NOT NULL COLLATE NOCASE, "arrived" TEXT NOT NULL, "left" TEXT NOT NULL, FOREIGN
    KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE CASCADE, FOREIGN KEY ("seat_id") REFERENCES "seat" ("id")
    ON DELETE CASCADE);
CREATE INDEX "attendance_meeting_id" ON "attendance" ("meeting_id");
CREATE INDEX "attendance_seat_id" ON "attendance" ("seat_id");
CREATE UNIQUE INDEX "attendance_meeting_id_seat_id" ON "attendance" ("meeting_id", "seat_id");
CREATE TABLE "recusal" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "item_id" INTEGER NOT NULL, "seat_id" INTEGER
    NOT NULL, "reason" TEXT NOT NULL COLLATE NOCASE, "left" TEXT NOT NULL, "returned" TEXT NOT NULL, "remarks" TEXT NOT
    NULL COLLATE NOCASE, FOREIGN KEY ("item_id") REFERENCES "agenda_item" ("id") ON DELETE CASCADE, FOREIGN KEY
    ("seat_id") REFERENCES "seat" ("id") ON DELETE CASCADE);
CREATE INDEX "recusal_item_id" ON "recusal" ("item_id");
CREATE INDEX "recusal_seat_id" ON "recusal" ("seat_id");
CREATE UNIQUE INDEX "recusal_item_id_seat_id" ON "recusal" ("item_id", "seat_id");
CREATE TABLE "recommendation" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "item_id" INTEGER NOT NULL, "request_id"
    INTEGER NOT NULL, "view" TEXT NOT NULL COLLATE NOCASE, "conditions" TEXT NOT NULL, FOREIGN KEY ("item_id") REFERENCES
    "agenda_item" ("id") ON DELETE CASCADE, FOREIGN KEY ("request_id") REFERENCES "privilege_request" ("id") ON DELETE
    CASCADE);
CREATE INDEX "recommendation_item_id" ON "recommendation" ("item_id");
CREATE INDEX "recommendation_request_id" ON "recommendation" ("request_id");
CREATE UNIQUE INDEX "recommendation_item_id_request_id" ON "recommendation" ("item_id", "request_id");
CREATE TABLE "action_item" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "committee_id" INTEGER NOT NULL,
    "raised_at_id" INTEGER, "title" TEXT NOT NULL COLLATE NOCASE, "owner" TEXT NOT NULL COLLATE NOCASE, "due" DATE,
    "done" DATE, "remarks" TEXT NOT NULL, FOREIGN KEY ("committee_id") REFERENCES "committee" ("id") ON DELETE
    CASCADE, FOREIGN KEY ("raised_at_id") REFERENCES "meeting" ("id") ON DELETE SET NULL);
CREATE INDEX "action_item_committee_id" ON "action_item" ("committee_id");
CREATE INDEX "action_item_raised_at_id" ON "action_item" ("raised_at_id");
CREATE TABLE "issued_packet" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "meeting_id" INTEGER NOT NULL,
    "edition" TEXT NOT NULL COLLATE NOCASE, "number" INTEGER NOT NULL, "supplement" INTEGER NOT NULL, "made" DATE NOT NULL,
    "pages" INTEGER NOT NULL, "seal" TEXT NOT NULL COLLATE NOCASE, "manifest" TEXT NOT NULL, "sha256" TEXT NOT NULL COLLATE NOCASE,
    "recalled" DATE, "recalled_why" TEXT NOT NULL, FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT);
CREATE INDEX "issued_packet_meeting_id" ON "issued_packet" ("meeting_id");
CREATE INDEX "issued_packet_seal" ON "issued_packet" ("seal");
CREATE UNIQUE INDEX "issued_packet_meeting_id_edition_number" ON "issued_packet" ("meeting_id", "edition", "number");
CREATE TABLE "packet_copy" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "packet_id" INTEGER NOT NULL, "number"
    INTEGER NOT NULL, "seat_id" INTEGER, "reader" TEXT NOT NULL COLLATE NOCASE, "sha256" TEXT NOT NULL COLLATE NOCASE,
    "shown" TEXT NOT NULL, "out" DATE, "back" DATE, "recalled" DATE, FOREIGN KEY ("packet_id") REFERENCES
    "issued_packet" ("id") ON DELETE RESTRICT, FOREIGN KEY ("seat_id") REFERENCES "seat" ("id") ON DELETE SET NULL);
CREATE INDEX "packet_copy_packet_id" ON "packet_copy" ("packet_id");
CREATE INDEX "packet_copy_seat_id" ON "packet_copy" ("seat_id");
CREATE TABLE "payer" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE NOCASE, "sort" TEXT
    NOT NULL COLLATE NOCASE, "template_name" TEXT NOT NULL COLLATE NOCASE, "template" TEXT NOT NULL COLLATE NOCASE,
    "organization" TEXT NOT NULL COLLATE NOCASE, "remarks" TEXT NOT NULL);
CREATE UNIQUE INDEX "payer_name" ON "payer" ("name");
CREATE TABLE "payer_code" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "payer_id" INTEGER NOT NULL, "sort" TEXT NOT
    NULL COLLATE NOCASE, "ours" TEXT NOT NULL COLLATE NOCASE, "theirs" TEXT NOT NULL COLLATE NOCASE, FOREIGN KEY
    ("payer_id") REFERENCES "payer" ("id") ON DELETE CASCADE);
CREATE INDEX "payer_code_payer_id" ON "payer_code" ("payer_id");
CREATE UNIQUE INDEX "payer_code_payer_id_sort_ours" ON "payer_code" ("payer_id", "sort", "ours");
CREATE TABLE "submission" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "payer_id" INTEGER NOT NULL, "made" DATE NOT
    NULL, "file_name" TEXT NOT NULL COLLATE NOCASE, "sha256" TEXT NOT NULL COLLATE NOCASE, "rows" INTEGER NOT NULL,
    "adds" INTEGER NOT NULL, "changes" INTEGER NOT NULL, "terms" INTEGER NOT NULL, "manifest" TEXT NOT NULL, FOREIGN KEY
    ("payer_id") REFERENCES "payer" ("id") ON DELETE CASCADE);
CREATE INDEX "submission_payer_id" ON "submission" ("payer_id");
CREATE TABLE "saved_view" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "listed" TEXT NOT NULL COLLATE NOCASE,
    "name" TEXT NOT NULL COLLATE NOCASE, "base" TEXT NOT NULL COLLATE NOCASE, "words" TEXT NOT NULL COLLATE NOCASE,
    "filters" TEXT NOT NULL, "ordered" TEXT NOT NULL, "grouped" TEXT NOT NULL COLLATE NOCASE, "closed" TEXT NOT NULL,
    "columns" TEXT NOT NULL, "position" INTEGER NOT NULL);
CREATE UNIQUE INDEX "saved_view_listed_name" ON "saved_view" ("listed", "name");
CREATE TABLE "photo" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "taken" DATE NOT
    NULL, "sha256" TEXT NOT NULL COLLATE NOCASE, "size" INTEGER NOT NULL, FOREIGN KEY ("provider_id") REFERENCES
    "provider" ("id") ON DELETE CASCADE);
CREATE UNIQUE INDEX "photo_provider_id" ON "photo" ("provider_id");
CREATE TABLE "verification_source" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE
    NOCASE, "address" TEXT NOT NULL COLLATE NOCASE, "primary" TEXT NOT NULL COLLATE NOCASE, "equivalent" TEXT NOT NULL
    COLLATE NOCASE, "position" INTEGER NOT NULL, "remarks" TEXT NOT NULL);
CREATE UNIQUE INDEX "verification_source_name" ON "verification_source" ("name");
CREATE TABLE "verification" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL,
    "element" TEXT NOT NULL COLLATE NOCASE, "credential_id" INTEGER, "education_id" INTEGER, "affiliation_id" INTEGER,
    "work_id" INTEGER, "reference_id" INTEGER, "source_id" INTEGER NOT NULL, "method" TEXT NOT NULL COLLATE NOCASE,
    "done" DATE NOT NULL, "by" TEXT NOT NULL COLLATE NOCASE, "result" TEXT NOT NULL COLLATE NOCASE, "standing" TEXT
    NOT NULL COLLATE NOCASE, "discipline" TEXT NOT NULL COLLATE NOCASE, "expires" DATE, "document_id" INTEGER,
    "remark" TEXT NOT NULL, "reason" TEXT NOT NULL, "struck" DATE, "struck_by" TEXT NOT NULL COLLATE NOCASE,
    "struck_why" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE, FOREIGN
    KEY ("credential_id") REFERENCES "credential" ("id") ON DELETE CASCADE, FOREIGN KEY ("education_id") REFERENCES
    "education" ("id") ON DELETE CASCADE, FOREIGN KEY ("affiliation_id") REFERENCES "affiliation" ("id") ON DELETE
    CASCADE, FOREIGN KEY ("work_id") REFERENCES "work_history" ("id") ON DELETE CASCADE, FOREIGN KEY ("reference_id")
    REFERENCES "reference" ("id") ON DELETE CASCADE, FOREIGN KEY ("source_id") REFERENCES "verification_source" ("id")
    ON DELETE RESTRICT, FOREIGN KEY ("document_id") REFERENCES "document" ("id") ON DELETE SET NULL);
CREATE INDEX "verification_provider_id" ON "verification" ("provider_id");
CREATE INDEX "verification_credential_id" ON "verification" ("credential_id");
CREATE INDEX "verification_education_id" ON "verification" ("education_id");
CREATE INDEX "verification_affiliation_id" ON "verification" ("affiliation_id");
CREATE INDEX "verification_work_id" ON "verification" ("work_id");
CREATE INDEX "verification_reference_id" ON "verification" ("reference_id");
CREATE INDEX "verification_source_id" ON "verification" ("source_id");
CREATE INDEX "verification_document_id" ON "verification" ("document_id");
CREATE INDEX "verification_provider_id_element_done" ON "verification" ("provider_id", "element", "done");
CREATE TABLE "requirement" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "element" TEXT NOT NULL COLLATE NOCASE,
    "provider_type" TEXT NOT NULL COLLATE NOCASE, "department_id" INTEGER, "category_id" INTEGER, "asked_for" TEXT NOT
    NULL COLLATE NOCASE, "need" TEXT NOT NULL COLLATE NOCASE, "remarks" TEXT NOT NULL, FOREIGN KEY ("department_id")
    REFERENCES "department" ("id") ON DELETE CASCADE, FOREIGN KEY ("category_id") REFERENCES "category" ("id") ON DELETE
    CASCADE);
CREATE INDEX "requirement_department_id" ON "requirement" ("department_id");
CREATE INDEX "requirement_category_id" ON "requirement" ("category_id");
CREATE TABLE "requirement_exception" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL,
    "element" TEXT NOT NULL COLLATE NOCASE, "reason" TEXT NOT NULL, "since" DATE NOT NULL, "until" DATE, "by" TEXT NOT
    NULL COLLATE NOCASE, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "requirement_exception_provider_id" ON "requirement_exception" ("provider_id");
CREATE TABLE "temporary_privilege" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL,
    "application_id" INTEGER, "sort" TEXT NOT NULL COLLATE NOCASE, "privileges" TEXT NOT NULL, "need" TEXT NOT NULL,
    "starts" DATE NOT NULL, "ends" DATE, "license_seen" DATE, "competence_seen" DATE, "recommended_by" TEXT NOT NULL
    COLLATE NOCASE, "granted_by" TEXT NOT NULL COLLATE NOCASE, "remarks" TEXT NOT NULL, FOREIGN KEY ("provider_id")
    REFERENCES "provider" ("id") ON DELETE CASCADE, FOREIGN KEY ("application_id") REFERENCES "application" ("id") ON
    DELETE SET NULL);
CREATE INDEX "temporary_privilege_provider_id" ON "temporary_privilege" ("provider_id");
CREATE INDEX "temporary_privilege_application_id" ON "temporary_privilege" ("application_id");
CREATE TABLE "disaster_privilege" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL,
    "activated" DATE, "arrived" DATE NOT NULL, "arrived_at" TEXT NOT NULL, "photo_id" INTEGER NOT NULL, "proof" TEXT NOT
    NULL COLLATE NOCASE, "license_seen" DATE, "license_seen_at" TEXT NOT NULL, "why_not" TEXT NOT NULL, "decided" DATE,
    "decided_at" TEXT NOT NULL, "ended" DATE, "remarks" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider"
    ("id") ON DELETE CASCADE);
CREATE INDEX "disaster_privilege_provider_id" ON "disaster_privilege" ("provider_id");
CREATE TABLE "fppe" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "sort" TEXT NOT
    NULL COLLATE NOCASE, "held_id" INTEGER, "method" TEXT NOT NULL, "starts" DATE NOT NULL, "ends" DATE, "concluded" DATE,
    "result" TEXT NOT NULL COLLATE NOCASE, "reviewer" TEXT NOT NULL COLLATE NOCASE, "remarks" TEXT NOT NULL, FOREIGN KEY
    ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE, FOREIGN KEY ("held_id") REFERENCES "held_privilege"
    ("id") ON DELETE SET NULL);
CREATE INDEX "fppe_provider_id" ON "fppe" ("provider_id");
CREATE INDEX "fppe_held_id" ON "fppe" ("held_id");
CREATE TABLE "adverse_action" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "sort"
    TEXT NOT NULL COLLATE NOCASE, "summary" INTEGER NOT NULL, "professional" INTEGER NOT NULL, "imposed" DATE NOT NULL,
    "lifted" DATE, "noticed" DATE, "request_by" DATE, "requested" DATE, "hearing_noticed" DATE, "hearing" DATE, "reported"
    DATE, "copied" DATE, "remarks" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE
    CASCADE);
CREATE INDEX "adverse_action_provider_id" ON "adverse_action" ("provider_id");
CREATE TABLE "governing_document" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE
    NOCASE, "sort" TEXT NOT NULL COLLATE NOCASE, "approved" DATE, "reviewed" DATE, "months" INTEGER NOT NULL, "owner" TEXT
    NOT NULL COLLATE NOCASE, "remarks" TEXT NOT NULL);
CREATE UNIQUE INDEX "governing_document_name" ON "governing_document" ("name");
CREATE TABLE "staff_certification" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "person" TEXT NOT NULL COLLATE
    NOCASE, "sort" TEXT NOT NULL COLLATE NOCASE, "certified" DATE, "expires" DATE, "credits" INTEGER NOT NULL, "of_namss"
    INTEGER NOT NULL, "remarks" TEXT NOT NULL);
CREATE TABLE "finding" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider" INTEGER NOT NULL, "person" TEXT
    NOT NULL COLLATE NOCASE, "department" TEXT NOT NULL COLLATE NOCASE, "rule" TEXT NOT NULL COLLATE NOCASE, "requirement"
    TEXT NOT NULL COLLATE NOCASE, "severity" TEXT NOT NULL COLLATE NOCASE, "message" TEXT NOT NULL, "why" TEXT NOT NULL,
    "citation" TEXT NOT NULL, "remedy" TEXT NOT NULL, "worse_on" DATE, "credential" INTEGER, "application" INTEGER);
CREATE INDEX "finding_provider" ON "finding" ("provider");
CREATE TABLE "judged" ("provider" INTEGER NOT NULL PRIMARY KEY, "until" DATE NOT NULL);
CREATE INDEX "judged_until" ON "judged" ("until");
CREATE TABLE "judging" ("step" INTEGER NOT NULL, "day" DATE NOT NULL, "policy" TEXT NOT NULL);
CREATE TABLE "readiness" ("day" DATE NOT NULL PRIMARY KEY, "files" INTEGER NOT NULL, "ready" INTEGER NOT NULL);
CREATE TABLE "file_pull" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "pulled" DATE NOT NULL, "by" TEXT NOT NULL
    COLLATE NOCASE, "how" TEXT NOT NULL COLLATE NOCASE, "wanted" INTEGER NOT NULL, "strata" TEXT NOT NULL COLLATE NOCASE,
    "seed" TEXT NOT NULL COLLATE NOCASE, "population" TEXT NOT NULL COLLATE NOCASE, "files" INTEGER NOT NULL, "among" TEXT
    NOT NULL, "remarks" TEXT NOT NULL);
CREATE TABLE "pulled_file" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "pull_id" INTEGER NOT NULL, "provider_id"
    INTEGER NOT NULL, "position" INTEGER NOT NULL, "stratum" TEXT NOT NULL COLLATE NOCASE, FOREIGN KEY ("pull_id")
    REFERENCES "file_pull" ("id") ON DELETE CASCADE, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "pulled_file_pull_id" ON "pulled_file" ("pull_id");
CREATE INDEX "pulled_file_provider_id" ON "pulled_file" ("provider_id");
CREATE UNIQUE INDEX "pulled_file_pull_id_provider_id" ON "pulled_file" ("pull_id", "provider_id");
"""


def up(database: SqliteDatabase) -> None:
    """Make the tables; one statement at a time, since executescript would commit behind our back."""
    for statement in RECORDS.split(";\n"):
        if statement.strip():
            database.execute_sql(statement)
