import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.casualties import CasualtyFigure, find_casualties
from averral.extract.sentences import iter_sentences
from averral.records import Span
from tests.builders import span_of


def read(text: str, *names: str) -> list[CasualtyFigure]:
    return find_casualties(text, [Span(0, len(text))], [span_of(text, name) for name in names])


def tell(text: str, *names: str) -> str:
    """Each figure as "kind low..high words", with its marks behind it."""
    marks = ("approximate", "part", "cumulative", "negated", "hedged")
    told = []
    for figure in read(text, *names):
        bounds = f"{'' if figure.low is None else figure.low}..{'' if figure.high is None else figure.high}"
        shown = [figure.kind, bounds, text[figure.start : figure.end], *(m for m in marks if getattr(figure, m))]
        told.append(" ".join((*shown, figure.unit) if figure.unit != "people" else shown))
    return "; ".join(told)


WIRE = [
    ("A mortar attack left 20 people dead and 41 injured.", "killed 20..20 20 people; injured 41..41 41 injured"),
    ("At least 31 dead and more than 60 wounded.", "killed 31.. At least 31 dead; injured 61.. more than 60 wounded"),
    ("The gunmen killed four and wounded nine.", "killed 4..4 four; injured 9..9 nine"),
    ("12 killed, 30 wounded in Ardo.", "killed 12..12 12 killed; injured 30..30 30 wounded"),
    ("Three soldiers and a child were killed.", "killed 3..3 Three soldiers; killed 1..1 a child"),
    (
        "Rebels killed two soldiers, a policeman and three villagers.",
        "killed 2..2 two soldiers; killed 1..1 a policeman; killed 3..3 three villagers",
    ),
    (
        "Twelve people, including three children, were killed and 30 injured.",
        "killed 12..12 Twelve people; killed 3..3 three children part; injured 30..30 30 injured",
    ),
    (
        "The shelling killed 12, three of them children.",
        "killed 12..12 12; killed 3..3 three of them children part",
    ),
    ("Nine farmers were hurt, two of them badly.", "injured 9..9 Nine farmers; injured 2..2 two of them part"),
    ("The blast wounded five, two seriously.", "injured 5..5 five; injured 2..2 two part"),
    (
        "Of the 12 killed, three were children.",
        "killed 12..12 the 12 killed; killed 3..3 three part",
    ),
    ("Among the dead were three nurses.", "killed 3..3 three nurses part"),
    ("Two officers are among the wounded.", "injured 2..2 Two officers part"),
    ("The dead include four children.", "killed 4..4 four children part"),
    ("Two of the wounded are in intensive care.", "injured 2..2 Two of the wounded part"),
    ("The raid brought the death toll to 43.", "killed 43..43 43 cumulative"),
    ("The toll stands at 11.", "killed 11..11 11 cumulative"),
    ("A death toll of 20 was given.", "killed 20..20 20 cumulative"),
    ("The toll rose from 20 to 31.", "killed 31..31 31 cumulative"),
    ("It raised the number of wounded to 90.", "injured 90..90 90 cumulative"),
    ("This brings to 17 the number of people killed.", "killed 17..17 17 cumulative"),
    ("A soldier was killed.", "killed 1..1 A soldier"),
    ("The bishop was assassinated.", "killed 1..1 The bishop"),
    ("His two brothers died.", "killed 2..2 His two brothers"),
    ("Karim Dovan, 34, was shot dead outside his shop.", "killed 1..1 Karim Dovan"),
    ("A man who killed two soldiers was arrested.", "arrested 1..1 A man; killed 2..2 two soldiers"),
    ("The brother of two ministers was abducted.", "abducted 1..1 The brother"),
    ("Four men, who had ten rifles with them, were detained.", "arrested 4..4 Four men"),
    ("The bishop's murder shocked the town.", "killed 1..1 The bishop"),
    ("The bus driver was beaten to death.", "killed 1..1 The bus driver"),
    ("The attack claimed 20 lives.", "killed 20..20 20 lives"),
    ("Twenty people lost their lives.", "killed 20..20 Twenty people"),
    ("The army lost five men.", "killed 5..5 five men"),
    ("Five bodies were found in a ditch.", "killed 5..5 Five bodies"),
    ("The bodies of 14 miners were recovered.", "killed 14..14 14 miners"),
    ("Militants abducted 30 pupils and their teacher.", "abducted 30..30 30 pupils; abducted 1..1 their teacher"),
    ("276 girls were taken.", "abducted 276..276 276 girls"),
    ("They took three teachers hostage.", "abducted 3..3 three teachers"),
    ("Nothing is known of the 12 workers it had kidnapped.", "abducted 12..12 the 12 workers"),
    ("Six are still missing.", "missing 6..6 Six"),
    ("Eleven people remain unaccounted for.", "missing 11..11 Eleven people"),
    ("Police detained 40 suspects.", "arrested 40..40 40 suspects"),
    ("The army captured 12 rebels and three villages.", "arrested 12..12 12 rebels"),
    ("Police made 12 arrests.", "arrested 12..12 12 arrests"),
    ("The fighting forced 2,000 families from their homes.", "displaced 2000..2000 2,000 families families"),
    ("Forty people were left homeless.", "displaced 40..40 Forty people"),
    ("Hundreds of families fled the fighting.", "displaced 200.. Hundreds of families families"),
    ("The blast killed 12 people, a police officer said.", "killed 12..12 12 people"),
    ("Police arrested a man and two women were hurt.", "arrested 1..1 a man; injured 2..2 two women"),
    ("At least 12 people are believed to have been killed.", "killed 12.. At least 12 people hedged"),
    ("Up to 40 may be dead.", "killed ..40 Up to 40 hedged"),
    ("Three hundred are feared dead.", "killed 300..300 Three hundred hedged"),
    ("Troops freed 30 kidnapped pupils.", "abducted 30..30 30 kidnapped pupils"),
    ("A family of five was killed.", "killed 5..5 A family of five"),
    ("A group of 12 miners were abducted.", "abducted 12..12 A group of 12 miners"),
    ("One man was killed and another seriously hurt.", "killed 1..1 One man; injured 1..1 another"),
    ("Three people were kidnapped and killed.", "abducted 3..3 Three people; killed 3..3 Three people"),
    ("Hundreds of thousands of Zandari have been killed.", "killed 200000.. Hundreds of thousands of Zandari"),
    ("The senator was killed, along with two of his guards.", "killed 1..1 The senator; killed 2..2 two of his guards"),
    ("One unit murdered monks and another that murdered two maids fled.", "killed 2..2 two maids"),
    ("Also killed were two guards.", "killed 2..2 two guards"),
    ("They killed the mayor of Arda, as well as two clerks.", "killed 1..1 the mayor; killed 2..2 two clerks"),
    (
        "Ten people -- three soldiers and seven civilians -- were killed.",
        "killed 10..10 Ten people; killed 3..3 three soldiers part; killed 7..7 seven civilians part",
    ),
    ("Nine were hurt, three soldiers and seven civilians.", "injured 9..9 Nine"),
    ("The death yesterday of nine people was confirmed.", "killed 9..9 nine people"),
    ("They murdered a reporter's wife.", "killed 1..1 wife"),
    ("The raid killed 12 people a day later.", "killed 12..12 12 people"),
    ("The commission will investigate the murder of six priests.", "killed 6..6 six priests"),
    ("The army killed a herder and a rebel wounded policemen.", "killed 1..1 a herder"),
    ("They rejected the murder of six priests.", "killed 6..6 six priests"),
    ("The murder in Arda of two priests was condemned.", "killed 2..2 two priests"),
    ("The assassination of former mayor Ines Dova shocked them.", "killed 1..1 mayor Ines Dova"),
    ("The army kills 3 rebels, arrests 5", "killed 3..3 3 rebels; arrested 5..5 5"),
    ("They abducted 50 men, of whom 20 were later found dead.", "abducted 50..50 50 men; killed 20..20 20"),
    ("The bombers blew themselves up, killing themselves and nine others.", "killed 9..9 nine others"),
    ("The raid killed one and possibly two commanders.", "killed 1..2 one and possibly two commanders"),
    (
        "The offensive ended with 40 rebels and nine soldiers dead.",
        "killed 40..40 40 rebels; killed 9..9 nine soldiers",
    ),
]
CAPITALS = [
    ("FOUR PEOPLE WERE KILLED BY A BOMB.", "killed 4..4 FOUR PEOPLE"),
    ("AT LEAST 15 GUERRILLAS AND 3 SOLDIERS DIED.", "killed 15.. AT LEAST 15 GUERRILLAS; killed 3..3 3 SOLDIERS"),
    ("THE GENERAL WAS MURDERED AT DAWN.", "killed 1..1 THE GENERAL"),
    ("BISHOP TOMAS AREL WAS ASSASSINATED.", "killed 1..1 BISHOP"),
    ("THE MINISTER AND HIS TWO BODYGUARDS DIED.", "killed 1..1 THE MINISTER; killed 2..2 HIS TWO BODYGUARDS"),
    ("ONE PERSON SUFFERED MINOR INJURIES.", "injured 1..1 ONE PERSON"),
    ("THREE ALLEGED MEMBERS OF THE GROUP HAVE DIED.", "killed 3..3 THREE ALLEGED MEMBERS"),
    ("KILLING THREE AND WOUNDING FOUR ENEMY TROOPS.", "killed 3..3 THREE; injured 4..4 FOUR ENEMY TROOPS"),
    ("THE ARREST OF SOME 100 MEMBERS OF UNIONS", "arrested 100..100 SOME 100 MEMBERS approximate"),
    ("THE WAR HAS LEFT OVER 70,000 DEAD.", "killed 70001.. OVER 70,000 DEAD"),
    ("THE GROUP KIDNAPPED TWO ENGINEERS ON 4 MAY 89.", "abducted 2..2 TWO ENGINEERS"),
    ("NOBODY WAS INJURED.", "injured 0..0 NOBODY negated"),
    ("THE COMMUNIQUE THREATENED TO KILL 10 JUDGES.", ""),
    ("IT CONDEMNED THE MURDER OF SIX PRIESTS.", "killed 6..6 SIX PRIESTS"),
    ("FOUR PEOPLE INCLUDING ONE CHILD WERE HURT.", "injured 4..4 FOUR PEOPLE; injured 1..1 ONE CHILD part"),
    ("TWO WOMEN WHO WERE KIDNAPPED WERE RELEASED.", "abducted 2..2 TWO WOMEN"),
    ("A PRIEST AND FOUR WORKERS -- ALL LOCALS -- WERE ARRESTED.", "arrested 1..1 A PRIEST; arrested 4..4 FOUR WORKERS"),
    ("A CHILD TROD ON A MINE, INJURING HIMSELF AND TWO SOLDIERS.", "injured 1..1 HIMSELF; injured 2..2 TWO SOLDIERS"),
]
COURT = [
    ("He was sentenced for the murder of three men.", "killed 3..3 three men"),
    ("He is guilty of murdering three farmers.", "killed 3..3 three farmers"),
    ("She was charged with killing a judge.", "killed 1..1 a judge"),
    ("Two men were sentenced to death.", ""),
    ("He was charged with the attempted murder of two guards.", ""),
    ("They conspired to kidnap a banker.", ""),
    ("A warrant for the arrest of 12 officers was issued.", ""),
    ("If ten people had been killed, the charge would differ.", ""),
    ("The court heard that no civilian was killed.", "killed 0..0 no civilian negated"),
    ("He denied killing 12 people.", ""),
    ("The army denied that its men had killed 12 villagers.", ""),
    ("They denied involvement in the killing of 12 miners.", "killed 12..12 12 miners"),
    ("The victim, 34, died of her wounds.", "killed 1..1 The victim"),
    ("Under Article 5, 12 of the detainees were executed.", "killed 12..12 12 of the detainees"),
    (
        "The indictment lists 12 murders and four kidnappings.",
        "killed 12..12 12 murders; abducted 4..4 four kidnappings",
    ),
    ("Between 20 and 25 detainees were executed.", "killed 20..25 Between 20 and 25 detainees"),
    ("The witness was shot and wounded.", "injured 1..1 The witness"),
    ("How many of the 12 villagers were killed?", ""),
    ("Who killed the two men?", "killed 2..2 the two men"),
]
NGO = [
    ("Casualties: 3 dead, 12 wounded.", "killed 3..3 3 dead; injured 12..12 12 wounded"),
    ("Deaths: 12; injured: 30.", "killed 12..12 12; injured 30..30 30"),
    ("We recorded 212 fatalities and 389 injuries.", "killed 212..212 212 fatalities; injured 389..389 389 injuries"),
    ("Twelve civilian deaths were verified.", "killed 12..12 Twelve civilian deaths"),
    ("1.2 million people are displaced.", "displaced 1200000..1200000 1.2 million people"),
    ("About 500 households were displaced.", "displaced 500..500 About 500 households approximate households"),
    (
        "Forty people were detained, of whom 17 remain in custody.",
        "arrested 40..40 Forty people; arrested 17..17 17 part",
    ),
    ("Forty were taken hostage, two of whom were killed.", "abducted 40..40 Forty; killed 2..2 two of whom"),
    ("No one was killed or injured.", "injured 0..0 No one negated; killed 0..0 No one negated"),
    ("There were no casualties.", "injured 0..0 no casualties negated; killed 0..0 no casualties negated"),
    ("It ended without loss of life.", "killed 0..0 without loss of life negated"),
    ("No arrests have been made.", "arrested 0..0 No arrests negated"),
    ("The army did not kill any civilians.", "killed 0..0 any civilians negated"),
    ("None of the 46 pupils was hurt.", "injured 0..0 None of the 46 pupils negated"),
    ("The blast did not cause any injuries.", "injured 0..0 any injuries negated"),
    ("The shell did not cause injuries.", "injured 0..0 injuries negated"),
    ("No casualties were reported.", ""),
    ("There was no immediate word of casualties.", ""),
    ("Sixty people were killed or injured.", ""),
    ("The strike left 36 dead and wounded.", ""),
    ("The clash caused 45 casualties.", ""),
    ("7,000 men and boys were killed.", "killed 7000..7000 7,000 men and boys"),
    ("Seven people, all of them civilians, were wounded.", "injured 7..7 Seven people"),
    ("340 people disappeared in two years.", "missing 340..340 340 people"),
    ("Two volunteers died and a third was injured.", "killed 2..2 Two volunteers; injured 1..1 a third"),
    ("Rescuers recovered the bodies of 12 missing men.", "killed 12..12 12 missing men; missing 12..12 12 missing men"),
]
SOCIAL = [
    ("BREAKING 5 dead, 12+ hurt", "killed 5..5 5 dead; injured 12.. 12+ hurt"),
    ("Gunmen kill 12 in Arda", "killed 12..12 12"),
    ("Blast kills 12, wounds 30", "killed 12..12 12; injured 30..30 30"),
    ("Five die in market blast", "killed 5..5 Five"),
    ("Update: two soldiers, one cop killed in Arda", "killed 2..2 two soldiers; killed 1..1 one cop"),
    ("they killed 2 kids omg", "killed 2..2 2 kids"),
    ("my uncle was killed yesterday", "killed 1..1 my uncle"),
    ("~40 arrested at the demo", "arrested 40..40 ~40 arrested approximate"),
    ("toll now 23", "killed 23..23 23 cumulative"),
    ("3 ppl missing", "missing 3..3 3 ppl"),
    ("Soldiers shot and killed a man & his 2 daughters", "killed 1..1 a man; killed 2..2 his 2 daughters"),
    ("this heat is killing me", ""),
    ("two hours killed waiting", ""),
    ("he killed 45 minutes at the bar", ""),
]
NOTHING = [
    "A strike could kill thousands.",
    "A bomb could go off at any time, killing dozens.",
    "More than 40 people would have been killed.",
    "The group threatened the killing of ten hostages.",
    "Police foiled a plot to assassinate two ministers.",
    "The toll could rise to 50.",
    "The toll is expected to reach 50.",
    "The strike could cause the deaths of 40 people.",
    "There were 54 violent deaths per day.",
    "An average of 12 people are killed every week.",
    "Were six soldiers killed?",
    "She was taken along with 20 others to the hospital.",
    "Six of the members have been taken there.",
    "They named him and his aide, who was said to know who was killed.",
    "The film captured the national debate.",
    "The vote has hurt him.",
    "He was taken to hospital by helicopter.",
    "Many people were killed.",
    "Civilians were killed and wounded.",
    "The party lost 40 seats and two votes.",
    "They seized 300 rifles and captured two tanks.",
    "Three gunmen fled the scene.",
    "The village lies 12 km from where the army fought.",
    "A herder lost 40 cattle.",
    "The dog killed 12 chickens.",
    "Police executed 12 search warrants.",
    "He is one of the 12 death row inmates.",
    "12 people were not killed.",
    "The nurse saved the lives of 12 people.",
    "The driver narrowly escaped; two trees were hit.",
    "It nearly killed two guards.",
    "Children under 12 were not among the dead.",
    "Two committee bodies met.",
]


@pytest.mark.parametrize(("text", "expected"), [*WIRE, *CAPITALS, *COURT, *NGO, *SOCIAL])
def test_figure(text: str, expected: str):
    assert tell(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str):
    assert tell(text) == ""


@pytest.mark.parametrize(
    ("text", "category", "victims"),
    [
        ("Two peasants were killed.", "civilians", "peasants"),
        ("Two police officers were killed.", "security_forces", "police officers"),
        ("The raid killed 12 suspected militants.", "attackers", "suspected militants"),
        ("Two people were killed.", "unknown", "people"),
        ("Two were killed.", "unknown", None),
        ("A child was killed.", "civilians", "child"),
        ("Three of his bodyguards were killed.", "security_forces", "bodyguards"),
        ("Seven people, all of them civilians, were killed.", "civilians", "people"),
        ("Seven soldiers and rebels were killed.", "unknown", "soldiers and rebels"),
        ("Twelve civilian deaths were verified.", "civilians", None),
        ("About 40 families were displaced.", "civilians", "families"),
        ("Two policewomen were hurt.", "security_forces", "policewomen"),
    ],
)
def test_whose(text: str, category: str, victims: str | None):
    (figure,) = [figure for figure in read(text) if not figure.negated]
    assert figure.category == category
    assert (figure.victims and text[figure.victims.start : figure.victims.end]) == victims


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two people were killed.", "killed"),
        ("Gunmen shot dead two guards.", "shot dead"),
        ("Troops freed 30 kidnapped pupils.", "kidnapped"),
        ("There were 20 deaths.", "deaths"),
        ("The toll is now 20.", "toll"),
        ("Among the dead were two nurses.", "the dead"),
    ],
)
def test_trigger(text: str, trigger: str):
    (figure,) = read(text)
    assert text[figure.trigger.start : figure.trigger.end] == trigger


@pytest.mark.parametrize("piece", ["1,000, ", "a soldier , ", "killed 12 people and ", "including two of them , "])
def test_an_endless_sentence_is_read(piece: str):
    text = piece * 2000
    assert all(figure.sentence == Span(0, len(text)) for figure in find_casualties(text, [Span(0, len(text))]))


def test_a_part_points_to_its_whole():
    text = "Rebels killed 12 people, including three children, and wounded nine."
    whole, part, other = read(text)
    assert (part.part, part.whole) == (True, Span(whole.start, whole.end))
    assert whole.whole is other.whole is None


def test_names_of_persons_are_one_each():
    text = "Rebels killed Tomas Arel and Dr. Ines Dova; Bishop Karim Oll was hurt."
    assert tell(text) == "injured 1..1 Bishop Karim Oll"
    assert tell(text, "Tomas Arel", "Ines Dova", "Karim Oll") == (
        "killed 1..1 Tomas Arel; killed 1..1 Dr. Ines Dova; injured 1..1 Bishop Karim Oll"
    )


def test_sentences_do_not_mix():
    text = "Twelve soldiers rested. Killed were the mules."
    assert find_casualties(text, [Span(0, 23), Span(24, len(text))]) == []


def test_sentence_is_kept():
    text = "It rained. Two men died."
    (figure,) = find_casualties(text, [Span(0, 10), Span(11, len(text))])
    assert figure.sentence == Span(11, len(text))


PIECES = (
    "12 at least two people were killed injured , and or . : ; a soldier the dead including three of them "
    "children no one "
    "toll to rose missing wounded families fled homes killing kill not would who may have been ? -- taken from "
    "denied if"
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split()), max_size=40).map(" ".join)))
def test_figures_lie_inside_their_sentence(text: str):
    half = len(text) // 2
    for figure in find_casualties(text, [Span(0, half), Span(half, len(text))], [Span(0, min(3, len(text)))]):
        span = Span(figure.start, figure.end)
        assert len(span)
        assert figure.sentence.holds(span)
        assert figure.sentence.holds(figure.trigger)
        assert figure.victims is None or figure.sentence.holds(figure.victims)
        assert figure.low is not None or figure.high is not None
        assert figure.negated == ((figure.low, figure.high) == (0, 0)) or not figure.negated


VERBS = {
    "killed": "killed",
    "wounded": "injured",
    "abducted": "abducted",
    "arrested": "arrested",
    "displaced": "displaced",
}


@given(st.integers(2, 10**6), st.sampled_from(sorted(VERBS)))
def test_voice_and_case_change_no_number(number: int, verb: str):
    texts = (f"{number:,} people were {verb}.", f"They {verb} {number:,} people.", f"{number:,} PEOPLE {verb.upper()}")
    assert [[(f.kind, f.low, f.high) for f in read(text)] for text in texts] == 3 * [[(VERBS[verb], number, number)]]


MORE_WORDS = [
    ("The ministry put the dead at 26.", "killed 26..26 26 cumulative"),
    ("The hospital put the deaths at nine.", "killed 9..9 nine cumulative"),
    ("He put the grain at 26.", ""),
    ("They listed 19 people as missing.", "missing 19..19 19 people"),
    ("Gunmen hold 27 in the embassy.", "abducted 27..27 27"),
    ("Gunmen were still holding at least 27 people.", "abducted 27.. at least 27 people"),
    ("Police are holding 27 people.", "arrested 27..27 27 people"),
    ("Two ministers are held by police.", "arrested 2..2 Two ministers"),
    ("Gunmen seized two ministers.", "abducted 2..2 two ministers"),
    ("Gunmen seized two soldiers.", "abducted 2..2 two soldiers"),
    ("The club held 27 meetings.", ""),
    ("They drove off scores of pupils.", "abducted 40.. scores of pupils"),
    ("They drove off scores of cattle.", ""),
    ("Raiders took eleven hostages.", "abducted 11..11 eleven hostages"),
    ("Raiders took six boys with them.", "abducted 6..6 six boys"),
    ("Raiders took six boys to the fair.", ""),
    ("The 33 were taken across the river.", "abducted 33..33 The 33"),
    ("Two constables were cut by glass.", "injured 2..2 Two constables"),
    ("The firm cut 20 workers.", ""),
    ("One of them shot a guard in the leg.", "injured 1..1 a guard"),
    ("It left four with burns.", "injured 4..4 four with burns"),
    ("There is no trace of eight miners.", "missing 8..8 eight miners"),
    ("Six students have not been seen since Friday.", "missing 6..6 Six students"),
    ("Six students have been seen on Friday.", ""),
    ("Forty thousand people were deported.", "displaced 40000..40000 Forty thousand people"),
    ("She is said to have been killed.", "killed 1..1 She"),
    ("The judge was shot in his car and died on the spot.", "killed 1..1 The judge"),
    ("The judge was stopped in his car and the dog died.", ""),
    ("Twelve, not five, were killed.", "killed 12..12 Twelve"),
    ("Since the truce nine soldiers have fallen.", "killed 9..9 nine soldiers"),
    ("Nine prices have fallen.", ""),
    ("The watchman was killed.", "killed 1..1 The watchman"),
    ("The dead numbered forty.", "killed 40..40 forty cumulative"),
    (
        "Four died and eleven were injured, three of them badly, the district police said.",
        "killed 4..4 Four; injured 11..11 eleven; injured 3..3 three of them part",
    ),
    ("Constable Arel, shot dead on Monday, will be buried.", "killed 1..1 Constable Arel"),
    ("Four died in March at Sille Mar. Five died in May.", "killed 4..4 Four; killed 5..5 Five"),
]


@pytest.mark.parametrize(("text", "expected"), MORE_WORDS)
def test_words_of_harm_in_reports(text: str, expected: str):
    assert tell(text) == expected


CARRIED = [
    ("Nine men were killed. The ministry counted seven.", [("killed", 9), ("killed", 7)]),
    ("Nine men are missing. The ministry counted seven.", [("missing", 9), ("missing", 7)]),
    ("The ministry counted seven.", []),
    ("Nine men were killed. The ministry counted seven lorries.", [("killed", 9)]),
    ("Nine men were killed. The army came down to three.", [("killed", 9), ("killed", 3)]),
    ("Nine men were killed. The figure of 30 victims was wrong.", [("killed", 9), ("killed", 30)]),
    ("Nine men are missing. The figure of 30 victims was wrong.", [("missing", 9), ("killed", 30)]),
    ("The figure of 111 wounded should read eleven.", [("injured", 111), ("injured", 11)]),
    ("Hospitals speak of 16 dead; the governor of eleven.", [("killed", 16), ("killed", 11)]),
    ("Two men were killed on Monday, three on Tuesday.", [("killed", 2), ("killed", 3)]),
    ("Nine men were killed. 2. The ministry met.", [("killed", 9)]),
    ("Six were killed. How many were abducted? Ninety, on the first evening.", [("killed", 6), ("abducted", 90)]),
    ("Nine men were killed. Later the team unearthed 29 more.", [("killed", 9), ("killed", 29)]),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_a_bare_number_means_what_the_figure_before_it_means(text: str, expected: list[tuple[str, int]]):
    figures = find_casualties(text, list(iter_sentences(text, [Span(0, len(text))])))
    assert [(f.kind, f.low) for f in figures] == expected


def test_a_bare_number_far_from_all_figures_means_nothing():
    text = "Nine men were killed. " + "It rained all day. " * 60 + "The ministry counted seven."
    assert [f.low for f in find_casualties(text, list(iter_sentences(text, [Span(0, len(text))])))] == [9]


def test_some_of_those_before_are_a_part_of_them():
    whole, part = read("It alleged 78 dead; seven of those had died of fever.")
    assert (whole.low, whole.part, part.low, part.part) == (78, False, 7, True)
    assert part.whole == Span(whole.start, whole.end)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine are dead. They had twenty minutes. The statement says twenty-five.", [9]),
        ("Nine are dead. The ministry says eleven.", [9, 11]),
        ("Nine are dead after four days of shelling; the ministry says eleven.", [9, 11]),
    ],
)
def test_a_bare_number_is_no_toll_where_something_was_measured_since(text: str, found: list[int]):
    assert [figure.low for figure in find_casualties(text, list(iter_sentences(text, [Span(0, len(text))])))] == found


def test_a_bare_number_of_bodies_is_of_the_dead():
    text = "We recorded 64 injured. The figure of 31 counted four bodies twice."
    figures = find_casualties(text, list(iter_sentences(text, [Span(0, len(text))])))
    assert [(figure.kind, figure.low) for figure in figures][:2] == [("injured", 64), ("killed", 31)]
