"""Words for statements, threats, demands, meetings and agreements."""

from __future__ import annotations

from averral.extract.triggers.words import TriggerWords

__all__ = ["TALK_WORDS"]

TALK_WORDS = {
    "statement": TriggerWords(
        verbs="""
            say, tell, announce, deny, accuse, allege, assert, confirm, blame, condemn, denounce, criticise, insist,
            disclose, testify, remark~, claim* responsibility, deny* responsibility, accept* responsibility, claim?,
            report?, state?, declare?, admit?, argue?, warn?, add?, call?, mention?, note?, inform?
        """,
        nouns="""
            statement, announcement, accusation, allegation, denial, claim* of responsibility, press conference,
            communique, criticism
        """,
    ),
    "threat": TriggerWords(
        verbs="""
            threaten, menace~, intimidate, blackmail, vow* revenge, swear* revenge, vow* retaliation,
            vow* to retaliate, issue* a threat, issue* threats, warn?
        """,
        nouns="""
            death threat, bomb threat, threat* of force, threat* of violence, threatening letter, threatening message,
            threatening call, intimidation, blackmail, saber-rattling, sabre-rattling, threat?, menace?, warning?
        """,
    ),
    "ultimatum": TriggerWords(
        verbs="""
            issue* an ultimatum, give* an ultimatum, deliver* an ultimatum, set* an ultimatum, set* a deadline,
            give* a deadline
        """,
        nouns="ultimatum, final warning, last warning, final demand, final deadline, deadline?, last chance?",
        phrases="or face the consequences",
    ),
    "demand": TriggerWords(
        verbs="""
            demand~, press* for, put* pressure on, pressure~, order?, insist* on?, call* on?, require?, instruct?,
            command?, summon?, compel?
        """,
        nouns="list* of demands, set* of demands, demand?, order?, pressure?, precondition?, instruction?",
    ),
    "appeal": TriggerWords(
        verbs="""
            urge, call* for, call* upon, plead* with, plead* for, beg, implore, beseech, petition, call?, exhort,
            solicit, issue* an appeal, make* an appeal, request, appeal?, ask?, call* on?, invite?, seek?
        """,
        nouns="""
            request, plea, petition, entreaty, call* for, urgent appeal, joint appeal, open letter, appeal?,
            invitation?
        """,
    ),
    "rejection": TriggerWords(
        verbs="""
            reject, refuse, rebuff, spurn, veto, repudiate, turn* down, rule* out, defy, walk* out of talks,
            pull* out of talks, call* off talks, break* off talks, decline?, oppose?, boycott?
        """,
        nouns="rejection, refusal, veto, rebuff, repudiation, defiance, boycott?, opposition?",
    ),
    "meeting": TriggerWords(
        verbs="""
            hold* talks, hold* a meeting, hold* a summit, have* talks, meet* with, sit* down with, discuss,
            speak* by telephone, speak* by phone, meet?, confer?, communicate?, consult?, convene?, gather?
        """,
        nouns="""
            meeting, bilateral meeting, emergency meeting, closed-door meeting, summit meeting, phone call,
            telephone call, discussion, telephone conversation, conversation?, summit?, conference?, consultation?,
            dialogue?, dialog?
        """,
        phrases="talks?",
    ),
    "negotiation": TriggerWords(
        verbs="""
            negotiate, mediate, hold* negotiations, enter* into negotiations, open* negotiations,
            resume* negotiations, open* talks, resume* talks, broker?, bargain?
        """,
        nouns="""
            negotiation, mediation, peace talk, peace negotiation, peace process, peace conference, peace dialogue,
            ceasefire talk, truce talk, round* of talks, shuttle diplomacy, bargaining?, dialogue?, dialog?
        """,
        phrases="talks?",
    ),
    "visit": TriggerWords(
        verbs="""
            pay* a visit, pay* an official visit, arrive* on a visit, begin* a visit, visit?, tour?, host?, welcome?
        """,
        nouns="""
            visit, state visit, official visit, working visit, goodwill visit, field visit, courtesy call,
            visiting delegation, diplomatic mission?, tour?
        """,
    ),
    "agreement": TriggerWords(
        verbs="""
            sign* an agreement, sign* a treaty, sign* an accord, sign* a deal, sign* a pact, reach* an agreement,
            reach* a deal, reach* a settlement, strike* a deal, conclude* a treaty, come* to terms, ratify, agree?,
            sign?, accede?
        """,
        nouns="""
            agreement, accord, treaty, pact, peace agreement, peace accord, peace deal, peace treaty,
            memorandum* of understanding, joint declaration, framework agreement, ratification, power-sharing deal,
            deal?, settlement?, protocol?, signing?, compromise?
        """,
    ),
    "ceasefire": TriggerWords(
        verbs="""
            cease* hostilities, halt* hostilities, suspend* hostilities, end* hostilities, stop* fighting,
            declare* a ceasefire, declare* a cease-fire, declare* a truce, observe* a ceasefire, observe* a truce
        """,
        nouns="""
            ceasefire, cease-fire, truce, armistice, cessation* of hostilities, suspension* of hostilities,
            end* to hostilities, end* to the fighting, halt* to the fighting, humanitarian pause, lull?
        """,
    ),
    "pledge": TriggerWords(
        verbs="""
            pledge, promise, give* assurances, give* an assurance, make* a commitment, make* a promise,
            make* a pledge, vow?, commit* to?, offer?, guarantee?, undertake?, swear?
        """,
        nouns="pledge, promise, assurance, pledge* of support, commitment?, vow?, offer?, guarantee?",
    ),
    "endorsement": TriggerWords(
        verbs="""
            endorse, express* support, express* solidarity, voice* support, throw* its weight behind, side* with~,
            grant* recognition, recognise* the independence of, recognise?, back?, hail?
        """,
        nouns="""
            endorsement, diplomatic recognition, show* of support, expression* of support, message* of solidarity,
            vote* of confidence, diplomatic support, political support, solidarity?, backing?
        """,
    ),
    "concession": TriggerWords(
        verbs="""
            give* in, back* down, relent, bow* to, make* concessions, meet* the demands, lift* the ban,
            lift* the curfew, lift* the siege, lift* the blockade, lift* sanctions, lift* restrictions,
            lift* the state of emergency, ease* sanctions, ease* restrictions, grant* access, apologise,
            offer* an apology, concede?, yield?, give* way?
        """,
        nouns="concession, apology, lifting of sanctions, easing of restrictions, climbdown, concessions, compromise?",
    ),
}
