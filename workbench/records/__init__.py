"""What the office keeps: one module a kind. An explicit tuple: grep finds it, and its order is the order of creation."""

from workbench.records.application import APPLICATIONS, CLAIMS, DISCLOSURES, RED_FLAGS, REFERENCES
from workbench.records.appointment import APPOINTMENTS
from workbench.records.background import AFFILIATIONS, EDUCATION, WORK_HISTORY
from workbench.records.committee import CLOSED_DAYS, COMMITTEES, SEATS
from workbench.records.conduct import ADVERSE_ACTIONS, FPPES
from workbench.records.credential import CREDENTIALS
from workbench.records.desk import DOCUMENTS, NOTES, TASKS
from workbench.records.evidence import ACTIVITY, CHECKS, NPDB_QUERIES, OPPE
from workbench.records.kind import Kind
from workbench.records.meeting import (
    ACTION_ITEMS,
    AGENDA_ITEMS,
    ATTENDANCE,
    ISSUED_PACKETS,
    MEETINGS,
    PACKET_COPIES,
    RECUSALS,
)
from workbench.records.notice import NOTICES
from workbench.records.office_lists import (
    CATEGORIES,
    CREDENTIAL_SORTS,
    DEPARTMENTS,
    ENTRY_ALIASES,
    FACILITIES,
    SPECIALTIES,
)
from workbench.records.payer import PAYER_CODES, PAYERS, SUBMISSIONS
from workbench.records.photo import PHOTOS
from workbench.records.practice import PRACTICE_ADDRESSES, PRACTICE_MEMBERS, PRACTICES
from workbench.records.privilege import (
    CRITERIA_SHOWN,
    HELD_PRIVILEGES,
    PRIVILEGE_FORMS,
    PRIVILEGE_REQUESTS,
    PRIVILEGES,
)
from workbench.records.provider import IDENTIFIERS, MERGED_PEOPLE, OTHER_NAMES, PROVIDERS
from workbench.records.pull import FILE_PULLS, PULLED_FILES
from workbench.records.recommendation import RECOMMENDATIONS
from workbench.records.requirement import EXCEPTIONS, REQUIREMENTS
from workbench.records.roster import IMPORTS, ROW_RULINGS, SHEET_LAYOUTS
from workbench.records.saved_view import SAVED_VIEWS
from workbench.records.setting import Setting
from workbench.records.short_term import DISASTER, TEMPORARY
from workbench.records.upkeep import GOVERNING_DOCUMENTS, STAFF_CERTIFICATIONS
from workbench.records.verification import SOURCES, VERIFICATIONS

KINDS: tuple[Kind, ...] = (
    DEPARTMENTS,
    CATEGORIES,
    SPECIALTIES,
    FACILITIES,
    CREDENTIAL_SORTS,
    ENTRY_ALIASES,
    PROVIDERS,
    OTHER_NAMES,
    IDENTIFIERS,
    MERGED_PEOPLE,
    PRACTICES,
    PRACTICE_ADDRESSES,
    PRACTICE_MEMBERS,
    APPOINTMENTS,
    CREDENTIALS,
    NOTICES,
    EDUCATION,
    WORK_HISTORY,
    AFFILIATIONS,
    DOCUMENTS,
    NOTES,
    TASKS,
    IMPORTS,
    SHEET_LAYOUTS,
    ROW_RULINGS,
    COMMITTEES,
    SEATS,
    CLOSED_DAYS,
    APPLICATIONS,
    DISCLOSURES,
    REFERENCES,
    CLAIMS,
    RED_FLAGS,
    NPDB_QUERIES,
    CHECKS,
    OPPE,
    ACTIVITY,
    PRIVILEGE_FORMS,
    PRIVILEGES,
    PRIVILEGE_REQUESTS,
    CRITERIA_SHOWN,
    HELD_PRIVILEGES,
    MEETINGS,
    AGENDA_ITEMS,
    ATTENDANCE,
    RECUSALS,
    RECOMMENDATIONS,
    ACTION_ITEMS,
    ISSUED_PACKETS,
    PACKET_COPIES,
    PAYERS,
    PAYER_CODES,
    SUBMISSIONS,
    SAVED_VIEWS,
    PHOTOS,
    SOURCES,
    VERIFICATIONS,
    REQUIREMENTS,
    EXCEPTIONS,
    TEMPORARY,
    DISASTER,
    FPPES,
    ADVERSE_ACTIONS,
    GOVERNING_DOCUMENTS,
    STAFF_CERTIFICATIONS,
    FILE_PULLS,
    PULLED_FILES,
)
SUPPORTING = (Setting,)
"""Records that are no kind: they have no list, form or import of their own."""

SEARCHED = {kind.table: kind.searched for kind in KINDS if kind.searched}
"""By table, the columns whose words a search finds."""

BYTES = {"document": "sha256", "payer": "template", "submission": "sha256", "photo": "sha256"}
"""By table, the column that names bytes which the office keeps."""

__all__ = ["BYTES", "KINDS", "SEARCHED", "SUPPORTING", "Kind"]
