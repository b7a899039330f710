from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.extract.triggers import lemma_variants

relaxed = settings(max_examples=60, deadline=None)
VERBS = """
    abduct abducts abducted abducting
    abet abets abetted abetting
    agree agrees agreed agreeing
    ambush ambushes ambushed ambushing
    arrest arrests arrested arresting
    ban bans banned banning
    beat beats beat beaten beating
    besiege besieges besieged besieging
    blow blows blew blown blowing
    bomb bombs bombed bombing
    burn burns burned burnt burning
    bury buries buried burying
    carry carries carried carrying
    club clubs clubbed clubbing
    crash crashes crashed crashing
    cut cuts cutting
    deny denies denied denying
    destroy destroys destroyed destroying
    die dies died dying
    exercise exercises exercised exercising
    expel expels expelled expelling
    fight fights fought fighting
    flee flees fled fleeing
    free frees freed freeing
    hang hangs hanged hung hanging
    have haves had has having
    hijack hijacks hijacked hijacking
    hit hits hitting
    hold holds held holding
    kidnap kidnaps kidnapped kidnaped kidnapping kidnaping
    kill kills killed killing
    level levels levelled leveled levelling leveling
    mob mobs mobbed mobbing
    occupy occupies occupied occupying
    offer offers offered offering
    open opens opened opening
    organise organises organised organising organize organizes organized organizing
    overthrow overthrows overthrew overthrown overthrowing
    panic panics panicked panicking
    patrol patrols patrolled patrolling
    promise promises promised promising
    raid raids raided raiding
    rebel rebels rebelled rebelling
    riot riots rioted rioting
    rob robs robbed robbing
    seize seizes seized seizing
    shell shells shelled shelling
    shoot shoots shot shooting
    stab stabs stabbed stabbing
    steal steals stole stolen stealing
    storm storms stormed storming
    strike strikes struck stricken striking
    swear swears swore sworn swearing
    target targets targeted targeting
    terrorize terrorizes terrorized terrorizing terrorise terrorises terrorised terrorising
    threaten threatens threatened threatening
    torch torches torched torching
    veto vetoes vetoed vetoing
    visit visits visited visiting
    withdraw withdraws withdrew withdrawn withdrawing
"""
NOUNS = """
    abduction abductions
    aircraft
    ambush ambushes
    army armies
    blitz blitzes
    body bodies
    casualty casualties
    child children
    church churches
    convoy convoys
    crisis crises
    embargo embargoes
    gunman gunmen
    hostage hostages
    human humans
    knife knives
    mobilisation mobilisations mobilization mobilizations
    siege sieges
    thief thieves
    woman women
"""


@pytest.mark.parametrize("row", VERBS.strip().splitlines())
def test_verbs(row):
    lemma, *forms = row.split()
    assert lemma_variants(lemma, "verb")[0] == lemma
    assert set(lemma_variants(lemma, "verb")) == {lemma, *forms}


@pytest.mark.parametrize("row", NOUNS.strip().splitlines())
def test_nouns(row):
    lemma, *forms = row.split()
    assert set(lemma_variants(lemma, "noun")) == {lemma, *forms}


@pytest.mark.parametrize(
    ("lemma", "part", "form"),
    [
        ("blow up", "verb", "blew up"),
        ("set* fire to", "verb", "setting fire to"),
        ("machine gun*", "verb", "machine gunned"),
        ("car bomb", "noun", "car bombs"),
        ("exchange* of fire", "noun", "exchanges of fire"),
        ("Car  Bomb", "noun", "car bomb"),
        ("under fire", "phrase", "under fire"),
    ],
)
def test_lemmas_of_several_words(lemma, part, form):
    assert form in lemma_variants(lemma, part)


@pytest.mark.parametrize(
    ("lemma", "part", "form"),
    [
        ("visit", "verb", "visitting"),
        ("offer", "verb", "offerred"),
        ("reveal", "verb", "revealled"),
        ("raid", "verb", "raidded"),
        ("promise", "verb", "promize"),
        ("raise", "verb", "raize"),
        ("seize", "verb", "seise"),
        ("car bomb", "noun", "cars bomb"),
        ("under fire", "phrase", "under fires"),
    ],
)
def test_what_nobody_writes(lemma, part, form):
    assert form not in lemma_variants(lemma, part)


@relaxed
@given(st.text(), st.sampled_from(("verb", "noun", "phrase")))
def test_any_text_has_forms_of_its_own(lemma, part):
    forms = lemma_variants(lemma, part)
    assert len(set(forms)) == len(forms)
    assert bool(forms) == bool(lemma.split())


@relaxed
@given(st.from_regex(r"[a-z]{2,12}", fullmatch=True))
def test_a_verb_has_an_s_form_and_an_ing_form(verb):
    forms = lemma_variants(verb, "verb")
    assert forms[0] == verb
    assert any(form.endswith("s") for form in forms)
    assert any(form.endswith("ing") for form in forms)
