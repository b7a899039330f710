"""Tolls in less common words: the sick, captives, the driven out, and figures that are put, made or corrected."""

import pytest

from averral.extract.casualties import find_casualties
from averral.extract.sentences import iter_sentences
from averral.records import Span


def tell(text: str) -> str:
    figures = find_casualties(text, list(iter_sentences(text, [Span(0, len(text))])))
    bounds = ((f.kind, f.low, "" if f.high is None else f.high) for f in figures if not f.part)
    return "; ".join(f"{kind} {low}..{high}" for kind, low, high in bounds)


SICK = [
    ("The well went bad: three dead, 44 sick.", "killed 3..3; injured 44..44"),
    ("Forty people have fallen ill since Monday and one has died.", "injured 40..40; killed 1..1"),
    ("Nineteen porters fell ill in Marsk.", "injured 19..19"),
    ("The soup sickened 31 pupils.", "injured 31..31"),
    ("The clinic puts the sick at 51 and the dead at two.", "injured 51..51; killed 2..2"),
    ("Admitted: 12. Deceased: four.", "injured 12..12; killed 4..4"),
    ("The register reads: wounded, nine; deceased, two.", "injured 9..9; killed 2..2"),
    ("I treated 30 people at the ford.", "injured 30..30"),
    ("Hundreds carried three coffins up Mill Lane.", "killed 3..3"),
    ("A spokesman did not return calls.", ""),
    ("The ministry did not return our repeated messages.", ""),
    ("Two fishermen did not return.", "missing 2..2"),
    ("71 people were in hospital on Sunday.", "injured 71..71"),
    ("The injured come to 86.", "injured 86..86"),
    ("The dead now number 58.", "killed 58..58"),
    ("Three men were caught at the frontier.", "arrested 3..3"),
    ("Two civilians were caught in the crossfire.", ""),
    ("They caught 40 fish.", ""),
    ("Fourteen were hauled off by police.", "arrested 14..14"),
    ("Police seized four students.", "arrested 4..4"),
    ("Gunmen seized four students near a police post.", "abducted 4..4"),
    ("Thirty people were treated at the clinic.", "injured 30..30"),
    ("Thirty people were treated badly.", ""),
    ("Two sick clerks were let go.", ""),
    ("The plan was sick, and nine voters said so.", ""),
    ("Three bystanders were hit.", "injured 3..3"),
    ("Nobody was hit.", "injured 0..0"),
    ("Twelve men were hit and killed.", "killed 12..12"),
    ("Twelve men were beaten and died.", "killed 12..12"),
    ("Two men, hit by a lorry, died.", "killed 2..2"),
    ("Nine guards are sick.", "injured 9..9"),
    ("Two of them are ill.", ""),
    ("Nobody who had stayed indoors was hit.", ""),
    ("Nineteen more lie in hospital.", "injured 19..19"),
]
KILLED = [
    ("Three sentries fell in the gunfight.", "killed 3..3"),
    ("The gunner fired into the yard and four women fell among the tubs.", "killed 4..4"),
    ("Four women fell among the tubs.", ""),
    ("Seventeen recruits were put against a wall.", "killed 17..17"),
    ("Soldiers shot nine inmates in the yard.", "killed 9..9"),
    ("Gunmen shot three guards.", "killed 3..3"),
    ("We shot the two constables.", "killed 2..2"),
    ("The column shot the other five.", "killed 5..5"),
    ("Gunmen shot two men and wounded a third.", "injured 1..1"),
    ("Gunmen shot two men; both are dead.", "killed 2..2"),
    ("Seventeen recruits were shot there.", "killed 17..17"),
    ("Three recruits were shot there.", ""),
    ("He admitted the loss of two fighters at the ford.", "killed 2..2"),
    ("The loss of three seats hurt the party.", ""),
    ("There were no victims.", "killed 0..0"),
    ("The wardens wounded nobody.", "injured 0..0"),
    ("He was tried for the murder of a judge and of her driver.", "killed 1..1; killed 1..1"),
    ("He tried to murder a judge.", ""),
    ("Tovin Marr, 34, the guild's treasurer, and her driver were shot dead.", "killed 1..1; killed 1..1"),
    ("They killed a foreman and two boys selling water.", "killed 1..1; killed 2..2"),
    ("Nine died there. We have carried 41 to the graveyard.", "killed 9..9; killed 41..41"),
    ("A girl of nine was killed.", "killed 1..1"),
    ("The toll rose when a girl of nine died.", "killed 1..1"),
    ("The brother of two ministers was killed.", "killed 1..1"),
    ("The scout lay under two bodies until dawn.", ""),
    ("The clerk is dead. The army killed her.", "killed 1..1"),
    ("The army killed her.", "killed 1..1"),
    ("Nine died, the last of them a carter who succumbed in May.", "killed 9..9"),
    ("He counted twelve dead, seven of them armed men.", "killed 12..12"),
]
CAPTIVE = [
    ("The rebels are keeping twelve officers in the armoury.", "abducted 12..12"),
    ("The inn keeps twelve cooks.", ""),
    ("Unpaid troops seize barracks, hold a dozen officers.", "abducted 12..12"),
    ("Ten officers were being held at the barracks.", "abducted 10..10"),
    ("Ten villagers were held in the barracks.", "arrested 10..10"),
    ("Eleven officers are locked up here.", "abducted 11..11"),
    ("Police locked up 14 students.", "arrested 14..14"),
    ("Four policemen are held in custody.", "arrested 4..4"),
    ("We took 14 prisoner.", "abducted 14..14"),
    ("The army took 14 rebels prisoner.", "arrested 14..14"),
    ("His lads grabbed three shepherds.", "abducted 3..3"),
    ("The firm grabbed three contracts.", ""),
    ("Three shepherds, held for two days by the Wardens, confessed.", "abducted 3..3"),
    ("Three shepherds whom the Wardens, a watch of the mill, had abducted were set free.", "abducted 3..3"),
    ("Forty men were taken to a quarry by bus.", "abducted 40..40"),
    ("Forty men were taken to a concert by bus.", ""),
    ("Forty men were marched at gunpoint into a bus.", "abducted 40..40"),
    ("It held an engineer in the mill until August.", "abducted 1..1"),
    ("The club held an engineer in esteem until May.", ""),
    ("Seven of ours were abducted.", "abducted 7..7"),
    ("Police report 23 held in Arda.", "arrested 23..23"),
    ("The list reads three missing, six held in Brannel.", "missing 3..3; arrested 6..6"),
    ("Six guards, arrested on 2 June over the theft, will be tried.", "arrested 6..6"),
    ("Thirty inmates have been recaptured.", "arrested 30..30"),
]
DRIVEN_OUT = [
    ("Police drove some 300 squatters from Marsk Bottom, a disused yard.", "displaced 300..300"),
    ("The bus drove 40 pupils from Marsk to Arda.", ""),
    ("Officers removed 900 persons without title.", "displaced 900..900"),
    ("The party removed 50 members from office.", ""),
    ("300 neighbours were turned out into the frost.", "displaced 300..300"),
    ("300 neighbours turned out to vote.", ""),
    ("Some 120 people ran for their lives.", "displaced 120..120"),
    ("Twenty gunmen ran for their lives.", ""),
    ("Ten families were evicted.", "displaced 10..10"),
    ("About sixty families have fled.", "displaced 60..60"),
    ("More than 900 families have left the quarter, the mayor said.", "displaced 901.."),
    ("Two clerks left the village.", ""),
    ("The state shelters 6,000 people from across the border.", "displaced 6000..6000"),
    ("The law shelters two firms.", ""),
    ("14,300 refugees have reached the camp.", "displaced 14300..14300"),
    ("Forty swimmers reached the camp.", ""),
    ("The state expelled nine diplomats.", ""),
    ("Forty thousand of them were deported.", "displaced 40000..40000"),
]
GIVEN = [
    ("Police put the number arrested at 17.", "arrested 17..17"),
    ("The ministry put the dead of Marsk at three and the homeless at 160.", "killed 3..3; displaced 160..160"),
    ("They put the grain at 50.", ""),
    ("That brings the dead to four.", "killed 4..4"),
    ("The dead, it says, numbered eight.", "killed 8..8"),
    ("Three killed: two soldiers and a boy.", "killed 3..3"),
    ("Passengers killed: 11. Wounded: nine.", "killed 11..11; injured 9..9"),
    ("A nun put 13 persons down as injured and four as missing.", "injured 13..13; missing 4..4"),
    ("The firm lists eleven of those on board as missing.", "missing 11..11"),
    ("Twelve candle sellers, given out by an agency as missing, are at home.", "missing 12..12"),
    ("Two hundred died, says the army. My uncle made it thirty-one.", "killed 200..200; killed 31..31"),
    ("The ministry says seven died. Ours is eight.", "killed 7..7; killed 8..8"),
    ("Ours is eight.", ""),
    ("The council counted eleven dead, the parish register has nine.", "killed 11..11; killed 9..9"),
    ("Thirteen died. The stone bears 15 names.", "killed 13..13; killed 15..15"),
    ("Twelve men were held hostage, we wrote. There were eleven.", "abducted 12..12; abducted 11..11"),
    ("Twelve men were held hostage. There were eleven windows.", "abducted 12..12"),
    ("It admits to nine dead. We carried out eleven.", "killed 9..9; killed 11..11"),
    ("They murdered 52 diggers; a court recognised 47.", "killed 52..52; killed 47..47"),
    ("Police held 23 and hurt a guard; lawyers count 60.", "arrested 23..23; injured 1..1; arrested 60..60"),
    ("How many died? Six warders, by my count.", "killed 6..6"),
    ("How many died? Six warders ran past.", ""),
    ("The number of wounded, first given as 12, rose on Monday.", ""),
    ("The ministry gave the death toll as 19.", "killed 19..19"),
    ("The ministry lowered the toll from 14 to 11.", "killed 11..11"),
    ("The union corrected the death toll to nine.", "killed 9..9"),
    ("Two this morning died of their wounds.", "killed 2..2"),
    ("Searchers dug out the remains of six people.", "killed 6..6"),
    ("The rebels put their own losses at four.", "killed 4..4"),
    ("The hospital received 17 wounded and three bodies.", "injured 17..17; killed 3..3"),
    ("A total of 64 people sought treatment.", "injured 64..64"),
    ("Four officers were left with broken bones.", "injured 4..4"),
    ("Nine suspects were led away in handcuffs.", "arrested 9..9"),
    ("The fate of seventeen miners is unknown.", "missing 17..17"),
    ("The fate of two governments hangs on it.", ""),
    ("Contact was lost with eleven crew members.", "missing 11..11"),
    ("All 26 on board were killed.", "killed 26..26"),
    ("We buried nineteen people on Sunday.", "killed 19..19"),
    ("The avalanche buried nineteen people.", ""),
    ("At least 15 rebels were buried in common graves.", "killed 15.."),
    ("Four people have bullet wounds.", "injured 4..4"),
    ("Over 100 are recovering from serious wounds.", "injured 101.."),
    ("The number of Front members murdered has risen to 10.", "killed 10..10"),
    ("The clashes resulted in two men being killed.", "killed 2..2"),
    ("They freed three engineers who were kidnapped more than a month ago.", "abducted 3..3"),
    ("The arrest of eight detectives and two policemen shook the town.", "arrested 8..8; arrested 2..2"),
    ("The army has lowered the count of the dead from 23 to 22.", "killed 22..22"),
    ("The ministry revised its count of the dead down to 39.", "killed 39..39"),
    ("She put the dead among the captors at nine.", "killed 9..9"),
    ("Nearly 300 people lost their homes.", "displaced 300..300"),
    ("Nine were hurt. The number of wounded, first given as 12, rose on Monday.", "injured 9..9; injured 12..12"),
    ("The number of rebels killed, given on Thursday, was one too high: six died.", "killed 6..6"),
]


@pytest.mark.parametrize(("text", "expected"), SICK)
def test_the_sick_and_the_hurt(text: str, expected: str):
    assert tell(text) == expected


@pytest.mark.parametrize(("text", "expected"), KILLED)
def test_the_killed(text: str, expected: str):
    assert tell(text) == expected


@pytest.mark.parametrize(("text", "expected"), CAPTIVE)
def test_captives_and_the_arrested(text: str, expected: str):
    assert tell(text) == expected


@pytest.mark.parametrize(("text", "expected"), DRIVEN_OUT)
def test_the_driven_out(text: str, expected: str):
    assert tell(text) == expected


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_how_figures_are_given(text: str, expected: str):
    assert tell(text) == expected
