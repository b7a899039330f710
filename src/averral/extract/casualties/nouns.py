"""Nouns for people, for groups of people, and for things that are counted beside them.

Drawn up by hand for reports about attacks, conflict, courts and human rights. A noun that says nothing about a side
("man", "hostage", "brother") is `unknown`; women, children and every civil trade or office are `civilians`.
"""

from __future__ import annotations

from typing import Literal

from averral.extract.numerals import word_set

__all__ = ["ADJUNCTS", "COLLECTIVES", "PLURALS", "SINGULARS", "THINGS", "UNITS", "Category", "find_person"]

Category = Literal["civilians", "security_forces", "attackers", "unknown"]

_CIVILIANS = """
civilian villager resident inhabitant townsman peasant campesino farmer farmhand farmworker worker labourer
laborer miner fisherman herder herdsman shepherd pastoralist trader merchant vendor hawker shopkeeper
businessman businesswoman executive employee clerk cashier driver chauffeur trucker motorist motorcyclist
cyclist pedestrian passerby passer-by bystander onlooker shopper commuter passenger traveller traveler tourist
holidaymaker visitor pilgrim worshipper worshiper mourner churchgoer priest nun monk bishop archbishop pastor
imam cleric clergyman preacher rabbi missionary deacon friar catechist seminarian child kid boy girl baby
infant toddler newborn minor teenager teen adolescent youth youngster schoolboy schoolgirl schoolchild student
pupil teacher professor lecturer academic headmaster headmistress rector schoolteacher educator researcher
scientist woman lady grandmother housewife retiree pensioner doctor nurse paramedic surgeon physician midwife
patient volunteer journalist reporter cameraman photographer editor columnist correspondent newsman
broadcaster blogger writer poet musician singer artist actor actress lawyer attorney judge magistrate
prosecutor notary activist campaigner protester protestor demonstrator marcher striker unionist syndicalist
mayor councillor councilor councilman governor minister senator congressman congresswoman lawmaker legislator
parliamentarian politician candidate official ambassador diplomat consul envoy refugee returnee migrant
settler homeowner tenant neighbour neighbor guest diner spectator fan customer client waiter waitress cook
chef maid servant gardener caretaker janitor engineer technician electrician mechanic contractor carpenter
bricklayer builder banker manager landowner rancher landlord entrepreneur industrialist economist firefighter
fireman rescuer hunter logger woodcutter tailor baker butcher postman barber citizen orphan widow shopworker
watchman boatman ferryman bargeman lighterman seaman milkman coachman headman foreman craftsman salesman horseman
deckhand docker stevedore stoker porter shepherdess grocer weaver apprentice schoolmaster schoolmistress islander
muleteer trapper quarryman brickmaker potter seamstress stallholder stewardess steward conductor guide messenger
mate stallkeeper evacuee master mistress ferrywoman lorryman bookseller shoemaker cobbler miller blacksmith
surveyor bailiff picket strikebreaker overseer verger sexton usher bosun purser rigger driller diver swimmer
healthworker medic welder receptionist librarian sociologist anthropologist
squatter lodger digger seller buyer gatherer picker laundress carter
midshipman drummer roofer mason wheelwright glazier plumber fruiterer fishwife netmaker ropemaker
"""
_SECURITY = """
soldier serviceman servicewoman policeman policewoman officer constable trooper gendarme marine airman
infantryman paratrooper conscript recruit cadet commando sergeant corporal lieutenant captain colonel
brigadier inspector detective sheriff patrolman guardsman guard bodyguard peacekeeper cop jailer warder warden
legionnaire reservist sentry sapper gunner rifleman agent major general private
"""
_ATTACKERS = """
militant rebel insurgent guerrilla guerilla gunman attacker assailant bomber terrorist extremist jihadist
jihadi islamist fighter bandit hijacker kidnapper abductor raider separatist subversive militiaman
paramilitary assassin hitman shooter sniper perpetrator marauder pirate mercenary gangster rustler intruder
"""
_UNKNOWN = """
person man individual adult male female member leader head chief boss commander deputy president secretary
director suspect accused defendant detainee prisoner inmate convict captive hostage victim brother sister
father mother son daughter husband wife uncle aunt cousin nephew niece grandson granddaughter grandfather
grandchild relative parent sibling twin spouse girlfriend boyfriend partner friend colleague comrade companion
associate aide adviser advisor assistant spokesman spokeswoman supporter sympathizer sympathiser follower
tribesman clansman pilot sailor crewman crewmember staffer survivor foreigner national expatriate stranger
local native guy bloke participant delegate representative informer informant collaborator smuggler trafficker
dealer thief robber murderer killer criminal delinquent dissident exile opponent rival combatant belligerent
veteran ex-soldier soul teammate player athlete negotiator mediator translator interpreter figure dependent
dependant bombmaker traitor martyr ringleader fireraiser looter mutineer escapee fugitive deserter
defector witness human elder
"""
_INVARIANT: dict[str, Category] = {
    "people": "unknown",
    "persons": "unknown",
    "ppl": "unknown",
    "folk": "unknown",
    "folks": "unknown",
    "personnel": "unknown",
    "staff": "unknown",
    "crew": "unknown",
    "troops": "security_forces",
    "police": "security_forces",
    "clergy": "civilians",
    "townspeople": "civilians",
    "townsfolk": "civilians",
    "villagefolk": "civilians",
    "tribespeople": "unknown",
    "passersby": "civilians",
    "passers-by": "civilians",
    "military": "security_forces",
    "elderly": "civilians",
}
_IRREGULAR = {"child": "children", "grandchild": "grandchildren", "schoolchild": "schoolchildren", "thief": "thieves"}
_IRREGULAR |= {
    "wife": "wives",
    "housewife": "housewives",
    "midwife": "midwives",
    "accused": "accused",
    "person": "people",
}


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


_GROUPS: tuple[tuple[Category, str], ...] = (
    ("civilians", _CIVILIANS),
    ("security_forces", _SECURITY),
    ("attackers", _ATTACKERS),
    ("unknown", _UNKNOWN),
)
SINGULARS: dict[str, Category] = {noun: category for category, listed in _GROUPS for noun in listed.split()}
PLURALS: dict[str, Category] = {_plural(noun): category for noun, category in SINGULARS.items()}
PLURALS |= _INVARIANT

UNITS = {"family": "families", "families": "families", "household": "households", "households": "households"}
"""Not people one by one: a figure of families stays a figure of families."""

COLLECTIVES = word_set("family group party team squad band crew patrol gang crowd total column contingent convoy batch")
"""What holds a number of people: "a group of twelve miners"."""

ADJUNCTS = word_set("police army military security rebel guerrilla student staff crew")
"""Say who, but head a noun phrase only when nothing follows them: "police station"."""

THINGS = word_set("""
attack attacks blast blasts explosion explosions bombing bombings raid raids strike strikes airstrike
airstrikes ambush ambushes clash clashes operation operations assault assaults incident incidents shooting
shootings vehicle vehicles car cars truck trucks bus buses minibus minibuses van vans motorcycle motorcycles
motorbike motorbikes bike bikes tank tanks helicopter helicopters plane planes aircraft boat boats ship ships
ferry train trains convoy convoys house houses home homes building buildings hut huts shop shops store stores
market markets school schools hospital hospitals clinic clinics church churches mosque mosques temple temples
office offices station stations post posts checkpoint checkpoints base bases camp camps barracks village
villages town towns city cities district districts province provinces region regions state states country
countries neighborhood neighborhoods neighbourhood neighbourhoods area areas place places site sites location
locations bridge bridges road roads street streets rifle rifles gun guns pistol pistols revolver revolvers
weapon weapons grenade grenades rocket rockets missile missiles mortar mortars shell shells bomb bombs
landmine landmines mine mines round rounds bullet bullets cartridge cartridges magazine magazines explosive
explosives device devices charge charges knife knives machete machetes vote votes seat seats point points goal
goals game games match matches cow cows cattle goat goats sheep camel camels donkey donkeys horse horses
animal animals dog dogs cat cats bird birds livestock pig pigs chicken chickens hen hens elephant elephants
case cases count counts sentence sentences order orders warrant warrants statement statements report reports
claim claims document documents page pages word words letter letters message messages call calls video videos
photo photos picture pictures image images front fronts side sides party parties group groups organization
organizations organisation organisations faction factions brigade brigades unit units battalion battalions
regiment regiments division divisions cell cells gang gangs team teams squad squads committee council
government governments company companies firm firms bank banks hotel hotels restaurant restaurants factory
factories plant plants well wells pipeline pipelines pylon pylons tower towers transformer transformers door
doors window windows wall walls room rooms floor floors tree trees field fields bag bags box boxes kind kinds
type types reason reasons thing things factor factors condition conditions term terms way ways part parts
piece pieces test tests plan plans event events movement movements force forces union unions association
associations fire fires patrol patrols position positions hideout hideouts search searches demand demands
question questions lead leads item items copy copies stage stages phase phases line lines lane lanes storey
storeys story stories army training centre center headquarters academy leadership presence uniform uniforms
custody activity activities federation confederation league commission congress assembly ministry department
bureau agency institute university college newspaper radio program programme campaign court tribunal community
communities society system cooperative syndicate board violence violations violation crime crimes offence
offences offense offenses abuse abuses trial trials hearing hearings
""")
"""Heads that are no people; where a noun for people stands before one ("police station"), it only modifies it."""


_NO_MEN = word_set("german roman norman ottoman talisman caiman inhuman subhuman superhuman")
"""Words in -man that are no trades."""


def find_person(word: str) -> tuple[Category, bool] | None:
    """The category of a noun for people, and whether it is plural; unlisted -man, -men and their like are unknown."""
    if word in PLURALS:
        return PLURALS[word], True
    if word in SINGULARS:
        return SINGULARS[word], False
    if len(word) > 5 and word.endswith(("woman", "women")):
        return "civilians", word.endswith("women")
    if (
        len(word) > 5
        and word.endswith(("men", "persons"))
        and not word.endswith(("ment", "imen", "omen", "umen", "amen"))
    ):
        return "unknown", True
    if len(word) > 5 and word.endswith("man") and word not in _NO_MEN:
        return "unknown", False
    return None
