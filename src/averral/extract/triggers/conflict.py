"""Words for fighting, taking people and things, pressure and dissent."""

from __future__ import annotations

from averral.extract.triggers.words import TriggerWords

__all__ = ["CONFLICT_WORDS"]

CONFLICT_WORDS = {
    "armed_clash": TriggerWords(
        verbs="""
            skirmish, exchange* fire, exchange* gunfire, exchange* shots, return* fire, do* battle, clash?, fight?,
            battle?, combat?, engage?, wage* war?
        """,
        nouns="""
            armed clash, firefight, gunfight, gun battle, gunbattle, shootout, shoot-out, skirmish, exchange* of fire,
            exchange* of gunfire, crossfire, fighting, pitched battle, armed confrontation, armed encounter,
            armed conflict, civil war, warfare, counteroffensive, clash?, battle?, combat?, war?, gunfire?, ambush?,
            offensive?, conflict?
        """,
        phrases="hostilities?",
    ),
    "territorial_capture": TriggerWords(
        verbs="""
            recapture, retake, overrun, conquer, annex, take* control of, seize* control of, gain* control of,
            regain* control of, wrest* control of, capture?, seize?, occupy?, liberate?, fall* to?, take* over?
        """,
        nouns="""
            recapture, conquest, annexation, territorial gain, territorial advance, land grab, capture?, occupation?,
            takeover?, advance?, liberation?
        """,
    ),
    "border_incident": TriggerWords(
        verbs="""
            violate* the airspace, violate* airspace, violate* the border, cross* the border?, intrude?, cross* into?
        """,
        nouns="""
            border incident, frontier incident, border clash, border skirmish, border violation, airspace violation,
            violation* of airspace, violation* of the airspace, cross-border attack, cross-border raid,
            cross-border fire, cross-border shelling, cross-border incursion, incursion?
        """,
    ),
    "ceasefire_violation": TriggerWords(
        verbs="""
            violate* the ceasefire, violate* the cease-fire, violate* a ceasefire, violate* the truce,
            break* the ceasefire, break* the cease-fire, break* a ceasefire, break* the truce, breach* the ceasefire,
            breach* the truce
        """,
        nouns="""
            ceasefire violation, cease-fire violation, truce violation, violation* of the ceasefire,
            violation* of the cease-fire, violation* of the truce, ceasefire breach, truce breach,
            breach* of the ceasefire, breach* of the cease-fire, breach* of the truce
        """,
    ),
    "kidnapping": TriggerWords(
        verbs="""
            kidnap, abduct, take* captive, hold* captive, hold* for ransom, spirit* away, snatch?, seize?, capture?,
            carry* off?, take* away?, whisk* away?
        """,
        nouns="""
            kidnapping, kidnap, abduction, mass abduction, mass kidnapping, kidnap attempt, kidnapping attempt,
            ransom demand, ransom?, captivity?, captive?
        """,
    ),
    "hostage_taking": TriggerWords(
        verbs="""
            take* hostage, take* hostages, take* as hostage, take* as hostages, hold* hostage, hold* hostages,
            hold* as hostages, seize* hostages, use* as human shields
        """,
        nouns="""
            hostage-taking, hostage-taker, hostage crisis, hostage situation, hostage drama, hostage siege,
            hostage incident, hostage standoff, hostage stand-off, hostage?, human shield?
        """,
    ),
    "hijacking": TriggerWords(
        verbs="hijack, carjack, skyjack, commandeer",
        nouns="""
            hijacking, hijack, hijacker, hijacking attempt, carjacking, skyjacking, air piracy, pirate attack,
            truck hijacking, plane hijacking, piracy?
        """,
    ),
    "robbery": TriggerWords(
        verbs="rob~, steal, burgle, mug~, shoplift, rustle* cattle, make* off with, hold* up?, extort?",
        nouns="""
            robbery, armed robbery, bank robbery, highway robbery, theft, burglary, heist, larceny, mugging,
            cattle raid, cattle rustling, bank raid, hold-up?, extortion?, banditry?
        """,
    ),
    "looting": TriggerWords(
        verbs="loot~, plunder, pillage, ransack, maraud",
        nouns="looting, plunder, pillage, plundering, pillaging, ransacking, looting spree, looter?, spoils of war?",
    ),
    "restriction": TriggerWords(
        verbs="""
            impose* a curfew, impose* a ban, impose* martial law, declare* martial law, impose* a state of emergency,
            declare* a state of emergency, censor~, outlaw~, ban?, restrict?, prohibit?, shut* down?, suspend?, block?
        """,
        nouns="""
            curfew, state* of emergency, state* of siege, martial law, emergency rule, emergency law, censorship,
            press ban, gag order, internet shutdown, internet blackout, news blackout, media blackout, ban?,
            restriction?, lockdown?, power cut?
        """,
    ),
    "blockade": TriggerWords(
        verbs="""
            blockade, barricade~, block* the road, block* the roads, block* roads, block* the highway, seal* off,
            cordon* off, seal* the border, close* the border, cut* off supplies, cut* off?
        """,
        nouns="""
            blockade, naval blockade, sea blockade, roadblock, road block, border closure, barricade?, checkpoint?,
            closure?, cordon?
        """,
    ),
    "siege": TriggerWords(
        verbs="besiege, encircle, lay* siege to, starve* out, surround?, ring?, trap?, cut* off?, close* in on?",
        nouns="siege, encirclement, siege warfare, siege tactic, standoff?, stand-off?",
        phrases="under siege",
    ),
    "forced_stoppage": TriggerWords(
        verbs="""
            call* an armed strike, declare* an armed strike, decree* an armed strike, order* shops to close,
            force* shops to close, force* businesses to close, paralyse* transport?, paralyze* transport?
        """,
        nouns="""
            armed strike, armed stoppage, armed work stoppage, forced work stoppage, forced stoppage, forced strike,
            forced shutdown, transport stoppage?, transportation stoppage?, transport strike?, transportation strike?,
            work stoppage?
        """,
    ),
    "protest": TriggerWords(
        verbs="""
            take* to the streets, picket, go* on hunger strike, stage* a protest, hold* a protest,
            stage* a demonstration, stage* a sit-in, hold* a demonstration, protest?, demonstrate?, rally?, march?,
            boycott?
        """,
        nouns="""
            protest, protest march, protest rally, street protest, mass protest, sit-in, hunger strike, picket line,
            vigil, protester, protestor, demonstration?, demonstrator?, rally?, march?, boycott?
        """,
    ),
    "riot": TriggerWords(
        verbs="""
            riot, run* riot, go* on the rampage, throw* stones, hurl* stones, pelt* with stones, scuffle, brawl,
            rampage?, clash?
        """,
        nouns="""
            riot, rioting, race riot, mob violence, street violence, communal violence, unrest, civil disorder,
            violent protest, violent demonstration, stone-throwing, melee, affray, brawl, scuffle, rioter,
            disturbance?, disorder?, rampage?, clash?
        """,
    ),
    "strike_action": TriggerWords(
        verbs="""
            go* on strike, come* out on strike, stage* a strike, call* a strike, call* a general strike, down* tools,
            walk* off the job, walk* out?, strike?
        """,
        nouns="""
            general strike, national strike, transport strike?, transportation strike?, industrial action,
            strike action, wildcat strike, walkout, hartal, bandh, lockout, labour strike, labor strike,
            work stoppage?, strike?
        """,
        phrases="on strike",
    ),
    "crackdown": TriggerWords(
        verbs="""
            crack* down, clamp* down, fire* tear gas, use* tear gas, fire* rubber bullets, use* water cannon,
            baton charge*, quell, charge* the crowd, disperse?, suppress?, put* down?, break* up?, round* up?
        """,
        nouns="""
            crackdown, clampdown, repression?, tear gas, water cannon, rubber bullet, baton charge, excessive force,
            police brutality, suppression?, dispersal?, purge?
        """,
    ),
    "uprising": TriggerWords(
        verbs="""
            revolt, mutiny, rebel~, rise* up, rise* in revolt, take* up arms, stage* an uprising, stage* a rebellion
        """,
        nouns="""
            uprising, rebellion, revolt, insurrection, insurgency, mutiny, intifada, armed struggle, guerrilla war,
            guerrilla warfare, popular uprising, armed rebellion, revolution?
        """,
    ),
    "sanction": TriggerWords(
        verbs="""
            impose* sanctions, slap* sanctions on, tighten* sanctions, blacklist, freeze* assets,
            freeze* the assets of, freeze* funds, cut* off aid, suspend* aid, halt* aid, sever* ties, cut* ties,
            break* off relations, sever* relations, sever* diplomatic relations, break* off diplomatic relations,
            recall* its ambassador, recall* the ambassador, withdraw* its ambassador, downgrade* relations, sanction?
        """,
        nouns="""
            economic sanction, trade sanction, arms embargo, trade embargo, oil embargo, embargo, asset freeze,
            aid freeze, aid cut, visa ban, trade ban, blacklisting, punitive measure, travel ban?, sanction?,
            boycott?, tariff?
        """,
        phrases="sanctions",
    ),
    "expulsion": TriggerWords(
        verbs="""
            expel, deport, banish, exile~, throw* out of the country, declare* persona non grata, evict?, send* back?,
            kick* out?, oust?
        """,
        nouns="""
            expulsion, mass expulsion, deportation, mass deportation, banishment, refoulement, forced return,
            forcible transfer, population transfer, removal order, pushback, eviction?, exile?
        """,
        phrases="persona non grata",
    ),
    "mobilization": TriggerWords(
        verbs="""
            mobilise?, rearm, call* up reservists, mass* troops, amass* troops, build* up forces, put* on alert,
            place* on alert, put* on high alert, go* on alert, call* up?, muster?, arm?
        """,
        nouns="""
            mobilisation?, general mobilisation, partial mobilisation, troop buildup, troop build-up, military buildup,
            military build-up, state* of alert, combat readiness, war footing, high alert?, call-up?
        """,
        phrases="on high alert, on full alert",
    ),
    "recruitment": TriggerWords(
        verbs="""
            recruit~, enlist, conscript~, enrol, enroll, press gang*, join* the ranks of, join* the army,
            swear* allegiance, pledge* allegiance, radicalise, join?, sign* up?, draft?, volunteer?
        """,
        nouns="""
            recruitment, conscription, enlistment, forced recruitment, child recruitment, recruitment drive,
            recruiting, radicalisation, pledge* of allegiance, recruit?, draft?, child soldier?
        """,
    ),
    "military_exercise": TriggerWords(
        verbs="""
            test fire*, test launch*, flight test*, hold* exercises, stage* exercises, conduct* exercises,
            hold* manoeuvres, hold* maneuvers, parade?, drill?
        """,
        nouns="""
            military exercise, military drill, naval exercise, naval drill, joint exercise, live-fire exercise,
            war game, wargame, military manoeuvre, military maneuver, missile test, nuclear test, weapons test,
            test launch, military parade, show* of force, drill?, manoeuvre?, maneuver?, parade?
        """,
    ),
    "disinformation": TriggerWords(
        verbs="spread* disinformation, spread* misinformation, spread* fake news, spread* false rumours, fabricate?",
        nouns="""
            disinformation, misinformation, fake news, disinformation campaign, influence operation,
            influence campaign, smear campaign, propaganda campaign, information operation, troll farm, hoax,
            propaganda?, false flag?, fabrication?, deepfake?
        """,
    ),
}
