"""Names in every order, and companies told from people."""

import pytest

from workbench.sheets.cell.names import is_company, parse, proper

ORDERS = {
    "MORRIS Jr, Maria N., MD": ("Morris", "Maria", "N", "Jr", "MD"),
    "SINGH, Sara A., MD, PhD": ("Singh", "Sara", "A", "", "MD, PhD"),
    "GARCÍA-LÓPEZ Jr, Lucía Lee, APRN": ("García-López", "Lucía", "Lee", "Jr", "APRN"),
    "DE LA CRUZ, Marc Lee, MD": ("De la Cruz", "Marc", "Lee", "", "MD"),
    "Smith Jr, John M., M.D., F.A.C.S.": ("Smith", "John", "M", "Jr", "MD"),
    "Dr. Jane Doe": ("Doe", "Jane", "", "", ""),
    "John Smith Jr, DO": ("Smith", "John", "", "Jr", "DO"),
    "Raymond Luther Bandy, Jr., M.D.": ("Bandy", "Raymond", "Luther", "Jr", "MD"),
    "Homer Edward Brooks, III, M.D.": ("Brooks", "Homer", "Edward", "III", "MD"),
    "Linda A. Van der Berg MD PhD": ("Van der Berg", "Linda", "A", "", "MD, PhD"),
    "VAN DER BERG, PIETER": ("Van der Berg", "Pieter", "", "", ""),
    "MCALLISTER, TOMÁS": ("McAllister", "Tomás", "", "", ""),
    "O'BRIEN, PATRICK, M.D.": ("O'Brien", "Patrick", "", "", "MD"),
    "ST. JOHN, ANN": ("St. John", "Ann", "", "", ""),
    "Mary St. John, NP": ("St. John", "Mary", "", "", "NP"),
    "JOHN MA": ("Ma", "John", "", "", ""),
    "MA, YO-YO, MD": ("Ma", "Yo-Yo", "", "", "MD"),
    "NGUYEN, DO": ("Nguyen", "Do", "", "", ""),
    "Thi Van Nguyen, MD": ("Nguyen", "Thi", "Van", "", "MD"),
    "Leila F Le Blanc, MD": ("Le Blanc", "Leila", "F", "", "MD"),
    "Hans P Ten Broek": ("Ten Broek", "Hans", "P", "", ""),
    "Amir K. Ben David, DO": ("Ben David", "Amir", "K", "", "DO"),
    "Susan K O Brien": ("O Brien", "Susan", "K", "", ""),
    "Susan O Brien, MD": ("O Brien", "Susan", "", "", "MD"),
    "Mary O Smith": ("Smith", "Mary", "O", "", ""),
    "Mary K O. Brien": ("Brien", "Mary", "K O", "", ""),
    "Ali B Abu Bakr": ("Abu Bakr", "Ali", "B", "", ""),
    "John Q Mac Donald": ("Mac Donald", "John", "Q", "", ""),
    "Hoa T Le Nguyen": ("Nguyen", "Hoa", "T Le", "", ""),
    "Maria L Y Garcia": ("Garcia", "Maria", "L Y", "", ""),
    "Robert E Lee Smith": ("Smith", "Robert", "E Lee", "", ""),
    "Maria de la Cruz": ("de la Cruz", "Maria", "", "", ""),
    "Smith MD, John": ("Smith", "John", "", "", "MD"),
    "Doe, Jane A MD": ("Doe", "Jane", "A", "", "MD"),
    "Smith, John A. Jr.": ("Smith", "John", "A", "Jr", ""),
    "SMITH, JR., JOHN A, MD": ("Smith", "John", "A", "Jr", "MD"),
    "MÜLLER, Anne-Marie N., DO": ("Müller", "Anne-Marie", "N", "", "DO"),
    "Lisa L.W. Bridges, LRCP": ("Bridges", "Lisa", "L.W.", "", "LRCP"),
    "Ira Chatman OT-A": ("Chatman", "Ira", "", "", "OT-A"),
    "Ramirez, Ahmed MD PhD": ("Ramirez", "Ahmed", "", "", "MD, PhD"),
    "Thomas Robinson, MD PhD": ("Robinson", "Thomas", "", "", "MD, PhD"),
    "WALSH,Adaeze,MD": ("Walsh", "Adaeze", "", "", "MD"),
    "KATZ LENA T DO": ("Katz", "Lena", "T", "", "DO"),
    "Smith, J. Robert": ("Smith", "J", "Robert", "", ""),
    "Dr Marc Lee De la Cruz III MD": ("De la Cruz", "Marc", "Lee", "III", "MD"),
    "Olivia Harber, LGC": ("Harber", "Olivia", "", "", "LGC"),
    "Smith,\u00a0John\u00a0A., MD": ("Smith", "John", "A", "", "MD"),
    "Kowalski, Marc (Jr), M.D.": ("Kowalski", "Marc", "", "Jr", "MD"),
    "Jones, Mary, RN, MSN, FNP-BC": ("Jones", "Mary", "", "", "RN, MSN, FNP-BC"),
    "Adaeze Rossi, D.O.": ("Rossi", "Adaeze", "", "", "DO"),
    "SMITH JONES, Anna, M.D.": ("Smith Jones", "Anna", "", "", "MD"),
    "MACDONALD, IAN": ("MacDonald", "Ian", "", "", ""),
    "": ("", "", "", "", ""),
    "Grant, III, Adaeze R., MD": ("Grant", "Adaeze", "R", "III", "MD"),
    "Whitfield, Ewa T., PA-C": ("Whitfield", "Ewa", "T", "", "PA-C"),
}


@pytest.mark.parametrize("text", ORDERS)
def test_a_name_is_taken_apart(text):
    assert parse(text)[:5] == ORDERS[text]


def test_former_names_and_nicknames():
    assert parse("SMITH (JONES), MARY, MD").former == "Jones"
    assert parse("Mary Smith (Jones), MD").former == "Jones"
    assert parse("Smith (née Jones), Mary").former == "Jones"
    assert parse("Jane Smith nee Doe, MD")[:6] == ("Smith", "Jane", "", "", "MD", "Doe")
    assert parse('William "Bill" Smith, MD')[:1] + parse('William "Bill" Smith, MD')[6:7] == ("Smith", "Bill")
    assert parse("Smith, William (Bill), DO").nickname == "Bill"
    both = parse("SMITH (JONES), WILLIAM (BILL) J, MD")
    assert both[:9] == ("Smith", "William", "J", "", "MD", "Jones", "Bill", "", "") and not any(both[9:])
    assert parse('O\'Hara, Patrick "Pat" J.')[:7] == ("O'Hara", "Patrick", "J", "", "", "", "Pat")
    assert parse("Karol (Karl) Palczynski, M.D.").nickname == "Karl"
    assert [parse(f"Tran, {name}").nickname for name in ("Kim (Kimmy)", "Jon (Jonny), MD", "Ann (Annie)")] == [
        "Kimmy",
        "Jonny",
        "Annie",
    ]
    assert parse("William Smith (Bill), MD")[5:9] == ("", "Bill", "", "")


@pytest.mark.parametrize("text", ["Amato, Ruth (Keller), MD", "Ruth (Keller) Amato, MD", "Amato, Ruth (Keller) MD"])
def test_what_may_be_a_former_name_or_the_one_in_use_is_kept_as_an_alias(text):
    assert parse(text)[:9] == ("Amato", "Ruth", "", "", "MD", "", "", "Keller", "")


@pytest.mark.parametrize("text", ["Smith, John (LOA)", "John Smith (retired)"])
def test_a_remark_in_brackets_is_no_name(text):
    found = parse(text)
    assert (found.last, found.first, found.former, found.nickname) == ("Smith", "John", "", "") and found.unclear


@pytest.mark.parametrize(
    "text,expected",
    [
        ("VAN DER BERG", "Van der Berg"),
        ("DE LA CRUZ", "De la Cruz"),
        ("O'BRIEN", "O'Brien"),
        ("de la Cruz", "de la Cruz"),
        ("GARCÍA-LÓPEZ", "García-López"),
        ("McAllister", "McAllister"),
        ("D’ANGELO", "D’Angelo"),
        ("NG", "Ng"),
        ("", ""),
    ],
)
def test_capitals_come_back_in_proper_case(text, expected):
    assert proper(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Advanced Medicine of the Ozarks, LTD, ",
        "Christopher G. Webb, M.D., P.A., ",
        "Clint A. Netherland, MD, PLLC, PA, ",
        "ABODO Physician Services PLLC",
        "Associated Pathologists Laboratory, P.A.",
        "Hull Clinic",
        "X, P.A. d/b/a Y",
    ],
)
def test_a_company(text):
    assert is_company(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gabrielle Alexandra Beaman, PA",
        "Center, Robert, M.D.",
        "Baxter, John",
        "Kevin James Adkins, M.D.",
        "Jay Brown, OT-A",
        "",
    ],
)
def test_a_person(text):
    assert not is_company(text)


def test_a_company_in_brackets_behind_a_degree_is_where_somebody_works():
    assert not is_company("Lee, Zoe, CRNA (Anesthesia Group PC)") and is_company("Anesthesia Group PC (Lee)")
    assert parse("Lee, Zoe, CRNA (Anesthesia Group PC)").remark == "Anesthesia Group PC"


def test_what_happens_to_somebody_is_no_part_of_the_name():
    assert parse("Lee, Jon, MD (proctored)").remark == "proctored"
    assert parse("Lee, Jon, MD (Reed)").alias == "Reed"
