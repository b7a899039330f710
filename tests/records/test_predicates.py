from averral.extract.relations import PREDICATE_KINDS, PREDICATES, are_opposed
from averral.extract.relations.lexicon import COMPOUNDS, INVERSE_ROLES, JOINT, ROLES, TIES, VERBS


def test_every_predicate_is_defined_and_has_words():
    assert set(PREDICATE_KINDS) == set(PREDICATES) == set(VERBS)
    assert all(kind.definition.endswith(".") and kind.wording and kind.inverse for kind in PREDICATE_KINDS.values())


def test_words_are_of_predicates_only():
    for table in (JOINT, ROLES, INVERSE_ROLES, TIES, COMPOUNDS):
        assert set(table) <= set(PREDICATES)


def test_only_symmetric_predicates_are_said_of_two_together():
    assert all(PREDICATE_KINDS[predicate].symmetric for predicate in JOINT)


def test_symmetric_predicates_read_the_same_from_both_sides():
    assert all((kind.wording == kind.inverse) == kind.symmetric for kind in PREDICATE_KINDS.values())


def test_opposition_is_mutual_and_never_with_itself():
    for one in PREDICATES:
        assert not are_opposed(one, one)
        assert all(are_opposed(one, other) == are_opposed(other, one) for other in PREDICATES)


def test_friends_are_opposed_to_foes():
    assert are_opposed("allied_with", "fights")
    assert are_opposed("supports", "hostile_to")
    assert not are_opposed("funds", "arms")
    assert not are_opposed("negotiates_with", "fights")
