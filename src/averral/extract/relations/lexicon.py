"""The words of relations: verbs with their particles, nouns for roles, and nouns for ties.

In a phrase, `_` before a word lets up to three words stand in front of it ("give _money to": "gave a lot of money to");
`@` is the place of the object ("provide @ with _arms"); a phrase in capital letters stands for a class. A phrase that
begins with `<` has its object as the relation's subject ("take orders from").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from averral.records.ontology.predicates import Predicate

__all__ = [
    "CLASSES",
    "COMPOUNDS",
    "COPULAS",
    "ENDING",
    "INVERSE_ROLES",
    "JOINT",
    "LIGHT",
    "ROLES",
    "SOUGHT",
    "TIES",
    "VERBS",
]

CLASSES: Final[dict[str, str]] = {
    "MONEY": r"(?:money|funds|funding|cash|financing|finance|grants?|subsid(?:y|ies)|dollars|budgets?|payments?"
    r"|financial (?:support|aid|help|backing|assistance))",
    "ARMS": r"(?:weapons?|arms|ammunition|missiles?|rockets?|guns|rifles|drones|explosives|tanks|weaponry"
    r"|(?:military )?(?:equipment|hardware)|munitions|mortars|shells)",
    "HELP": r"(?:support|help|aid|assistance|backing|relief|supplies|succour|cover|intelligence)",
    "SHELTER": r"(?:shelter|refuge|sanctuary|asylum|safe haven|bases?|a haven)",
    "TRAINING": r"(?:training|instruction|instructors|trainers)",
    "GIVE": r"(?:to|for)",
}

VERBS: Final[dict[Predicate, str]] = {
    "funds": """
        fund, finance, bankroll, subsidise, bribe, sponsor, pay, give _MONEY to, send _MONEY to, provide _MONEY
        GIVE, channel _MONEY to, funnel _MONEY to, transfer _MONEY to, donate _MONEY to, supply _MONEY to, pay
        _MONEY to, pump _MONEY into, provide @ with _MONEY, supply @ with _MONEY, foot the bills of, raise
        _MONEY for, <receive _MONEY from, <get _MONEY from, <take _MONEY from, <be in the pay of, <be on the
        payroll of, <be bankrolled by, <draw _MONEY from, give @ _MONEY
    """,
    "arms": """
        arm, equip, rearm, give _ARMS to, send _ARMS to, sell _ARMS to, supply _ARMS to, ship _ARMS to, provide
        _ARMS GIVE, deliver _ARMS to, smuggle _ARMS to, provide @ with _ARMS, supply @ with _ARMS, give @ _ARMS,
        sell @ _ARMS, send @ _ARMS, pass _ARMS to, <receive _ARMS from, <buy _ARMS from, <get _ARMS from,
        <obtain _ARMS from, hand _ARMS to
    """,
    "trains": """
        train, drill, teach, coach, provide _TRAINING GIVE, give _TRAINING to, provide @ with _TRAINING, give @
        _TRAINING, <receive _TRAINING from, <be trained at the hands of
    """,
    "supports": """
        support, back, aid, assist, help, sustain, prop up, bolster, shore up, stand by, stand with, side with,
        throw its weight behind, throw their weight behind, come to the aid of, come to the defence of,
        champion, endorse, give _HELP to, provide _HELP GIVE, lend _HELP to, send _HELP to, offer _HELP to,
        provide @ with _HELP, give @ _HELP, supply, sympathise with, stand shoulder to shoulder with, rally
        behind, rally to, act in support of, be in league with, <enjoy the _HELP of, <have the _HELP of,
        <receive _HELP from, <rely on _HELP from, <be a proxy of, <be a proxy for, <be a client of, <depend on,
        speak up for, protect, defend, shield
    """,
    "directs": """
        direct, control, steer, manipulate, give _orders to, issue _orders to, pull the strings of, pull the
        strings behind, <take _orders from, <take _instructions from, <receive _orders from, <receive
        _instructions from, <answer to, <report to, <act on _orders from, <act on the _orders of, <act on behalf
        of, <obey, <be under the command of, <be under the control of, <be loyal to, <be subordinate to, <be a
        puppet of, <swear _allegiance to, <pledge _allegiance to, <swear loyalty to, <pledge loyalty to, <owe
        _allegiance to
    """,
    "leads": """
        lead, head, command, chair, preside over, be in charge of, take _command of, be at the head of, run,
        rule, be the head of, govern, take over the leadership of, captain
    """,
    "member_of": """
        join, belong to, be part of, be a part of, serve in, serve with, enlist in, enrol in, work for, fight
        for, fight in the ranks of, be affiliated with, be affiliated to, speak for, sign up with, enter the
        ranks of, rejoin, defect to, be on the council of, sit on the council of, be recruited into, operate as
        part of, be recruited by, speak _for, be in the ranks of, <recruit, <include, <comprise, <be made up of,
        <consist of, <number among its members, merge into, represent, be incorporated into, be integrated into,
        be enlisted in
    """,
    "created": """
        create, found, establish, set up, form, launch, co-found, cofound, build, give birth to, bring into
        being, give rise to, start, raise
    """,
    "allied_with": """
        ally with, be allied with, be allied to, be an ally of, be in alliance with, side in the war with, join
        forces with, make common cause with, unite with, partner with, team up with, ally itself with, ally
        themselves with, form _alliance with, enter _alliance with, sign _alliance with, forge _alliance with,
        be friends with, have _(?:ties|links|relations|alliance|pact) (?:with|to), maintain
        _(?:ties|links|alliance) (?:with|to), be linked to, be tied to, have _relationship with, cosy up to
    """,
    "coordinates_with": """
        coordinate with, co-ordinate with, cooperate with, co-operate with, collaborate with, work with, work
        together with, work closely with, work hand in hand with, act together with, conspire with, collude
        with, act in concert with, fight alongside, fight beside, fight side by side with, operate alongside,
        plot with, share intelligence with, act in coordination with, patrol with, operate with, march
        alongside, act jointly with, work alongside, join hands with, work hand in glove with,
        join @ in _(?:attacks?|assault|raids?|operations?|strikes?|offensive|fight|war|battle|campaign|search),
        take part with, work _with
    """,
    "meets": """
        meet, meet with, visit, talk to, talk with, speak to, speak with, receive, phone, telephone, correspond
        with, write to, confer with, consult with, consult, be in contact with, welcome, have _contacts? with,
        pay a visit to, sit down with, travel to meet, brief, dine with, exchange letters with
    """,
    "negotiates_with": """
        negotiate with, bargain with, hold _(?:negotiations|ceasefire talks|peace talks) with, mediate with,
        sign _(?:agreement|deal|treaty|truce|ceasefire|accord|pact|memorandum|armistice) with, come to terms
        with, reach _(?:agreement|deal|truce|ceasefire|accord|understanding) with, strike _(?:deal|bargain)
        with, make _(?:peace|deal|truce) with, conclude _(?:agreement|deal|treaty|truce|ceasefire|accord|pact)
        with, agree _(?:truce|ceasefire|deal|peace) with, enter _(?:talks|negotiations) with, discuss terms
        with, open _(?:talks|negotiations) with, have _talks with, be in talks with, be in _negotiations with,
        parley with, resume _(?:talks|negotiations) with, begin _(?:talks|negotiations) with
    """,
    "fights": """
        fight, fight against, fight with, battle, battle against, battle with, clash with, be at war with,
        combat, rise against, defeat, wage _(?:war|campaign|insurgency|struggle|battle) (?:on|against|with), go
        to war (?:with|against), war with, skirmish with, trade _fire with, exchange _fire with, take up arms
        against, rebel against, rise up against, do battle with, engage in _(?:battle|combat|fighting) with,
        revolt against, resist, make war on, confront, conduct _operations? against, conduct _strikes against,
        carry out _strikes against, repel, repulse, counter, destroy, eliminate, rout, crush, beat back, drive back,
        push back, fend off, dislodge, degrade
    """,
    "attacks": """
        attack, assault, bomb, bombard, shell, raid, ambush, strike, hit, target, fire on, fire at, fire upon,
        shoot at, kill, murder, assassinate, kidnap, abduct, shoot, wound, open fire on, storm, massacre,
        execute, torture, mortar, launch _(?:attacks?|assaults?|raids?|offensives?|strikes?|operations?)
        (?:on|against), invade, shoot dead, carry out _(?:attacks?|assaults?|raids?|strikes?|bombings?)
        (?:on|against), behead, beat, use force against, mount _(?:attacks?|assaults?|raids?|offensives?)
        (?:on|against), stage _(?:attacks?|raids?) (?:on|against), conduct _(?:attacks?|raids?) (?:on|against),
        torch, rob, persecute, burn, set fire to, shoot down, kick, flog, carry off, fall upon, seize, overrun,
        blow up, stage _(?:massacre|attack|raid|bombing) (?:at|in), take hostage, be behind the attack on, gun
        down, use _(?:weapons|gas) against, commit _(?:crimes|atrocities|massacres?) against, terrorise
    """,
    "hostile_to": """
        be hostile to, oppose, be opposed to, be the enemy of, be an enemy of, be the enemies of, be enemies of,
        hate, be at odds with, be at loggerheads with, feud with, rival, threaten, be the rival of, be a rival
        of, detest, declare _enemy of, vow _revenge on, be sworn enemies of, defy, denounce, condemn, turn
        against, turn on, call @
        _(?:enem(?:y|ies)|terrorists?|traitors?|criminals?|gang|bandits|murderers?|killers?|occupiers?)
    """,
    "sanctions": """
        sanction, blacklist, impose _(?:sanctions|embargo|embargoes|curbs|penalties) (?:on|against), embargo,
        blockade, place _sanctions (?:on|against), proscribe, outlaw, ban, freeze the assets of, declare @
        _terrorist, fine, boycott, designate @ _terrorist, list @ as, put @ on _list,
        place @ on _list, put @ under _sanctions, place @ under _sanctions, add @ to _list
    """,
    "splits_from": """
        split from, split off from, split with, break away from, break with, break off from, secede from, defect
        from, quit, leave, desert, part ways with, part company with, fall out with, resign from, walk out of,
        splinter from, be a splinter of, emerge from, be expelled from, be an offshoot of, be a breakaway from,
        abandon
    """,
    "succeeds": """
        succeed, replace, take over from, supplant, take the place of, follow as, oust, inherit the mantle of
    """,
    "hosts": """
        host, harbour, harbor, shelter, house, give _SHELTER to, offer _SHELTER to, provide _SHELTER GIVE, grant
        _SHELTER to, provide @ with _SHELTER, give @ _SHELTER, grant @ _SHELTER, hide, <be based in, <be a guest
        of, <live under the protection of, <find _SHELTER (?:in|with), <take _SHELTER (?:in|with)
    """,
    "infiltrates": """
        infiltrate, penetrate, plant _(?:agents?|spies|spy|informers?|men) (?:in|among), have
        _(?:agents?|spies|informers?) in, spy on, place _(?:agents?|spies|informers?) in, worm _way into,
        work _way into
    """,
}

JOINT: Final[dict[Predicate, str]] = {
    "fights": """
        fight each other, fight one another, clash, be at war, battle each other, exchange fire, trade fire, go
        to war, exchange _fire, trade _fire, skirmish, fight
    """,
    "meets": "meet, hold talks, hold _meetings?, confer, meet each other, speak by (?:telephone|phone)",
    "negotiates_with": """
        negotiate, sign _(?:agreement|deal|treaty|truce|ceasefire|accord|pact|memorandum), reach
        _(?:agreement|deal|truce), agree on, agree to, strike _deal, conclude
        _(?:treaty|truce|pact|accord), agree _(?:truce|ceasefire), hold _negotiations, be in talks, be
        negotiating
    """,
    "allied_with": """
        be allies, be allied, form _(?:alliance|coalition|pact|front), join forces, unite, be partners, be
        friends, make common cause, remain allies, become allies
    """,
    "coordinates_with": """
        cooperate, co-operate, collaborate, coordinate their, co-ordinate their, work together, act together,
        work hand in hand, fight side by side, operate together, act in concert, work closely together
    """,
    "hostile_to": """
        be enemies, be rivals, be at odds, be sworn enemies, hate each other, feud, fall out, be foes, accuse
        each other, be hostile to each other, blame each other, be bitter rivals
    """,
}
"""Said of two or more at once: "A and B clashed"."""

COPULAS: Final = "be, become, remain, serve as, act as, be named, be appointed, be elected, work as, call itself"
"""Verbs behind which a role says what the subject is: "became the leader of"."""

ROLES: Final[dict[Predicate, str]] = {
    "leads": """
        leader, chief, head, commander, president, chairman, chairwoman, chair, commander-in-chief, boss, ruler,
        king, queen, prime minister, premier, director, chief executive, secretary-general, secretary general,
        supreme leader, commandant, ringleader, emir, chieftain, warlord, governor, mayor, co-leader,
        governor-general, headman, headmistress, headmaster, manager, editor, prefect, rector, principal, elder,
        abbot, harbourmaster, team leader, night manager, commanding officer, commanding general, commissioner,
        general secretary, emperor, sultan, dictator
    """,
    "created": """
        founder, co-founder, cofounder, creator, founding father, founding member, founding leader, architect
    """,
    "member_of": """
        member, fighter, militant, spokesman, spokeswoman, spokesperson, official, minister, soldier, officer,
        activist, deputy, deputy leader, secretary, adviser, advisor, agent, envoy, ambassador, cadre, recruit,
        guerrilla, operative, delegate, representative, negotiator, treasurer, general, colonel, major, captain,
        lieutenant, admiral, sergeant, brigadier, foreign minister, interior minister, defence minister, defense
        minister, candidate, lawmaker, senator, lieutenant colonel, corporal, private, commodore, deputy
        commander, deputy chief, vice-president, vice president, vice-prefect, deputy mayor, teacher,
        schoolmaster, matron, mechanic, driver, office, council, youth league, bureau, company, regiment,
        squadron, detachment, directorate, lawyer, wing, arm, branch, cell, unit, brigade, battalion, affiliate,
        chapter, component, section, division, employee, youth wing, armed wing, military wing, political wing,
        press secretary, inspector, superintendent, director of, chief superintendent, judge, prosecutor, clerk,
        engineer, worker, gunman, bishop, pilot, chief of staff, professor, chief engineer, subsidiary, foreign
        secretary, defence secretary, defense secretary, finance minister, health minister, attorney,
        second-in-command, number two, veteran, steward, organiser, organizer, shop steward, chief negotiator,
        press officer, intelligence chief, member state, student, policeman, constable, warden, nurse, surgeon,
        doctor, secretary of state, police chief, army chief, researcher, analyst, lieutenant general, brigadier
        general, major general, deputy minister
    """,
    "allied_with": "ally, partner, confederate, coalition partner, accomplice, associate",
    "hostile_to": "enemy, foe, rival, adversary, opponent, arch-enemy, archrival, arch-rival, critic, nemesis",
    "succeeds": "successor, heir, successor organisation, replacement",
    "supports": """
        backer, supporter, sponsor, patron, protector, benefactor, sympathiser, sympathizer, champion
    """,
    "funds": "financier, funder, paymaster, main donor, financial backer, banker",
    "arms": "arms supplier, weapons supplier, armourer, quartermaster",
    "splits_from": """
        splinter, splinter group, offshoot, breakaway faction, breakaway group, splinter faction, breakaway
        wing, defector
    """,
}
"""What the one is to the other: "X, leader of B", "B's leader X"."""

INVERSE_ROLES: Final[dict[Predicate, str]] = {
    "succeeds": "predecessor, forerunner",
    "supports": "proxy, client, client state, protege, surrogate",
    "directs": "puppet, tool, stooge, instrument, henchman",
    "created": "creation, brainchild",
    "hosts": "guest",
}
"""Roles whose holder is the relation's object: "A's proxy, B"."""

TIES: Final[dict[Predicate, str]] = {
    "funds": "MONEY (?:for|of|to), financing of, payments? to, bankrolling of",
    "arms": "arming of, ARMS (?:supplies|deliveries|sales|shipments) to, supply of ARMS to",
    "trains": "training (?:of|for)",
    "supports": """
        support (?:for|of|to), backing (?:for|of), aid (?:to|for), assistance to, help (?:to|for), defence of,
        solidarity with, sponsorship of, sympathy for, patronage of, protection of
    """,
    "directs": "control (?:of|over), hold (?:on|over), orders to, command over, influence over",
    "leads": "leadership of, command of",
    "allied_with": """
        alliance (?:with|between), pact (?:with|between), ties (?:with|to|between), partnership
        (?:with|between), friendship (?:with|between), links (?:with|to|between), coalition (?:with|between)
    """,
    "coordinates_with": """
        coordination (?:with|between), co-ordination (?:with|between), cooperation (?:with|between),
        co-operation (?:with|between), collaboration (?:with|between), collusion (?:with|between), joint
        operations? (?:with|between)
    """,
    "meets": """
        meetings? (?:with|between), visits? to, contacts? (?:with|between), conversations? (?:with|between),
        phone calls? (?:with|to|between), encounters? (?:with|between), summit (?:with|between)
    """,
    "negotiates_with": """
        talks (?:with|between), negotiations? (?:with|between),
        (?:agreement|deal|truce|ceasefire|treaty|accord|armistice|peace|bargain) (?:with|between)
    """,
    "fights": """
        wars? (?:with|on|against|between), fighting (?:with|against|between), clash(?:es)? (?:with|between),
        battles? (?:with|against|between), fight (?:with|against|between), campaign against, struggle
        (?:with|against|between), combat (?:with|against|between), conflict (?:with|between), hostilities
        (?:with|against|between), insurgency against, uprising against, rebellion against, revolt against,
        skirmish(?:es)? (?:with|between), crackdown on, offensive against, firefights? (?:with|between), gun
        battles? (?:with|between)
    """,
    "attacks": """
        attacks? (?:on|against), assaults? (?:on|against), raids? (?:on|against), bombing of, shelling of,
        strikes? (?:on|against), airstrikes? (?:on|against), killing of, murder of, ambush of, assassination of,
        invasion of, persecution of, massacre of, abduction of, kidnapping of
    """,
    "hostile_to": """
        hostility (?:to|towards|between), enmity (?:with|towards|between), rivalry (?:with|between), hatred
        (?:of|for|between), feud (?:with|between), opposition to, quarrel (?:with|between), dispute
        (?:with|between), grudge against
    """,
    "sanctions": """
        sanctions (?:on|against), embargo (?:on|against), ban (?:on|of), blockade of, boycott of, blacklisting
        of
    """,
    "splits_from": "split (?:from|with), break (?:from|with), breakaway from, departure from, secession from",
    "hosts": "sheltering of, harbouring of, hosting of, hospitality (?:to|towards)",
    "infiltrates": "infiltration of, penetration of",
}
"""What stands between the two: "A's support for B", "fighting between A and B"."""

LIGHT: Final = """
    hold, have, begin, start, wage, enter, form, make, conclude, express, voice, pursue, declare, announce,
    continue, give, provide, offer, lend, sign, reach, conduct, open, resume, join, impose, launch, carry out,
    mount, stage, forge, maintain, engage in, be in, take part in, cut, sever, break off, end, halt, suspend,
    withdraw, build, strengthen, step up, renew, deepen, show, seek, propose, call for, demand, reject, rule
    out, refuse
"""
"""Verbs whose weight lies in the noun behind them: "launched an offensive against"."""

ENDING: Final = frozenset(("cut", "sever", "break off", "end", "halt", "suspend", "withdraw"))
"""Light verbs that say it was so, and no longer is."""

SOUGHT: Final = frozenset(("seek", "propose", "call for", "demand", "reject", "rule out", "refuse"))
"""Light verbs that do not say it is so."""

COMPOUNDS: Final[dict[Predicate, str]] = {
    "supports": "backed, supported, sponsored, aided, protected",
    "funds": "funded, financed, bankrolled, paid, subsidised, subsidized",
    "arms": "armed, equipped, supplied",
    "trains": "trained",
    "leads": "led, headed, commanded",
    "directs": "controlled, directed, run, dominated",
    "created": "founded, created, built, established",
    "allied_with": "allied, aligned, linked",
}
"""“A-backed B”: the second part of the compound."""
