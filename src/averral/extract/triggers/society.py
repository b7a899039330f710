"""Words for law, politics, what befalls people, and disasters."""

from __future__ import annotations

from averral.extract.triggers.words import TriggerWords

__all__ = ["SOCIETY_WORDS"]

SOCIETY_WORDS = {
    "investigation": TriggerWords(
        verbs="""
            investigate, interrogate, inspect, probe~, open* an investigation, launch* an investigation,
            open* an inquiry, launch* an inquiry, carry* out an investigation, look* into?, question?, inquire?,
            examine?, search?, monitor?
        """,
        nouns="""
            investigation, inquiry, enquiry, probe, inspection, interrogation, inquest, autopsy, post-mortem,
            commission* of inquiry, fact-finding mission, forensic examination, scrutiny?, surveillance?, audit?,
            examination?
        """,
    ),
    "arrest": TriggerWords(
        verbs="""
            arrest, detain, apprehend, imprison, incarcerate, jail~, take* into custody, hold* in custody,
            remand* in custody, place* under arrest, put* under arrest, place* under house arrest, put* behind bars,
            turn* himself in, give* himself up, intern?, round* up?, capture?, nab?, hold?, pick* up?
        """,
        nouns="""
            arrest, mass arrest, house arrest, arrest warrant, detention, administrative detention,
            preventive detention, pre-trial detention, police custody, imprisonment, incarceration, internment,
            roundup, custody?, capture?
        """,
        phrases="under arrest, in custody, behind bars",
    ),
    "seizure": TriggerWords(
        verbs="""
            confiscate, impound, expropriate, nationalise, requisition~, seize* weapons, seize* arms, seize* drugs,
            seize* assets, uncover* an arms cache, find* an arms cache, discover* an arms cache, seize?, recover?,
            intercept?
        """,
        nouns="""
            seizure, confiscation, expropriation, arms cache, weapons cache, cache* of arms, cache* of weapons,
            arms haul, arms seizure, weapons seizure, drug seizure, drugs seizure, drug bust, haul?, forfeiture?
        """,
    ),
    "trial": TriggerWords(
        verbs="""
            prosecute, indict, arraign, extradite, court martial*, put* on trial, stand* trial, go* on trial,
            bring* to trial, bring* to justice, press* charges, bring* charges, file* charges, take* to court,
            plead* guilty, plead* not guilty, appear* in court, appear* before a judge, try?, charge?, sue?
        """,
        nouns="""
            trial, prosecution, indictment, arraignment, extradition, court hearing, court case, court appearance,
            court-martial, lawsuit, criminal charge, show trial, murder trial, war crimes trial, hearing?, charge?,
            tribunal?, appeal?
        """,
        phrases="legal proceedings",
    ),
    "sentence": TriggerWords(
        verbs="""
            sentence~, convict~, find* guilty, sentence* to death, condemn* to death, hand* down a sentence,
            hand* down a verdict, fine?
        """,
        nouns="""
            death sentence, life sentence, life imprisonment, life term, prison sentence, prison term, jail sentence,
            jail term, suspended sentence, guilty verdict, court ruling, conviction?, sentence?, verdict?, ruling?,
            judgment?, death penalty?, fine?
        """,
    ),
    "acquittal": TriggerWords(
        verbs="""
            acquit, exonerate, absolve, find* not guilty, clear* of charges, clear* of all charges, drop* charges,
            drop* the charges, dismiss* the charges, dismiss* the case, throw* out the case, quash* the conviction,
            overturn* the conviction, overturn* the verdict, release* on bail, free* on bail
        """,
        nouns="acquittal, exoneration, not-guilty verdict, dismissal of charges, dismissal of the case, bail?",
    ),
    "death": TriggerWords(
        verbs="""
            die, perish, drown, lose* his life, lose* her life, lose* their lives, pass* away, fall* dead,
            bleed* to death, burn* to death, freeze* to death, starve* to death, claim* the lives of, claim* lives,
            succumb?, kill?
        """,
        nouns="death, death toll, fatality, loss* of life, demise, mortality, casualty?, toll?, starvation?, suicide?",
        phrases="dead?",
    ),
    "discovery_of_bodies": TriggerWords(
        verbs="""
            exhume, find* dead, find* bodies, find* the body of, find* the bodies of, discover* bodies,
            discover* the body of, discover* the bodies of, recover* bodies, recover* the body of,
            recover* the bodies of, unearth?
        """,
        nouns="""
            mass grave, unmarked grave, clandestine grave, secret grave, exhumation, discovery* of bodies,
            discovery* of the bodies, discovery* of the body, burial site?, corpse?, dead body?
        """,
        phrases="human remains",
    ),
    "injury": TriggerWords(
        verbs="""
            injure, wound~, maim, cripple, scald, disfigure, suffer* injuries, sustain* injuries, suffer* wounds,
            sustain* wounds, hurt?, harm?, burn?, poison?
        """,
        nouns="""
            injury, head injury, bullet wound, gunshot wound, stab wound, shrapnel wound, fracture, wound?, casualty?,
            illness?
        """,
    ),
    "displacement": TriggerWords(
        verbs="""
            displace, uproot, flee* their homes, flee* the fighting, flee* the violence, leave* their homes,
            abandon* their homes, force* from their homes, drive* from their homes, seek* refuge, take* refuge,
            run* for their lives, flee?, evacuate?, take* shelter?
        """,
        nouns="""
            displacement, forced displacement, mass displacement, internal displacement, exodus, mass flight,
            influx* of refugees, refugee influx, displaced person, internally displaced person, refugee?, evacuation?,
            flight?
        """,
        phrases="internally displaced",
    ),
    "disappearance": TriggerWords(
        verbs="disappear, vanish, go* missing, report* missing, list* as missing, lose* contact with?",
        nouns="""
            disappearance, enforced disappearance, forced disappearance, missing person, missing people,
            missing child, missing soldier
        """,
        phrases="unaccounted for, the disappeared, whereabouts unknown, missing?",
    ),
    "election": TriggerWords(
        verbs="""
            elect, re elect*, go* to the polls, cast* ballots, cast* a ballot, cast* votes, hold* elections,
            hold* an election, hold* a referendum, win* the election, run* for president, run* for office, vote?
        """,
        nouns="""
            election, by-election, presidential election, parliamentary election, general election, local election,
            election campaign, referendum, plebiscite, runoff, run-off, polling day, voter turnout, vote count, poll?,
            ballot?, vote?
        """,
    ),
    "appointment": TriggerWords(
        verbs="""
            appoint, nominate, swear* in, take* office, assume* office, take* the oath of office, take* up the post,
            inaugurate?, promote?, name?, designate?, install?
        """,
        nouns="""
            appointment, nomination, swearing-in, swearing-in ceremony, oath* of office, inauguration?, promotion?,
            installation?
        """,
    ),
    "resignation": TriggerWords(
        verbs="""
            resign, abdicate, impeach, step* down, step* aside, stand* down, leave* office, remove* from office,
            hand* in his resignation, tender* his resignation, relieve* of command, relieve* of duty, quit?, dismiss?,
            sack?, fire?, oust?, depose?
        """,
        nouns="""
            resignation, impeachment, abdication, removal* from office, vote* of no confidence, no-confidence vote,
            dismissal?, sacking?, ouster?
        """,
    ),
    "coup": TriggerWords(
        verbs="""
            overthrow, topple, usurp, seize* power, stage* a coup, mount* a coup, attempt* a coup, plot* a coup,
            take* power?, oust?, depose?, unseat?
        """,
        nouns="""
            coup, coup* d'etat, coup attempt, coup plot, military coup, palace coup, self-coup, military takeover,
            putsch, overthrow, power grab, seizure* of power, ouster?, junta?
        """,
    ),
    "disaster": TriggerWords(
        verbs="flood~, inundate, make* landfall, burst* its banks, submerge?, erupt?",
        nouns="""
            disaster, natural disaster, earthquake, quake, flood, flooding, hurricane, cyclone, typhoon, tornado,
            tsunami, landslide, mudslide, avalanche, drought, famine, epidemic, pandemic, wildfire, forest fire,
            volcanic eruption, catastrophe?, storm?, fire?, blaze?, outbreak?
        """,
    ),
    "accident": TriggerWords(
        verbs="collide, capsize, run* aground, catch* fire, crash land*, crash?, collapse?, sink?, overturn?, derail?",
        nouns="""
            accident, road accident, traffic accident, car accident, car crash, plane crash, air crash, train crash,
            helicopter crash, collision, shipwreck, building collapse, mine collapse, derailment, stampede, gas leak,
            gas explosion, friendly fire, crash?, collapse?, leak?
        """,
    ),
}
