"""What a surveyor is not shown: the NPDB's answers, peer review, and health.

Surveyors are not authorized to see NPDB results (NPDB, query history page); that a query was made, and when, they may. Peer
review and health are left out by the program's own caution."""

HEALTH_RULES = frozenset({"HEALTH_EXP"})
PEER_REVIEW_RULES = frozenset(
    {"ADV_NPDB", "SUSP_14", "SUSP_30", "HEARING_30", "EXPED_ELIG", "TEMP_ELIG", "APP_COMPLETE"}
)
HIDDEN_RULES = HEALTH_RULES | PEER_REVIEW_RULES
"""Rules whose findings tell of a person what is not shown; what an application lacks may be an answer about health or a red flag."""
HIDDEN_ELEMENTS = frozenset({"health", "adverse"})
"""Elements that are left out whole."""
FOR_CAUSE = "For cause"
"""A focused evaluation for cause is peer review; that new privileges are evaluated is asked of everybody."""
HEALTH_CHECKS = frozenset({"Health attestation"})
SAID = "This edition leaves out NPDB results, peer review and health."
