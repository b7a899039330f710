"""Words for attack and its kinds."""

from __future__ import annotations

from averral.extract.triggers.words import TriggerWords

__all__ = ["ATTACK_WORDS"]

ATTACK_WORDS = {
    "attack": TriggerWords(
        verbs="""
            attack, assail?, carry* out an attack, launch* an attack, mount* an attack, stage* an attack,
            come* under attack, come* under fire, shoot* down, ambush?, target?, retaliate?, strike?, hit?, storm?,
            assault?
        """,
        nouns="""
            attack, terrorist act, act* of terror, act* of terrorism, act* of violence, counterattack, onslaught,
            atrocity?, assault?, offensive?, retaliation?, reprisal?, revenge?, ambush?, strike?, terrorism?,
            violence?
        """,
        phrases="under attack, under fire?",
    ),
    "bombing": TriggerWords(
        verbs="""
            blow* up, dynamite~, detonate, plant* a bomb, throw* a bomb, plant* explosives, throw* a grenade,
            hurl* a grenade, throw* explosives, hurl* explosives, bomb explode*, bombs explode*, device explode*,
            bomb go* off, set* off a bomb, bomb?, explode?, go* off?, set* off?, blast?
        """,
        nouns="""
            bombing, bomb attack, bomb blast, bomb explosion, car bomb, car bombing, truck bomb, roadside bomb,
            roadside bombing, parcel bomb, letter bomb, grenade attack, dynamite attack, improvised explosive device,
            ied, bomb?, blast?, explosion?, explosive device?, detonation?
        """,
    ),
    "suicide_bombing": TriggerWords(
        verbs="""
            blow* himself up, blow* herself up, blow* themselves up, detonate* his vest, detonate* her vest,
            detonate* his explosives, detonate* her explosives, detonate* an explosive vest
        """,
        nouns="""
            suicide bombing, suicide attack, suicide bomb, suicide blast, suicide bomber, suicide attacker,
            suicide car bomb, suicide car bombing, suicide truck bomb, suicide assault, suicide vest, suicide belt,
            explosive vest, explosive belt, human bomb, martyrdom operation, suicide mission?
        """,
    ),
    "mine_explosion": TriggerWords(
        verbs="""
            step* on a mine, step* on a landmine, hit* a mine, hit* a landmine, hit* a land mine, strike* a mine,
            strike* a landmine, run* over a mine, drive* over a mine, trigger* a mine, trigger* a booby trap
        """,
        nouns="""
            mine explosion, landmine explosion, land mine explosion, mine blast, landmine blast, land mine blast,
            landmine?, land mine?, antipersonnel mine?, anti-personnel mine?, anti-tank mine?, booby trap?,
            unexploded ordnance?
        """,
    ),
    "air_strike": TriggerWords(
        verbs="drop* bombs, drop* a bomb, drop* barrel bombs, strafe, carpet bomb*, bomb?, bombard?",
        nouns="""
            air strike, airstrike, air raid, air attack, aerial attack, aerial bombing, aerial bombardment,
            air bombardment, bombing raid, bombing run, helicopter attack, carpet bombing, strafing, strafing run,
            barrel bomb, air campaign?, bombing campaign?, sortie?, warplane?
        """,
    ),
    "drone_strike": TriggerWords(
        verbs="send* drones, launch* drones, fire* drones",
        nouns="""
            drone strike, drone attack, drone raid, drone bombing, uav strike, uav attack, kamikaze drone,
            suicide drone, explosive drone, attack drone, loitering munition, sea drone, naval drone, drone swarm,
            drone hit, drone?
        """,
    ),
    "shelling": TriggerWords(
        verbs="""
            shell~, mortar~, fire* shells, fire* mortars, fire* rockets, fire* artillery, rain* shells, lob* shells,
            bombard?, pound?, pummel?
        """,
        nouns="""
            shelling, mortar attack, mortar fire, mortar round, mortar shell, artillery attack, artillery fire,
            artillery strike, artillery barrage, artillery bombardment, artillery shell, rocket attack, rocket fire,
            rocket barrage, shell fire, tank fire, cannonade, bombardment?, barrage?, salvo?, mortar?
        """,
    ),
    "missile_strike": TriggerWords(
        verbs="fire* a missile, fire* missiles, fire* ballistic missiles, launch* a missile?, launch* missiles?",
        nouns="""
            missile strike, missile attack, missile barrage, missile salvo, missile hit, missile fire, rocket strike,
            missile?, ballistic missile?, cruise missile?, guided missile?, missile launch?
        """,
    ),
    "chemical_attack": TriggerWords(
        verbs="gas~, poison?",
        nouns="""
            chemical attack, chemical weapons attack, gas attack, poison gas attack, chlorine attack, sarin attack,
            nerve gas attack, biological attack, nerve agent attack, poison gas?, nerve gas?, nerve agent?, sarin?,
            mustard gas?, chemical weapon?, poisoning?
        """,
    ),
    "shooting": TriggerWords(
        verbs="""
            open* fire, gun* down, shoot* dead, shoot* to death, shoot* and kill, shoot* at, machine gun*~,
            fire* shots, fire* on~, fire* upon, fire* at~, fire* into~, spray* with bullets, shoot?, fire?
        """,
        nouns="""
            shooting, drive-by shooting, mass shooting, gun attack, shooting attack, sniper fire, sniper attack,
            machine-gun attack, machine-gun fire, gunshot?, gunfire?, shot?, volley?
        """,
    ),
    "assault": TriggerWords(
        verbs="""
            beat* up, rough* up, stab~, lynch~, bludgeon, manhandle, club~, beat?, hack?, slash?, punch?, kick?,
            slap?, assault?
        """,
        nouns="""
            beating, stabbing, knife attack, machete attack, acid attack, lynching, mob attack, physical assault,
            physical attack, grievous bodily harm, assault?, battery?
        """,
    ),
    "killing": TriggerWords(
        verbs="""
            murder, slay, put* to the sword, slit* the throat of, slit* the throats of, take* the life of, strangle,
            stab* to death, beat* to death, hack* to death, finish* off?, kill?, butcher?
        """,
        nouns="""
            killing, murder, homicide, manslaughter, slaying, femicide, honour killing, honor killing,
            revenge killing, double murder, triple murder, attempted murder, murder attempt, bloodshed?, death squad?
        """,
    ),
    "assassination": TriggerWords(
        verbs="assassinate, attempt* to assassinate, attempt* on the life of, liquidate?, eliminate?, take* out?",
        nouns="""
            assassination, assassination attempt, assassination plot, assassination bid, attempt* on the life of,
            attempt* on his life, attempt* on her life, attempt* against the life of, political killing,
            political murder, targeted killing, contract killing, contract murder, liquidation?, murder plot?
        """,
    ),
    "massacre": TriggerWords(
        verbs="massacre, exterminate, mow* down, slaughter?, wipe* out?, annihilate?",
        nouns="""
            massacre, mass killing, mass murder, genocide, ethnic cleansing, pogrom, butchery, mass slaughter,
            extermination, slaughter?, bloodbath?, carnage?, crime* against humanity?, war crime?
        """,
    ),
    "execution": TriggerWords(
        verbs="""
            behead, decapitate, put* to death, summarily execute*, execute* summarily, shoot* by firing squad,
            send* to the gallows, execute?, hang?
        """,
        nouns="""
            summary execution, extrajudicial execution, extra-judicial execution, extrajudicial killing,
            extra-judicial killing, arbitrary execution, mass execution, public execution, beheading, decapitation,
            firing squad, lethal injection, execution?, hanging?
        """,
    ),
    "arson": TriggerWords(
        verbs="""
            set* fire to, set* ablaze, set* alight, set* on fire, burn* down, burn* to the ground, torch~, firebomb~,
            set* fires, throw* molotov cocktails, throw* petrol bombs, burn?, ignite?
        """,
        nouns="""
            arson, arson attack, firebombing, fire bombing, firebomb, petrol bomb, molotov cocktail,
            incendiary attack, incendiary bomb, incendiary device, torching, burning?
        """,
        phrases="on fire?, ablaze?",
    ),
    "sabotage": TriggerWords(
        verbs="sabotage, cut* power lines, cut* telephone lines, derail?, knock* out?, tamper* with?, disable?",
        nouns="""
            sabotage, act* of sabotage, sabotage attack, sabotage campaign, economic sabotage, sabotage operation,
            attack* on infrastructure, pipeline attack, saboteur?, tampering?
        """,
    ),
    "destruction": TriggerWords(
        verbs="""
            destroy, demolish, raze, vandalise, desecrate, deface, bulldoze, flatten, reduce* to rubble,
            lay* waste to, wreck?, damage?, devastate?, smash?, level?, ruin?, tear* down?
        """,
        nouns="""
            demolition, vandalism, desecration, property damage, scorched earth, destruction of property,
            destruction?, damage?, devastation?
        """,
    ),
    "sexual_violence": TriggerWords(
        verbs="rape, gang rape*, molest, sexually assault*, sexually abuse*, sexually attack*, sexually harass*?",
        nouns="""
            rape, gang rape, sexual assault, sexual violence, sexual abuse, sexual attack, sex attack, sexual slavery,
            sexual exploitation, sex crime, forced prostitution, forced marriage?, sexual harassment?
        """,
    ),
    "torture": TriggerWords(
        verbs="torture, maltreat, ill treat*, waterboard, subject* to torture, electrocute?, mistreat?, abuse?, flog?",
        nouns="""
            torture, ill-treatment, maltreatment, waterboarding, inhumane treatment, inhuman treatment,
            torture session, electric shock?, mistreatment?, degrading treatment?, abuse?, brutality?, flogging?
        """,
    ),
    "raid": TriggerWords(
        verbs="raid, storm?, burst* into?, break* into?, force* their way into?, swoop* on?, search?",
        nouns="""
            raid, night raid, dawn raid, police raid, commando raid, house search, house-to-house search,
            search operation, search-and-sweep operation, sweep?, swoop?, foray?, incursion?
        """,
    ),
    "cyber_attack": TriggerWords(
        verbs="hack* into, hack?, breach?",
        nouns="""
            cyber attack, cyberattack, hacking, hacking attack, phishing attack, ransomware attack, ddos attack,
            denial-of-service attack, data breach, cyber espionage, cyber operation, website defacement, ransomware?,
            malware?, computer virus?, security breach?
        """,
    ),
}
