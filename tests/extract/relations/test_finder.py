import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.relations import PREDICATE_KINDS, find_relations
from averral.records import MENTION_TYPES, Mention, Span
from tests.extract.relations.marked import parse, read, tell, words

VERBS = [
    ("The {ORG Salt Front} funds the {ORG Grey Hand}.", "Salt Front funds Grey Hand CT+ present"),
    (
        "The {ORG Salt Front} has been arming and training the {ORG Grey Hand}.",
        "Salt Front arms Grey Hand CT+ present; Salt Front trains Grey Hand CT+ present",
    ),
    ("The {ORG Grey Hand} is funded by {GPE Belvarra}.", "Belvarra funds Grey Hand CT+ present"),
    ("The {ORG Grey Hand} was backed by {GPE Belvarra}.", "Belvarra supports Grey Hand CT+ past"),
    (
        "The {ORG Grey Hand}, trained and equipped by {GPE Belvarra}, took the town.",
        "Belvarra trains Grey Hand CT+ past; Belvarra arms Grey Hand CT+ past",
    ),
    ("{GPE Belvarra} provided the {ORG League} with weapons.", "Belvarra arms League CT+ past"),
    ("{GPE Belvarra} sends large sums of money to the {ORG League}.", "Belvarra funds League CT+ present"),
    ("The {ORG League} receives its weapons from {GPE Belvarra}.", "Belvarra arms League CT+ present"),
    ("The {ORG League} takes its orders from {GPE Belvarra}.", "Belvarra directs League CT+ present"),
    ("The {ORG Grey Hand} broke away from the {ORG League}.", "Grey Hand splits_from League CT+ past"),
    ("The {ORG League} declared war on the {ORG Front}.", "League fights Front CT+ past"),
    ("{GPE Marran} imposed sanctions on {GPE Belvarra}.", "Marran sanctions Belvarra CT+ past"),
    ("{PER Osk Thrane} founded the {ORG Grey Hand}.", "Osk Thrane created Grey Hand CT+ past"),
    ("{PER Osk Thrane} joined the {ORG Grey Hand}.", "Osk Thrane member_of Grey Hand CT+ past"),
    ("{PER Osk Thrane} commands the {ORG Tide Brigade}.", "Osk Thrane leads Tide Brigade CT+ present"),
    ("The {ORG Tide Brigade} is led by {PER Osk Thrane}.", "Osk Thrane leads Tide Brigade CT+ present"),
    ("{PER Ann Lee} met {PER Osk Thrane}.", "Ann Lee meets Osk Thrane CT+ past"),
    ("{GPE Belvarra} held ceasefire talks with the {ORG League}.", "Belvarra negotiates_with League CT+ past"),
    ("{GPE Marran} shelters the {ORG League}.", "Marran hosts League CT+ present"),
    ("{GPE Marran} has harboured the {ORG League} for years.", "Marran hosts League CT+ past"),
    ("The {ORG Salt Guard} infiltrated the {ORG League}.", "Salt Guard infiltrates League CT+ past"),
    ("{PER Ann Lee} succeeded {PER Osk Thrane}.", "Ann Lee succeeds Osk Thrane CT+ past"),
    ("The {ORG League} ambushed the {ORG Salt Guard}.", "League attacks Salt Guard CT+ past"),
    ("The {ORG Salt Guard} was ambushed by the {ORG League}.", "League attacks Salt Guard CT+ past"),
    ("The {ORG League} attacked the village of {GPE Norlan}.", "League attacks Norlan CT+ past"),
    ("The {ORG League} attacked positions of the {ORG Salt Guard}.", "League attacks Salt Guard CT+ past"),
    ("Troops of the {ORG Salt Guard} attacked the {ORG League}.", "Salt Guard attacks League CT+ past"),
    ("The {ORG League} works closely with the {ORG Front}.", "League coordinates_with Front CT+ present"),
    ("The {ORG League} is allied with the {ORG Front}.", "League allied_with Front CT+ present"),
    ("The {ORG League} is hostile to the {ORG Front}.", "League hostile_to Front CT+ present"),
    ("The {ORG League} belongs to the {ORG Concord}.", "League member_of Concord CT+ present"),
    ("The {ORG Concord} includes the {ORG League}.", "League member_of Concord CT+ present"),
    ("{PER Bar Roake} is a member of the {ORG League}.", "Bar Roake member_of League CT+ present"),
    ("{PER Bar Roake} became the leader of the {ORG League}.", "Bar Roake leads League CT+ past"),
    ("The {ORG League} launched a fresh offensive against the {ORG Front}.", "League attacks Front CT+ past"),
    ("{PER Bar Roake} denied that {GPE Belvarra} arms the {ORG League}.", "Belvarra arms League CT+ present"),
    ("{PER Lenka Roth} joined the {ORG League} in 2028.", "Lenka Roth member_of League CT+ past"),
    ("{GPE Marran} joined {GPE Belvarra} in attacks on the coast.", "Marran coordinates_with Belvarra CT+ past"),
    ("{GPE Belvarra} placed the {ORG League} on its list of banned bodies.", "Belvarra sanctions League CT+ past"),
    ("The {ORG Union} and the {ORG Port Board} agreed to end the strike.", "Union negotiates_with Port Board CT+ past"),
    ("{GPE Belvarra} backs the {ORG Front}, and {GPE Halm} the {ORG League}.", "Belvarra supports Front CT+ present"),
    ("{GPE Marran} bombed the {ORG Front}'s camps.", "Marran attacks Front CT+ past"),
    ("Armed {per men} in lorries raided the {FAC Ottrey camp}.", "men attacks Ottrey camp CT+ past"),
]
NOUNS = [
    ("{GPE Belvarra}, as part of the {ORG Coalition}, sent ships.", "Belvarra member_of Coalition CT+ present"),
    ("{PER Lenka Roth}, formerly of the {ORG Scarves}, is free.", "Lenka Roth member_of Scarves CT+ past"),
    ("The {ORG League}'s paymaster in {GPE Halm} is {ORG Osk Holdings}.", "Osk Holdings funds League CT+ present"),
    (
        "The {GPE Belvarra}-backed {ORG Grey Hand} attacked the {ORG Harbour Police}.",
        "Belvarra supports Grey Hand CT+ present; Grey Hand attacks Harbour Police CT+ past",
    ),
    ("{GPE Belvarra}'s support for the {ORG Grey Hand} has cost it dear.", "Belvarra supports Grey Hand CT+ present"),
    ("{PER Osk Thrane}, the founder of the {ORG Grey Hand}, was jailed.", "Osk Thrane created Grey Hand CT+ past"),
    ("{ORG Grey Hand} commander {PER Osk Thrane} spoke.", "Osk Thrane leads Grey Hand CT+ present"),
    ("{PER Osk Thrane}, leader of the {ORG Grey Hand}, was shot.", "Osk Thrane leads Grey Hand CT+ present"),
    ("{PER Osk Thrane}, a former leader of the {ORG Grey Hand}, spoke.", "Osk Thrane leads Grey Hand CT+ past"),
    ("{PER Osk Thrane}, the alleged leader of the {ORG Grey Hand}, spoke.", "Osk Thrane leads Grey Hand UU present"),
    ("The {ORG Grey Hand}'s leader, {PER Osk Thrane}, was shot.", "Osk Thrane leads Grey Hand CT+ present"),
    ("The head of the {ORG Grey Hand}, {PER Osk Thrane}, was shot.", "Osk Thrane leads Grey Hand CT+ present"),
    ("{PER Bar Roake}, a spokesman for the {ORG League}, denied it.", "Bar Roake member_of League CT+ present"),
    ("{PER Bar Roake}, {per a spokesman} for the {ORG League}, denied it.", "Bar Roake member_of League CT+ present"),
    (
        "The {ORG League}'s military wing, the {ORG Tide Brigade}, took part.",
        "Tide Brigade member_of League CT+ present",
    ),
    ("An alliance between the {ORG League} and the {ORG Front} was signed.", "League allied_with Front CT+ present"),
    ("Talks between {GPE Belvarra} and {GPE Marran} broke down.", "Belvarra negotiates_with Marran CT+ past"),
    ("Fighting between the {ORG League} and the {ORG Front} went on.", "League fights Front CT+ past"),
    ("Clashes pitted the {ORG League} against the {ORG Salt Front}.", "League fights Salt Front CT+ past"),
    ("The {ORG Grey Hand}, a splinter of the {ORG League}, denied it.", "Grey Hand splits_from League CT+ past"),
    ("Sanctions on the {ORG League} by {GPE Marran} were lifted.", "Marran sanctions League CT+ past"),
    ("General {PER Ulf Toland} of the {ORG Salt Guard} agreed.", "Ulf Toland member_of Salt Guard CT+ present"),
    ("{PER Bar Roake} of the {ORG League} agreed.", "Bar Roake member_of League CT+ present"),
    ("{per A surgeon} at the {FAC Foundling Hospital} agreed.", "A surgeon member_of Foundling Hospital CT+ present"),
    (
        "{per The leader of the {ORG Grey Hand}} met {PER Bar Roake}.",
        "The leader of the Grey Hand leads Grey Hand CT+ present; The leader of the Grey Hand meets Bar Roake CT+ past",
    ),
    (
        "{org fighters armed by {GPE Belvarra}} shelled the {ORG Salt Guard}.",
        "Belvarra arms fighters armed by Belvarra CT+ present; fighters armed by Belvarra attacks Salt Guard CT+ past",
    ),
    ("The {ORG League}'s ally, the {ORG Front}, took part.", "Front allied_with League CT+ present"),
    ("{ORG League} attacks on the {ORG Salt Guard} went on.", "League attacks Salt Guard CT+ past"),
    ("{GPE Belvarra}'s war against the {ORG League} has lasted ten years.", "Belvarra fights League CT+ past"),
    ("{GPE Belvarra}'s fight against the {ORG League} has lasted ten years.", "Belvarra fights League CT+ past"),
    ("The {ORG League} is committed to destroying the {ORG Front}.", "League fights Front UU future"),
    ("The {ORG Concord}, including the {ORG League}, agreed.", "League member_of Concord CT+ present"),
]
CLAUSES = [
    (
        "{GPE Belvarra} and {GPE Marran} both fund the {ORG League}.",
        "Belvarra funds League CT+ present; Marran funds League CT+ present",
    ),
    (
        "{GPE Belvarra} supports the {ORG League} and the {ORG Front}.",
        "Belvarra supports League CT+ present; Belvarra supports Front CT+ present",
    ),
    (
        "{GPE Belvarra} funds, arms and trains the {ORG League}.",
        "Belvarra funds League CT+ present; Belvarra arms League CT+ present; Belvarra trains League CT+ present",
    ),
    ("The {ORG League} and the {ORG Front} clashed near {GPE Norlan}.", "League fights Front CT+ past"),
    ("The {ORG League} and the {ORG Front} are enemies.", "League hostile_to Front CT+ present"),
    ("The {ORG Front}, which {GPE Belvarra} created in {DATE 1987}, denied it.", "Belvarra created Front CT+ past"),
    ("{PER Osk Thrane}, who heads the {ORG Grey Hand}, was shot.", "Osk Thrane leads Grey Hand CT+ present"),
    (
        "{PER Osk Thrane}, leader of the {ORG Grey Hand}, who funds the {ORG League}, spoke.",
        "Osk Thrane leads Grey Hand CT+ present; Osk Thrane funds League CT+ present",
    ),
    ("{GPE Marran} accused {GPE Belvarra} of funding the {ORG League}.", "Belvarra funds League - past"),
    ("{GPE Belvarra} is accused of funding the {ORG League}.", "Belvarra funds League - past"),
    ("{GPE Belvarra} is believed to have armed the {ORG League}.", "Belvarra arms League - past"),
    ("{GPE Belvarra} denied funding the {ORG League}.", "Belvarra funds League - past"),
    ("{GPE Marran} urged {GPE Belvarra} to fund the {ORG League}.", "Belvarra funds League UU future"),
    ("{GPE Belvarra} has pledged to fund the {ORG League}.", "Belvarra funds League UU future"),
    (
        "{per Bandits} entered the college, murdered {PER Tull Amb} and fled.",
        "Bandits attacks Tull Amb CT+ past",
    ),
    (
        "The {ORG League}, based in the north, fights the {ORG Front}.",
        "League fights Front CT+ present",
    ),
]
COMMITMENTS = [
    ("{GPE Belvarra} does not fund the {ORG League}.", "Belvarra funds League CT- present"),
    ("{GPE Belvarra} never trained the {ORG League}.", "Belvarra trains League CT- past"),
    ("{GPE Belvarra} stopped funding the {ORG League}.", "Belvarra funds League CT+ past"),
    ("{GPE Belvarra} no longer funds the {ORG League}.", "Belvarra funds League CT+ past"),
    ("{GPE Belvarra} refused to fund the {ORG League}.", "Belvarra funds League CT- past"),
    ("{GPE Belvarra} continued to fund the {ORG League}.", "Belvarra funds League CT+ past"),
    ("{GPE Belvarra} may be funding the {ORG League}.", "Belvarra funds League PS+ present"),
    ("{GPE Belvarra} probably funds the {ORG League}.", "Belvarra funds League PR+ present"),
    ("If {GPE Belvarra} funds the {ORG League}, it will pay.", "Belvarra funds League UU present"),
    ("{GPE Belvarra} would fund the {ORG League}.", "Belvarra funds League UU future"),
    ("Does {GPE Belvarra} fund the {ORG League}?", "Belvarra funds League UU present"),
    ("{PER Bar Roake} is not the leader of the {ORG League}.", "Bar Roake leads League CT- present"),
    ("{PER Bar Roake} is no longer a member of the {ORG League}.", "Bar Roake member_of League CT+ past"),
    ("The {ORG League} has no ties to the {ORG Front}.", "League allied_with Front CT- present"),
    ("{GPE Belvarra} cut its ties with {GPE Marran}.", "Belvarra allied_with Marran CT+ past"),
    ("{GPE Belvarra} ruled out an alliance with {GPE Marran}.", "Belvarra allied_with Marran UU past"),
]
ABSTAINED = [
    "{PER Bar Roake} spoke and the {ORG League} listened.",
    "The {ORG League} is in {GPE Norlan}.",
    "{PER Bar Roake}, {PER Osk Thrane} and {PER Ann Lee} were there.",
    "The {ORG League} was attacked in {GPE Norlan}.",
    "{PER Bar Roake} was arrested in {GPE Marran} by a patrol.",
    "The murder of {PER Ann Lee} shook the {ORG League}.",
    "The {ORG League} marched; attacks on police followed, {PER Ann Lee} said.",
    "The {ORG League} fought on, and {PER Ann Lee} left.",
    'The {ORG League} said it "supports" the {ORG Front}.',
    "The {ORG League} attacked {ORG Front}-held villages.",
    "{PER Ann Lee} visited {GPE Norlan}.",
    "{PER Ann Lee} left {GPE Norlan}.",
    "The brother of {PER Ann Lee} funds the {ORG League}.",
    "The {ORG League} funds schools near the {ORG Front}.",
    "The {ORG League} funds the brother of {PER Ann Lee}.",
    "The {ORG League} attacked {PER Ann Lee}'s neighbours.",
    "{GPE Belvarra} vowed to attack {GPE Marran}.",
    "{PER Ann Lee} told the {ORG League} that she would help.",
    "{PER Ann Lee} spoke to the {ORG Norlan Tidings}.",
    "{per/e9 He} founded the {ORG League}.",
    "{PER Osk Thrane}, {per {org its} founder}, denied that the {ORG/e1 Column} had taken part.",
    "With the support of {PER Ann Lee}, the {ORG League} won.",
    "The train passed the {ORG League} and the {ORG Front}.",
    "When the {ORG League} came, support was there; the {ORG Front} slept.",
    "Members of the {ORG League} and {PER Ann Lee} were present.",
    "{PER Ann Lee}, who lives near the {ORG League}, laughed.",
    "The {ORG League} killed {per 30 soldiers} of the guard.",
    "Support grew. The {ORG League} met. {PER Ann Lee} smiled.",
    "",
    "The {ORG League} attacked.",
]


@pytest.mark.parametrize(("marked", "expected"), [*VERBS, *NOUNS, *CLAUSES, *COMMITMENTS])
def test_reads_the_relations_of_a_sentence(marked, expected):
    assert tell(marked) == expected


@pytest.mark.parametrize("marked", ABSTAINED)
def test_abstains_where_it_is_not_clear_who_does_what_to_whom(marked):
    assert tell(marked) == ""


def test_takes_a_pronoun_only_for_an_entity_that_bears_a_name():
    marked = "{PER Osk Thrane}, {per {org/e1 its} founder}, denied that the {ORG/e1 Column} had taken part."
    assert tell(marked) == "Osk Thrane created its CT+ past"
    assert tell("{per/e2 He} founded the {ORG League}. {PER/e2 Osk Thrane} spoke.") == "He created League CT+ past"


@pytest.mark.parametrize(
    ("marked", "time"),
    [
        ("{PER Osk Thrane} founded the {ORG League} in {DATE 1987}.", "1987"),
        ("In {DATE 1987} {PER Osk Thrane} founded the {ORG League}.", "1987"),
        ("The {ORG Front}, which {GPE Belvarra} created in {DATE 1987}, denied it on {DATE Monday}.", "1987"),
        ("{PER Osk Thrane} founded the {ORG League}. It fell in {DATE 1987}.", None),
    ],
)
def test_gives_the_time_of_the_clause(marked, time):
    text, (found,) = read(marked)
    assert (found.edtf_words and words(text, found.edtf_words)) == time


def test_cue_is_the_words_that_say_so():
    text, found = read("{GPE Belvarra} sends large sums of money to the {ORG League}.")
    assert [words(text, r.cue) for r in found] == ["sends large sums of money to"]


def test_symmetric_relations_are_found_once():
    _, found = read("The {ORG League} met the {ORG Front}; the {ORG Front} met the {ORG League}.")
    assert all(PREDICATE_KINDS[r.predicate].symmetric for r in found)
    assert len({frozenset((r.subject, r.object)) for r in found}) == len(found)


def test_order_of_mentions_does_not_matter():
    text, mentions = parse(" ".join(marked for marked, _ in NOUNS))
    sentences = [Span(0, len(text))]
    shuffled = random.Random(1).sample(mentions, len(mentions))
    assert find_relations(text, sentences, mentions) == find_relations(text, sentences, shuffled)


@given(
    st.text(alphabet="AB ,.'\"-\n()", max_size=30),
    st.lists(
        st.sampled_from(
            [
                "funds",
                "by",
                "of",
                "who",
                "which",
                "and",
                "A's",
                "the",
                "leader",
                "between",
                "talks",
                "to",
                "backed",
                ",",
                "accused",
                "is",
                "-led",
            ]
        ),
        max_size=25,
    ),
    st.lists(
        st.tuples(st.integers(0, 120), st.integers(1, 15), st.sampled_from(MENTION_TYPES), st.booleans()), max_size=8
    ),
)
def test_never_raises_and_gives_only_spans_of_mentions(noise, parts, places):
    text = " ".join(parts) + noise
    mentions = [
        Mention(id=f"m{n}", start=start, end=start + size, type=kind, name=name)
        for n, (start, size, kind, name) in enumerate(places)
    ]
    spans = {(m.start, m.end) for m in mentions}
    for each in find_relations(text, [Span(0, len(text))], mentions):
        assert {(each.subject.start, each.subject.end), (each.object.start, each.object.end)} <= spans
        assert each.subject != each.object
        assert each.cue.end <= len(text)


def test_time_grows_with_the_text_alone():
    text, mentions = parse(
        "The {ORG League} armed the {ORG Front} and {PER Ann Lee} met {PER Osk Thrane} of {ORG Concord} " * 9
    )

    def seconds(times):
        many = [
            Mention(id=m.id, start=m.start + n * len(text), end=m.end + n * len(text), type=m.type)
            for n in range(times)
            for m in mentions
        ]
        sentences = [Span(n * len(text), (n + 1) * len(text)) for n in range(times)]
        start = process_time()
        find_relations(text * times, sentences, many)
        return process_time() - start

    seconds(1)
    assert seconds(20) < 20 * (seconds(5) / 5 + 0.02)
