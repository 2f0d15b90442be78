"""The first house: every table that the first released version keeps."""

from peewee import SqliteDatabase

STORE = """
CREATE TABLE "step" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "at" TEXT NOT NULL, "seat" TEXT NOT NULL, "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL, "target" INTEGER REFERENCES "step" ("id"), "seal" TEXT NOT NULL);
CREATE INDEX "step_at" ON "step" ("at");
CREATE INDEX "step_target" ON "step" ("target") WHERE "target" IS NOT NULL;
CREATE TABLE "open_step" ("step_id" INTEGER NOT NULL);
CREATE UNIQUE INDEX "open_step_one" ON "open_step" ((1));
CREATE TABLE "change" ("id" INTEGER PRIMARY KEY, "step_id" INTEGER NOT NULL, "tbl" TEXT NOT NULL, "row" INTEGER NOT NULL,
    "before" TEXT, "after" TEXT);
CREATE INDEX "change_step" ON "change" ("step_id", "tbl");
CREATE INDEX "change_row" ON "change" ("tbl", "row");
CREATE INDEX "change_ended" ON "change" ("tbl", json_extract("before", '$.provider_id')) WHERE "after" IS NULL;
CREATE TABLE "blob" ("sha256" TEXT NOT NULL PRIMARY KEY, "bytes" BLOB NOT NULL);
CREATE TABLE "source_row" ("import_id" INTEGER NOT NULL, "sheet" TEXT NOT NULL, "row" INTEGER NOT NULL, "cells" TEXT NOT NULL,
    "provider_id" INTEGER, "format" INTEGER, PRIMARY KEY ("import_id", "sheet", "row")) WITHOUT ROWID;
CREATE INDEX "source_row_provider" ON "source_row" ("provider_id");
CREATE TABLE "source_format" ("import_id" INTEGER NOT NULL, "number" INTEGER NOT NULL, "formats" TEXT NOT NULL,
    PRIMARY KEY ("import_id", "number")) WITHOUT ROWID;
CREATE TABLE "draft" ("id" INTEGER PRIMARY KEY, "tbl" TEXT NOT NULL, "row" INTEGER NOT NULL, "texts" TEXT NOT NULL);
CREATE TABLE "search_state" ("declared" TEXT NOT NULL);
"""

RECORDS = """
CREATE TABLE "department" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE NOCASE,
    "chair" TEXT NOT NULL COLLATE NOCASE);
CREATE UNIQUE INDEX "department_name" ON "department" ("name");
CREATE TABLE "category" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE NOCASE, "votes"
    INTEGER NOT NULL, "position" INTEGER NOT NULL);
CREATE UNIQUE INDEX "category_name" ON "category" ("name");
CREATE TABLE "specialty" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE NOCASE);
CREATE UNIQUE INDEX "specialty_name" ON "specialty" ("name");
CREATE TABLE "facility" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE NOCASE, "state"
    TEXT NOT NULL);
CREATE UNIQUE INDEX "facility_name" ON "facility" ("name");
CREATE TABLE "credential_sort" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "key" TEXT NOT NULL COLLATE NOCASE,
    "name" TEXT NOT NULL COLLATE NOCASE, "by_state" INTEGER NOT NULL, "expires" INTEGER NOT NULL, "lasting" INTEGER
    NOT NULL, "maintained" INTEGER NOT NULL, "limited" INTEGER NOT NULL, "supervised" INTEGER NOT NULL, "position"
    INTEGER NOT NULL);
CREATE UNIQUE INDEX "credential_sort_key" ON "credential_sort" ("key");
CREATE UNIQUE INDEX "credential_sort_name" ON "credential_sort" ("name");
CREATE TABLE "provider" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "last" TEXT NOT NULL COLLATE NOCASE, "first"
    TEXT NOT NULL COLLATE NOCASE, "middle" TEXT NOT NULL COLLATE NOCASE, "suffix" TEXT NOT NULL COLLATE NOCASE,
    "preferred" TEXT NOT NULL COLLATE NOCASE, "degree" TEXT NOT NULL COLLATE NOCASE, "provider_type" TEXT NOT NULL
    COLLATE NOCASE, "npi" TEXT NOT NULL COLLATE NOCASE, "specialty_id" INTEGER, "subspecialty_id" INTEGER,
    "department_id" INTEGER, "section" TEXT NOT NULL COLLATE NOCASE, "category_id" INTEGER, "status" TEXT NOT NULL
    COLLATE NOCASE, "status_since" DATE, "employment" TEXT NOT NULL COLLATE NOCASE, "supervisor_id" INTEGER, "email"
    TEXT NOT NULL COLLATE NOCASE, "phone" TEXT NOT NULL, "cell" TEXT NOT NULL, "pager" TEXT NOT NULL,
    "answering_service" TEXT NOT NULL, "fax" TEXT NOT NULL, "street" TEXT NOT NULL COLLATE NOCASE, "street2" TEXT NOT
    NULL COLLATE NOCASE, "city" TEXT NOT NULL COLLATE NOCASE, "state" TEXT NOT NULL, "zip" TEXT NOT NULL, "languages"
    TEXT NOT NULL COLLATE NOCASE, "birth_date" DATE, "ssn_last4" TEXT NOT NULL COLLATE NOCASE, "remarks" TEXT NOT
    NULL, FOREIGN KEY ("specialty_id") REFERENCES "specialty" ("id") ON DELETE RESTRICT, FOREIGN KEY
    ("subspecialty_id") REFERENCES "specialty" ("id") ON DELETE RESTRICT, FOREIGN KEY ("department_id") REFERENCES
    "department" ("id") ON DELETE RESTRICT, FOREIGN KEY ("category_id") REFERENCES "category" ("id") ON DELETE
    RESTRICT, FOREIGN KEY ("supervisor_id") REFERENCES "provider" ("id") ON DELETE SET NULL);
CREATE INDEX "provider_npi" ON "provider" ("npi");
CREATE INDEX "provider_specialty_id" ON "provider" ("specialty_id");
CREATE INDEX "provider_subspecialty_id" ON "provider" ("subspecialty_id");
CREATE INDEX "provider_department_id" ON "provider" ("department_id");
CREATE INDEX "provider_category_id" ON "provider" ("category_id");
CREATE INDEX "provider_supervisor_id" ON "provider" ("supervisor_id");
CREATE INDEX "provider_last_first_id" ON "provider" ("last", "first", "id");
CREATE TABLE "other_name" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "sort"
    TEXT NOT NULL COLLATE NOCASE, "last" TEXT NOT NULL COLLATE NOCASE, "first" TEXT NOT NULL COLLATE NOCASE, FOREIGN
    KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "other_name_provider_id" ON "other_name" ("provider_id");
CREATE TABLE "identifier" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "sort"
    TEXT NOT NULL COLLATE NOCASE, "value" TEXT NOT NULL COLLATE NOCASE, FOREIGN KEY ("provider_id") REFERENCES
    "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "identifier_provider_id" ON "identifier" ("provider_id");
CREATE INDEX "identifier_value" ON "identifier" ("value");
CREATE TABLE "merged_person" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "gone"
    INTEGER NOT NULL, "called" TEXT NOT NULL COLLATE NOCASE, "merged" DATE NOT NULL, FOREIGN KEY ("provider_id")
    REFERENCES "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "merged_person_provider_id" ON "merged_person" ("provider_id");
CREATE TABLE "practice" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE NOCASE, "tin"
    TEXT NOT NULL COLLATE NOCASE, "npi" TEXT NOT NULL COLLATE NOCASE, "street" TEXT NOT NULL COLLATE NOCASE, "street2"
    TEXT NOT NULL COLLATE NOCASE, "city" TEXT NOT NULL COLLATE NOCASE, "state" TEXT NOT NULL, "zip" TEXT NOT NULL,
    "contact" TEXT NOT NULL COLLATE NOCASE, "email" TEXT NOT NULL COLLATE NOCASE, "phone" TEXT NOT NULL, "fax" TEXT
    NOT NULL, "remarks" TEXT NOT NULL);
CREATE UNIQUE INDEX "practice_name" ON "practice" ("name");
CREATE TABLE "practice_address" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "practice_id" INTEGER NOT NULL, "sort"
    TEXT NOT NULL COLLATE NOCASE, "street" TEXT NOT NULL COLLATE NOCASE, "street2" TEXT NOT NULL COLLATE NOCASE, "city"
    TEXT NOT NULL COLLATE NOCASE, "state" TEXT NOT NULL, "zip" TEXT NOT NULL, "phone" TEXT NOT NULL, "fax" TEXT NOT
    NULL, "remarks" TEXT NOT NULL, FOREIGN KEY ("practice_id") REFERENCES "practice" ("id") ON DELETE CASCADE);
CREATE INDEX "practice_address_practice_id" ON "practice_address" ("practice_id");
CREATE TABLE "practice_member" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL,
    "practice_id" INTEGER NOT NULL, "preferred" INTEGER NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider"
    ("id") ON DELETE CASCADE, FOREIGN KEY ("practice_id") REFERENCES "practice" ("id") ON DELETE CASCADE);
CREATE INDEX "practice_member_provider_id" ON "practice_member" ("provider_id");
CREATE INDEX "practice_member_practice_id" ON "practice_member" ("practice_id");
CREATE UNIQUE INDEX "practice_member_provider_id_practice_id" ON "practice_member" ("provider_id", "practice_id");
CREATE TABLE "appointment" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL,
    "facility_id" INTEGER, "category_id" INTEGER, "initial" DATE, "starts" DATE, "ends" DATE, "remarks" TEXT NOT NULL,
    FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE, FOREIGN KEY ("facility_id") REFERENCES
    "facility" ("id") ON DELETE RESTRICT, FOREIGN KEY ("category_id") REFERENCES "category" ("id") ON DELETE RESTRICT);
CREATE INDEX "appointment_provider_id" ON "appointment" ("provider_id");
CREATE INDEX "appointment_facility_id" ON "appointment" ("facility_id");
CREATE INDEX "appointment_category_id" ON "appointment" ("category_id");
CREATE TABLE "credential" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "sort_id"
    INTEGER NOT NULL, "title" TEXT NOT NULL COLLATE NOCASE, "number" TEXT NOT NULL COLLATE NOCASE, "state" TEXT NOT
    NULL, "issuer" TEXT NOT NULL COLLATE NOCASE, "issued" DATE, "expires" DATE, "lifetime" INTEGER NOT NULL,
    "continuing" INTEGER NOT NULL, "per_claim" INTEGER, "aggregate" INTEGER, "standing" TEXT NOT NULL COLLATE NOCASE,
    "discipline" TEXT NOT NULL COLLATE NOCASE, "verified" DATE, "source" TEXT NOT NULL COLLATE NOCASE,
    "verified_by" TEXT NOT NULL COLLATE NOCASE, "noticed" DATE, "snoozed" DATE, "past" INTEGER NOT NULL, "remarks" TEXT
    NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE, FOREIGN KEY ("sort_id") REFERENCES
    "credential_sort" ("id") ON DELETE RESTRICT);
CREATE INDEX "credential_provider_id" ON "credential" ("provider_id");
CREATE INDEX "credential_sort_id" ON "credential" ("sort_id");
CREATE INDEX "credential_number" ON "credential" ("number");
CREATE INDEX "credential_past_expires_id" ON "credential" ("past", "expires", "id");
CREATE TABLE "education" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "sort" TEXT
    NOT NULL COLLATE NOCASE, "institution" TEXT NOT NULL COLLATE NOCASE, "program" TEXT NOT NULL COLLATE NOCASE,
    "started" TEXT NOT NULL, "ended" TEXT NOT NULL, "remarks" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES
    "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "education_provider_id" ON "education" ("provider_id");
CREATE TABLE "work_history" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL,
    "employer" TEXT NOT NULL COLLATE NOCASE, "position" TEXT NOT NULL COLLATE NOCASE, "started" TEXT NOT NULL, "ended"
    TEXT NOT NULL, "city" TEXT NOT NULL COLLATE NOCASE, "state" TEXT NOT NULL, "time_off" TEXT NOT NULL COLLATE NOCASE,
    "remarks" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "work_history_provider_id" ON "work_history" ("provider_id");
CREATE TABLE "affiliation" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL,
    "hospital" TEXT NOT NULL COLLATE NOCASE, "category" TEXT NOT NULL COLLATE NOCASE, "started" TEXT NOT NULL, "ended"
    TEXT NOT NULL, "standing" TEXT NOT NULL COLLATE NOCASE, "remarks" TEXT NOT NULL, FOREIGN KEY ("provider_id")
    REFERENCES "provider" ("id") ON DELETE CASCADE);
CREATE INDEX "affiliation_provider_id" ON "affiliation" ("provider_id");
CREATE TABLE "document" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER, "credential_id"
    INTEGER, "title" TEXT NOT NULL COLLATE NOCASE, "file_name" TEXT NOT NULL COLLATE NOCASE, "dated" DATE, "sha256"
    TEXT NOT NULL COLLATE NOCASE, "size" INTEGER NOT NULL, "packet" TEXT NOT NULL COLLATE NOCASE, "prints" TEXT
    NOT NULL COLLATE NOCASE, "prints_why" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES
    "provider" ("id") ON DELETE CASCADE, FOREIGN KEY ("credential_id") REFERENCES "credential" ("id") ON DELETE SET NULL);
CREATE INDEX "document_provider_id" ON "document" ("provider_id");
CREATE INDEX "document_credential_id" ON "document" ("credential_id");
CREATE TABLE "note" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER NOT NULL, "said" DATE NOT
    NULL, "sort" TEXT NOT NULL COLLATE NOCASE, "caller" TEXT NOT NULL COLLATE NOCASE, "by" TEXT NOT NULL COLLATE NOCASE,
    "text" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES "provider"
    ("id") ON DELETE CASCADE);
CREATE INDEX "note_provider_id" ON "note" ("provider_id");
CREATE TABLE "task" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "provider_id" INTEGER, "credential_id" INTEGER,
    "title" TEXT NOT NULL COLLATE NOCASE, "due" DATE, "owner" TEXT NOT NULL COLLATE NOCASE, "snoozed" DATE, "repeats" TEXT
    NOT NULL COLLATE NOCASE, "done" INTEGER NOT NULL, "remarks" TEXT NOT NULL, FOREIGN KEY ("provider_id") REFERENCES
    "provider" ("id") ON DELETE CASCADE, FOREIGN KEY ("credential_id") REFERENCES "credential" ("id") ON DELETE SET NULL);
CREATE INDEX "task_provider_id" ON "task" ("provider_id");
CREATE INDEX "task_credential_id" ON "task" ("credential_id");
CREATE TABLE "roster_import" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "file_name" TEXT NOT NULL COLLATE
    NOCASE, "sha256" TEXT NOT NULL COLLATE NOCASE, "imported" DATE NOT NULL, "as_of" DATE, "rows" INTEGER NOT NULL,
    "added" INTEGER NOT NULL, "changed" INTEGER NOT NULL, "columns_read" TEXT NOT NULL, "rows_seal" TEXT NOT NULL
    COLLATE NOCASE);
CREATE TABLE "renewal_notice" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "credential_id" INTEGER NOT NULL,
    "stage" INTEGER NOT NULL, "sent" DATE NOT NULL, "addressee" TEXT NOT NULL COLLATE NOCASE, "how" TEXT NOT NULL COLLATE
    NOCASE, FOREIGN KEY ("credential_id") REFERENCES "credential" ("id") ON DELETE CASCADE);
CREATE INDEX "renewal_notice_credential_id" ON "renewal_notice" ("credential_id");
CREATE TABLE "entry_alias" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "tbl" TEXT NOT NULL COLLATE NOCASE,
    "said" TEXT NOT NULL COLLATE NOCASE, "entry" INTEGER NOT NULL);
CREATE UNIQUE INDEX "entry_alias_tbl_said" ON "entry_alias" ("tbl", "said");
CREATE TABLE "sheet_layout" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "sender" TEXT NOT NULL COLLATE NOCASE,
    "sheet" TEXT NOT NULL COLLATE NOCASE, "headings" TEXT NOT NULL, "heading_row" INTEGER, "columns" TEXT NOT NULL,
    "meanings" TEXT NOT NULL, "answers" TEXT NOT NULL, "used" DATE NOT NULL);
CREATE TABLE "row_ruling" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "said" TEXT NOT NULL COLLATE NOCASE,
    "provider_id" INTEGER NOT NULL, "credential" TEXT NOT NULL COLLATE NOCASE, "decided" DATE NOT NULL, FOREIGN KEY
    ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE);
CREATE UNIQUE INDEX "row_ruling_said" ON "row_ruling" ("said");
CREATE INDEX "row_ruling_provider_id" ON "row_ruling" ("provider_id");
CREATE TABLE "setting" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL COLLATE NOCASE, "value"
    TEXT NOT NULL);
CREATE UNIQUE INDEX "setting_name" ON "setting" ("name");
"""


def up(database: SqliteDatabase) -> None:
    """Make every table; executescript would commit behind our back, so one statement at a time."""
    for statement in (STORE + RECORDS).split(";\n"):
        if statement.strip():
            database.execute_sql(statement)
