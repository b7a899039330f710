"""Given names that stand for each other: the commonest short forms, and one name in neighbouring languages.

A small table on purpose: only pairs that print uses for one and the same person as a matter of course.
"""

from __future__ import annotations

__all__ = ["find_full_names"]

_SHORT_FORMS = """
    abby:abigail al:albert,alan,alexander alex:alexander alejandro:alexander andy:andrew art:arthur barb:barbara
    ben:benjamin bernie:bernard bert:albert beth:elizabeth betty:elizabeth bill:william billy:william bob:robert
    bobby:robert brad:bradley charlie:charles chris:christopher,christian chuck:charles dan:daniel danny:daniel
    dave:david debbie:deborah dick:richard don:donald doug:douglas drew:andrew ed:edward,edmund eddie:edward
    fred:frederick gabe:gabriel gerry:gerald,gerard greg:gregory hal:harold hank:henry harry:henry,harold jack:john
    jake:jacob jeff:jeffrey jen:jennifer jenny:jennifer jerry:gerald,jerome jim:james jimmy:james joe:joseph
    joey:joseph johnny:john jon:jonathan josh:joshua kate:katherine kathy:katherine katie:katherine ken:kenneth
    larry:lawrence leo:leonard liz:elizabeth lou:louis maggie:margaret matt:matthew max:maximilian meg:margaret
    mick:michael mickey:michael mike:michael mitch:mitchell nat:nathaniel nate:nathan ned:edward nick:nicholas
    pam:pamela pat:patrick,patricia peggy:margaret pete:peter phil:philip ray:raymond rich:richard rick:richard
    rob:robert ron:ronald sam:samuel,samantha sandy:alexander steve:stephen stu:stuart sue:susan susie:susan
    ted:edward,theodore terry:terence theo:theodore tim:timothy toby:tobias tom:thomas tommy:thomas tony:anthony
    val:valerie vic:victor vince:vincent walt:walter wendy:gwendolyn will:william zach:zachary geoff:geoffrey
    jeffery:jeffrey steven:stephen jonny:jonathan tricia:patricia vicky:victoria paco:francisco pancho:francisco
    pepe:jose nacho:ignacio beto:alberto memo:guillermo lalo:eduardo quique:enrique sasha:alexander kolya:nikolai
    misha:mikhail volodya:vladimir dima:dmitri kostya:konstantin zhenya:evgeny
"""
_SAME_NAMES = """
    volodymyr:vladimir uladzimir:vladimir wladimir:vladimir oleksandr:alexander aleksandr:alexander
    aleksander:alexander aliaksandr:alexander mykola:nikolai mikalai:nikolai nikolay:nikolai serhiy:sergei
    serhii:sergei siarhei:sergei sergey:sergei andriy:andrei andrii:andrei andrey:andrei dmytro:dmitri dmitry:dmitri
    dmitriy:dmitri pavlo:pavel petro:pyotr petr:pyotr mykhailo:mikhail mikhailo:mikhail oleksiy:alexei
    oleksii:alexei alexey:alexei aleksei:alexei aleksey:alexei yevhen:evgeny yevgeny:evgeny evgeniy:evgeny
    evgenii:evgeny yevgeniy:evgeny oleh:oleg ihor:igor kateryna:ekaterina yekaterina:ekaterina olena:elena
    yelena:elena vasyl:vasily vasiliy:vasily hryhoriy:grigory hryhorii:grigory grigoriy:grigory heorhiy:georgy
    georgiy:georgy georgi:georgy kyrylo:kirill maksym:maxim maksim:maxim mykyta:nikita danylo:daniil stepan:stepan
    illia:ilya viktor:victor yosyp:iosif oleksandra:alexandra tetiana:tatiana tetyana:tatiana tatyana:tatiana
    hanna:anna svitlana:svetlana iurii:yuri yuriy:yuri yurii:yuri yury:yuri valerii:valery valeriy:valery
    denys:denis artem:artyom semen:semyon fedir:fyodor fedor:fyodor antin:anton aleksandar:alexander stefan:stephen
    georgios:george giorgos:george yorgos:george ioannis:john yannis:john catherine:katherine mohd:mohammed
    mohamad:mohammed muhammad:mohammed muhammed:mohammed mohammad:mohammed mohamed:mohammed md:mohammed yousef:yusuf
    youssef:yusuf yousuf:yusuf yousif:yusuf othman:osman uthman:osman hui:hee hyon:hyun kyong:kyung gyeong:kyung
    yong:young yeong:young sok:suk seok:suk hyok:hyuk hyeok:hyuk chol:chul cheol:chul song:sung seong:sung un:eun
    kuk:guk kun:geun pak:park gim:kim yi:lee ri:lee rhee:lee noh:roh no:roh choe:choi jung:chung jeong:chung
    jong:chong
"""


def _read_table(table: str) -> dict[str, frozenset[str]]:
    pairs = (entry.split(":") for entry in table.split())
    return {form: frozenset(full.split(",")) for form, full in pairs}


_FULL_NAMES = _read_table(_SHORT_FORMS) | _read_table(_SAME_NAMES)


def find_full_names(plain: str) -> frozenset[str]:
    """The names that a given name may be short for or another language's form of; itself where the table has none."""
    return _FULL_NAMES.get(plain) or frozenset((plain,))
