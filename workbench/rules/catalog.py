"""The rules by their ids: how each is called, and why it matters. What a rule asks in numbers stands in the packs alone."""

from dataclasses import dataclass

OFFICE, FILE = "office", "file"


@dataclass(frozen=True)
class About:
    """What is said of a rule wherever it shows."""

    title: str
    why: str
    judges: str = FILE
    """A person's file, or the office itself."""


RULES = {
    "APPT_MAX": About("Appointment within its term", "Nobody is a member longer than the law and the standards allow."),
    "PRIV_MAX": About("Privileges within their term", "What has no end, or outlasts the appointment, nobody decided."),
    "APPRAISAL_24": About("Appraised every two years", "The staff must look at its members periodically."),
    "NPDB_APP": About("NPDB queried for this request", "Who does not query is presumed to know what was reported."),
    "NPDB_2Y": About("NPDB query within 24 months, or continuous", "An overdue query breaks federal law."),
    "NPDB_CQ": About("Continuous query renewed", "An enrollment that ends leaves nobody watching."),
    "LEIE_MONTH": About("LEIE searched this month", "Nothing that an excluded person orders is paid, and penalties follow."),
    "SAM_MONTH": About("SAM searched this month", "Nothing that an excluded person orders is paid."),
    "MEDICAID_MONTH": About("State Medicaid list searched this month", "A state excludes people whom the federal list does not name."),
    "EXCL_MATCH": About("A match on an exclusion list is ruled on", "If it is this person, nothing they order is paid."),
    "EXCL_NAMES": About("Exclusion lists searched under every name", "A list knows people by the name that they had on the day."),
    "SANCTION_MONTH": About("License sanctions looked up this month", "A board may limit a license long before it ends."),
    "LIC_EXP": About("License in force", "Nobody practices without a license; privileges end with it."),
    "LIC_PSV": About("License verified at the source", "What an applicant states proves nothing; the board's word does."),
    "LIC_PSV_AT_EXP": About("Renewal verified before the old term ended", "On the day after, nobody knew whether the license was renewed."),
    "PSV_SOURCE": About("Verified by a source that counts", "A source that is not accepted for an element verifies nothing."),
    "PSV_SIGNED": About("Each verification names who made it", "What nobody signed for, nobody can be asked about."),
    "PSV_ONCE": About("Seen at its source before the decision", "What an applicant states proves nothing until its source says so."),
    "DEA_EXP": About("DEA registration in force", "No controlled substance is ordered without one."),
    "CDS_EXP": About("Controlled substance registration in force", "The state asks for its own registration."),
    "BOARD_EXP": About("Board certification in force", "It tells of training and of keeping up; alone it decides nothing."),
    "INS_EXP": About("Liability coverage in force", "A claim finds whoever is not covered, and the hospital beside them."),
    "COVER_ATTEST": About("Liability coverage on the day of the attestation", "What an applicant signs is true on the day it is signed."),
    "LIFE_EXP": About("Life support card in force", "Privileges that ask for a card rest on it."),
    "HEALTH_EXP": About("Health requirement in force", "It protects patients and staff."),
    "DEA_STATE": About("DEA registration of this state", "A registration is for one state."),
    "PSV_AGE_ACC": About("Verification not older than a decision allows", "A board decides on what is true then, not a year before."),
    "ATTEST_AGE": About("Attestation not older than a decision allows", "What an applicant signed must still be true."),
    "GAP6": About("Work-history gaps explained", "What nobody asked about may be what matters."),
    "GAP12": About("Long gaps explained in writing", "A gap of a year is explained in the applicant's own words."),
    "REF_MIN": About("Peer references, six competencies", "Peers say what no certificate does: how somebody works now."),
    "IDENTITY": About("Identity seen", "The person who works must be the person who was credentialed."),
    "MILITARY": About("Military service asked about", "Years in uniform are work history that no hospital verifies."),
    "APP_COMPLETE": About("Application complete", "A committee judges what it can see."),
    "DISCLOSED": About("Disclosures answered and explained", "A yes that nobody explained was not evaluated."),
    "ABILITY": About("Ability to perform attested", "Privileges are for whoever can exercise them."),
    "RENEW_DATA": About("Reappointment: own data, or peers outside", "A renewal rests on how somebody worked, and not on the old term."),
    "CME_DOC": About("Reappointment: continuing education on file", "Keeping up is considered when a term is renewed."),
    "ACT_TIME": About("Complete applications decided in time", "Who applied is owed an answer within the time of the bylaws."),
    "TEMP_120": About("Temporary privileges within 120 days", "They bridge the time to the board, and no more."),
    "TEMP_ELIG": About("Temporary privileges: applicant eligible", "Only a complete file without a concern is let in before the board."),
    "TEMP_NEED": About("Temporary privileges: need documented", "Patients need somebody now: who says so, and what was looked at."),
    "DIS_ID": About("Disaster privileges: who came", "While the plan runs, a photo ID and a second proof stand for a file."),
    "DIS_72_PSV": About("Disaster privileges: license verified in 72 hours", "Whoever helps must be licensed."),
    "DIS_72_DECIDE": About("Disaster privileges: decided in 72 hours", "Somebody says whether they go on."),
    "FPPE_OPEN": About("FPPE opened at the grant", "Every new privilege is watched from its first day."),
    "FPPE_DUE": About("FPPE concluded", "An evaluation that nobody ends says nothing."),
    "FPPE_PLAN": About("FPPE: how it is done is written down", "What is measured is settled before, and not after."),
    "CONCERN_FPPE": About("Concern acted on: focused review opened", "A trend that nobody follows harms the next patient."),
    "OPPE_INT": About("OPPE more often than yearly", "Evaluation goes on through the term, and is not periodic."),
    "EXPED_ELIG": About("Expedited review: Category 1 or 2", "Only a clean file goes the short way."),
    "BOARD_COMM_2": About("Two voting members of the board decide", "An expedited approval of one is none.", OFFICE),
    "BOARD_MEETS": About("The governing body meets every year", "Who never meets decides nothing.", OFFICE),
    "MEC_MD_MAJ": About("Physicians are the majority of the MEC", "Medicare asks for it.", OFFICE),
    "DECISION_NOTICE": About("Applicant told of the decision", "Who is decided on has to know, and when."),
    "ADV_NPDB": About("Adverse action reported", "Whoever does not report can lose the immunity of peer review for three years."),
    "SUSP_14": About("Summary suspension: notice after 14 days", "Longer than 14 days takes notice and the right to a hearing."),
    "SUSP_30": About("Summary suspension: reportable after 30 days", "From day 31 it is an adverse action to report."),
    "HEARING_30": About("Notice of a hearing: 30 days", "Too short a notice undoes the immunity of what follows."),
    "HEARING_OFFER": About("Adverse action: notice of hearing rights", "Without notice and the offer of a hearing the immunity is gone."),
    "NO_BOARD_ONLY": About("No privilege rests on board certification alone", "Medicare forbids it.", OFFICE),
    "BYLAWS_REVIEW": About("Bylaws and policies reviewed", "What nobody reads anew is not what is done.", OFFICE),
    "BYLAWS_ADOPTED": About("Bylaws adopted by the governing body", "Bylaws that nobody approved bind nobody.", OFFICE),
    "TELE_AGREEMENT": About("Telemedicine: agreement on file", "A distant site is relied on only by a written agreement.", OFFICE),
    "INTEGRITY_AUDIT": About("Yearly audit of changed verifications", "Whoever may change a verification is looked at.", OFFICE),
    "POLICY_SAYS": About("What bylaws, policies and agreements say", "What is not written down each does in their own way.", OFFICE),
    "STAFF_CERT": About("The office's own certifications", "Whoever keeps everybody current stays current.", OFFICE),
    "AGENCY_QUERY": About("License agency asked for status and discipline", "The state asks for it before a grant and a renewal."),
    "STATE_LIMIT": About("State limit entered", "A state may have a shorter limit than those that are known here.", OFFICE),
    "REQUIRED": About("What the office requires is on file", "A file without it cannot be judged."),
}  # fmt: skip
"""By id, in the order in which they are read."""

EXPIRES = {
    "license": "LIC_EXP",
    "dea": "DEA_EXP",
    "cds": "CDS_EXP",
    "board": "BOARD_EXP",
    "liability": "INS_EXP",
    "life_support": "LIFE_EXP",
    "health": "HEALTH_EXP",
}
"""By the key of a sort of credential, the rule that asks for it to be in force."""
