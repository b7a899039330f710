"""Words for help, easing and movement."""

from __future__ import annotations

from averral.extract.triggers.words import TriggerWords

__all__ = ["COOPERATION_WORDS"]

COOPERATION_WORDS = {
    "support": TriggerWords(
        verbs="""
            provide* support, give* support, lend* support, give* refuge to, give* sanctuary to, provide* refuge,
            provide* shelter, aid* and abet, abet, sponsor~, support?, assist?, help?, supply?, provide?, equip?,
            give?, harbour?, harbor?, shelter?, back?
        """,
        nouns="""
            assistance, sponsorship, state sponsorship, material support, logistical support, logistic support,
            military support, military assistance, military aid, safe haven, support?, backing?, sanctuary?, asylum?
        """,
    ),
    "aid": TriggerWords(
        verbs="""
            distribute* food, distribute* aid, deliver* aid, deliver* food, deliver* relief, provide* relief,
            provide* aid, airdrop, donate, airlift?
        """,
        nouns="""
            humanitarian aid, humanitarian assistance, relief aid, relief effort, relief operation, relief convoy,
            aid convoy, aid delivery, aid shipment, aid package, food aid, medical aid, food distribution,
            emergency relief, development aid, economic aid, reconstruction aid, aid?, relief?, donation?
        """,
        phrases="relief supplies",
    ),
    "arms_transfer": TriggerWords(
        verbs="""
            supply* arms, supply* weapons, ship* arms, ship* weapons, deliver* arms, deliver* weapons, provide* arms,
            provide* weapons, send* arms, send* weapons, sell* arms, sell* weapons, smuggle* arms, smuggle* weapons,
            arm?
        """,
        nouns="""
            arms shipment, arms delivery, arms sale, arms deal, arms transfer, arms supply, arms export, arms trade,
            arms trafficking, arms smuggling, weapons shipment, weapons delivery, weapons sale, weapons supply,
            weapons transfer, weapons smuggling, weapons trade, gunrunning
        """,
    ),
    "funding": TriggerWords(
        verbs="""
            fund~, finance~, bankroll~, subsidise, provide* funds, provide* funding, channel* money, channel* funds,
            transfer* money, raise* money, raise* funds, pay?, launder* money?
        """,
        nouns="""
            funding, financing, financial support, financial assistance, financial aid, money transfer,
            terrorist financing, fundraising, fund-raising, subsidy, slush fund, grant?, payment?, loan?,
            money laundering?
        """,
    ),
    "training": TriggerWords(
        verbs="""
            provide* training, give* training, receive* training, undergo* training, train~, mentor~, instruct?,
            drill?, teach?, coach?
        """,
        nouns="""
            training, military training, weapons training, combat training, training camp, training course,
            training session, training programme, training program, indoctrination, instruction?
        """,
    ),
    "cooperation": TriggerWords(
        verbs="""
            cooperate, co operate*, join* forces, team* up, share* intelligence, exchange* intelligence,
            share* information, collaborate?, coordinate?, work* together?, ally?
        """,
        nouns="""
            cooperation, co-operation, joint operation, joint patrol, joint action, intelligence sharing,
            collaboration?, alliance?, partnership?, coordination?
        """,
    ),
    "release": TriggerWords(
        verbs="""
            set* free, pardon~, parole~, grant* amnesty, grant* an amnesty, grant* a pardon, release?, free?,
            let* go?, liberate?, hand* over?, exchange?, swap?
        """,
        nouns="""
            prisoner release, prisoner exchange, prisoner swap, exchange* of prisoners, release* of prisoners,
            release* of hostages, hostage release, amnesty, clemency, freeing, release?, pardon?, parole?, liberation?
        """,
    ),
    "rescue": TriggerWords(
        verbs="rescue, extricate, bring* to safety, pluck* to safety, pull* from the rubble, save?, free?, evacuate?",
        nouns="""
            rescue, rescue operation, rescue mission, rescue effort, rescue attempt, hostage rescue,
            search and rescue, medical evacuation, rescuer?, evacuation?, airlift?
        """,
    ),
    "surrender": TriggerWords(
        verbs="""
            surrender, capitulate, defect~, disarm, disband, demobilise, lay* down arms, lay* down their arms,
            lay* down weapons, lay* down their weapons, hand* in weapons, hand* over weapons, give* up arms,
            give* themselves up, decommission?
        """,
        nouns="""
            surrender, capitulation, defection, disarmament, demobilisation, disbandment, weapons handover,
            decommissioning?
        """,
    ),
    "movement": TriggerWords(
        verbs="""
            travel~, arrive, depart, go?, come?, move?, leave?, return?, enter?, cross?, reach?, head?, drive?, walk?,
            fly?, bring?, carry?, transport?, transfer?, send?, deliver?, approach?, flee?
        """,
        nouns="""
            arrival, departure, journey, trip?, travel?, movement?, crossing?, transfer?, transport?, return?,
            shipment?, delivery?, convoy?
        """,
    ),
    "deployment": TriggerWords(
        verbs="""
            deploy, redeploy, station~, send* troops, send* forces, send* in troops, send* reinforcements,
            send* peacekeepers, dispatch* troops, dispatch* forces, move* troops, move* in troops, set* up a base,
            establish* a base, dispatch?, post?
        """,
        nouns="""
            deployment, redeployment, troop deployment, troop movement, troop surge, peacekeeping mission,
            military presence, reinforcement?, peacekeeping force?, military base?, garrison?
        """,
    ),
    "withdrawal": TriggerWords(
        verbs="""
            retreat, pull* out, pull* back, fall* back, withdraw* troops, withdraw* forces, withdraw* its troops,
            withdraw* its forces, pull* its troops out, withdraw?, vacate?, abandon?, leave?, evacuate?, hand* over?
        """,
        nouns="""
            withdrawal, retreat, pullout, pull-out, pullback, pull-back, troop withdrawal, troop pullout,
            withdrawal* of troops, withdrawal* of forces, drawdown, evacuation?, handover?
        """,
    ),
    "escape": TriggerWords(
        verbs="""
            escape, abscond, elude, break* out of prison, break* out of jail, run* away, slip* away, evade* capture,
            make* good their escape, go* into hiding, get* away?, evade?, flee?
        """,
        nouns="""
            escape, prison break, jailbreak, jail break, prison escape, prison breakout, escape attempt, getaway,
            breakout?, fugitive?, flight?
        """,
    ),
}
