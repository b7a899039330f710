"""What pages put around a report: menus, sharing, subscriptions, advertising, rights, and the slugs of agencies.

Each pattern wants a whole short line: a sentence of the report that begins with the same words goes on.
"""

from __future__ import annotations

import re

__all__ = ["ends_report", "is_chrome", "is_kicker", "opens_list"]

_MAX = 240
_MAX_WORDS = 14
_QUOTES = "\"'\u201c\u2018"
_LEADS_AWAY = re.compile(
    r"^\W{0,3}(?:read (?:also|more|next)|also read|see also|related(?: \w+)?|recommended|don'?t miss|more "
    r"on this)\s*:\s*\S",
    re.IGNORECASE,
)
"""A link to another article, its title with it; the colon tells it from a sentence."""
_BUTTONS = re.compile(
    r"\b(?:menu|log ?in|sign (?:in|up)|share this|mail this|print|subscribe|search|home|news|sport|updated "
    r"[\w ]{1,12} ago|"
    r"read more|follow us|cookies?|newsletter|my account)(?![a-z])",
    re.IGNORECASE,
)
_MIN_BUTTONS = 4
_KICKER = re.compile(
    r"^(?:opinion|editorial|op-?ed|letters?(?: to the editor)?|analysis|explainers?|explained|interview|"
    r"feature|features|live|breaking(?: news)?|news|"
    r"world(?: news)?|politics|business|economy|sport|culture|exclusive|comment|commentary|investigations?|"
    r"special report|news in brief|in brief|"
    r"latest|top stor(?:y|ies)|home|national|international|local|regions?|crime|courts?(?: (?:&|and) "
    r"justice)?|security|conflict|update \d+|"
    r"press release|news release|media release|for immediate release|subscriber exclusive|premium|menu|"
    r"search|archive|pictures|video|podcast|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day edition|fact ?check|letter|report|column|first person|"
    r"long read|the big story)$",
    re.IGNORECASE,
)
_START = re.compile(
    r"^\W{0,3}(?:"
    r"share(?: this| save| on|:|$)|follow (?:us|@|our)|like us on|join us on|join our|find us on|"
    r"subscribe(?: to| now| for| from|$| today)|sign (?:up|in|out)\b|log ?in\b|register\b(?: now| here|$)|"
    r"already a (?:subscriber|member)|get (?:the|our) .{0,40}(?:app|newsletter|inbox)|"
    r"get the day'?s|enter your e-?mail|your e-?mail address|thank you for (?:signing|subscribing|reading)|"
    r"you can unsubscribe|unsubscribe|become a member|support (?:us|our)|donate(?: now| here| today|$)|"
    r"gift this|"
    r"this article is (?:for|available to) (?:subscribers|members)|continue reading (?:with|your)|to "
    r"(?:read|continue reading|view) .{0,30}(?:story|article).{0,20}(?:subscri|log)|"
    r"cancel any ?time|first-time subscribers|"
    r"read (?:also|more|next|on|full)\b|see also\b|also read\b|related(?: (?:articles?|stories|news|"
    r"content|posts?|topics|coverage|links)|:|$)|more (?:on|from) .{0,40}$|more (?:stories|news)|"
    r"most (?:read|popular|viewed|shared|commented)|up next|recommended(?: for you| stories| reading|\W*$)|"
    r"you (?:may|might) (?:also )?like|trending(?: now|\W*$)|don'?t miss|in case you missed|what to read "
    r"next|"
    r"keep reading|next article|previous article|older posts?|newer posts?|"
    r"advertis(?:ement|e with us|ing)?\W*$|advertisement\b.{0,30}$|sponsored(?:\s*(?:content|posts?|by|"
    r"links?)\b|\s*:|\W*$)|promoted(?:\s*(?:content|by|links?)|\s*:|\W*$)|paid (?:content|post|partner)|"
    r"(?:article|story) continues|continues? below|skip (?:to|ad)|"
    r"cookies?(?: (?:settings|policy|preferences|consent|notice)|\W*$)|we use cookies|this (?:site|website|"
    r"page) uses|accept (?:all|cookies|and)|reject (?:all|non)|manage (?:preferences|cookies|consent|"
    r"settings)|privacy (?:policy|notice|settings)|terms (?:of|and|\u00b7|\|)|"
    r"\u00a9|\(c\) ?\d{4}|copyright\b.{0,60}$|all rights reserved|no part of this|reproduction (?:in|"
    r"without)|this (?:material|article|content) (?:may not|is (?:copyright|the copyright))|"
    r"published by .{0,60}(?:ltd|limited|inc|llc|plc|gmbh|house)|printed (?:from|by|in)\b|powered by|"
    r"designed by|website by|"
    r"tags?:|filed under|topics?:|categor(?:y|ies):|keywords?:|labels?:|posted in:?|sections?:|"
    r"print(?:$| this| \|| article| page)|e-?mail(?:$| this| \|)|bookmark\W*$|permalink|trackback|pingback|"
    r"(?:back|return|jump|go) to (?:the )?(?:top|home|content|comments)|"
    r"click (?:here|to|below|on)|tap (?:here|to)|visit (?:my|our) |download (?:the|our|here|free)|scroll "
    r"(?:down|to)|show (?:more|less|this|key|all|thread)|view (?:more|all|comments|gallery)|load more|see "
    r"(?:more|all)|(?:expand|collapse)(?: all)?$|"
    r"play (?:video|audio)|(?:un)?mute$|pause$|listen(?: to this.*| now|$)|watch (?:now|live|more)$|video "
    r"unavailable|audio$|text size|font size|refresh$|reload$|loading\W*$|"
    r"contact us|about us|advertise with|careers$|our standards|write to (?:us|tips)|have you (?:got "
    r")?(?:any )?(?:information|a story|a tip)|got a (?:tip|story)|send (?:us|your) (?:tips|a tip)|"
    r"continued (?:on|from)|\(continued|page \d+|"
    r"translated from the|original title|zur startseite|ver la nota|lire en|"
    r"(?:media|press) contacts?\b|contact:|notes? (?:to|for) editors|embargo(?:ed)?\b|ref\.? |"
    r"distribution:|circulation:|"
    r"this (?:live ?blog|page|article|feed|thread) (?:has (?:now )?closed|will be updated|was (?:first|"
    r"last|originally) )|key (?:events|points)$|weather(?::.{0,40}|\W*)$|today'?s poll|poll$|vote$|quiz$|"
    r"timeline by |graphics? by |sources?: .{0,60}(?:archive|agencies|data)|best replica|"
    r"save$|post$|reply$|like$|tweet$|copy link|(?:(?:whatsapp|facebook|twitter|telegram|instagram|"
    r"linkedin|pinterest|reddit|youtube|e-?mail|rss)\W*)+$"
    r")",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"all rights reserved(?=\W*$|[.!;|])|views expressed .{0,40}author|unsubscribe at any ?time|"
    r"(?:straight|directly)? ?(?:in|to) your inbox|may not be (?:published|reproduced|broadcast|copied)|no "
    r"part of this (?:page|article|publication)|without (?:prior )?(?:written )?permission|"
    r"(?:we|this (?:web)?site|our partners) uses? cookies|sign(?:ing)? up (?:to|for) (?:our|the) "
    r".{0,40}newsletter|subscribe to our .{0,40}newsletter|"
    r"follow .{2,60} on (?:twitter|facebook|instagram|x\b|telegram)|like .{2,60} on facebook|download the "
    r".{0,60}apps? (?:for|from|on)|"
    r"we may (?:receive|earn) (?:a )?(?:compensation|commission)|if you (?:enjoyed|liked) (?:reading "
    r")?this (?:post|article)|"
    r"already a subscriber|to (?:view|read) the full (?:story|article)|accept (?:all )?cookies",
    re.IGNORECASE,
)
_BAR = re.compile(
    r"^[^|\u00b7\u2022>/\u203a\u00bb.!?]{1,28}(?:\s*[|\u00b7\u2022>\u203a\u00bb]\s*[^|\u00b7\u2022>\u203a\u00bb.!?]{1,28}){2,}$"
)
_LINK_BAR = re.compile(r"^(?:\[[^\]]{1,40}\]\([^)]*\)\W{0,3}){1,}$")
_COUNTS = re.compile(
    r"^[^A-Za-z]{0,4}[\d.,]+\s?[KkMm]?\s*(?:views?|likes?|shares?|replies|reposts?|retweets?|quotes?|"
    r"reactions?|comments?|reads?|followers?|votes?|min(?:ute)?s? read|minute read)\b"
    r"(?:\W*[\d.,]*\s?[KkMm]?\s*(?:views?|likes?|shares?|replies|reposts?|retweets?|quotes?|reactions?|"
    r"bookmarks?)?)*(?:\s*\d{1,2}:\d{2})?$",
    re.IGNORECASE,
)
_NOT_WORDS = re.compile(r"^[\W\d_]+$")
_DURATION = re.compile(r"^\d{1,2}:\d{2}(?:\s*/\s*\d{1,2}:\d{2}|\s+[A-Z][^.:]{3,80})$")
_PAGER = re.compile(
    r"^\W*(?:\d+\W+)*(?:next|previous|prev|older|newer|first|last)(?: (?:page|post|article)s?)?\W*$|"
    r"^\W*(?:next|previous) page\W*$|^(?:\d+\s+){2,}\S{0,12}.*page\W*$|^page \d+(?: of \d+)?$",
    re.IGNORECASE,
)
_SLUG = re.compile(
    r"^(?:ZCZC\b.*|NNNN|ENDALL|ENDITEM|END OF [A-Z]+(?: [A-Z]+)?|ENDS?|-+\s*ENDS?\s*-+|-\s?30\s?-|#{2,}|"
    r"MORE(?: FOLLOWS)?|\(?MORE TO "
    r"(?:COME|FOLLOW)\)?|URGENT|BULLETIN|FLASH|BC-\S+|"
    r"[A-Z]{2}\d{4,}(?:\s[A-Z ]{2,20})?|[A-Z]{2,3}[/:]?\s?\d{3,}[/-]\d+.*|CSO:.*|PM\d{4,}|F[BW]IS\b.*|"
    r"UPDATE \d+.{0,20}|[IVX]+\.\s\d{1,2}\s[A-Z][a-z]{2}\s\d{2}\s.*)$"
)
_RUNNING_HEAD = re.compile(r"^(?:\d{1,3}\s+)?THE [A-Z ]{4,40},\s.*\d{4}(?:\s+\d{1,3})?$")
_NOTE = re.compile(
    r"^\*\s(?:adds|updates|recasts|corrects|changes|rewrites|refiles|new throughout)\b.{0,100}$", re.IGNORECASE
)
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S+\.(?:com|net|org|example|info|biz)(?:/\S*)?$")
_SPAM = re.compile(
    r"\b(?:replica watches|no deposit|casino|payday loans?|fast-?loans|viagra|cialis|buy (?:followers|"
    r"likes|watches)|cheap (?:flights|watches|pills)|free shipping|ringtones|backlinks|escort|forex "
    r"signals|weight loss pills)\b",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"^\D{2,30}\s-?\d{1,2}\s?\u00b0[CF]?$")
_POLL = re.compile(r"\?\s*yes\s*/\s*no\b", re.IGNORECASE)
_LANGUAGES = re.compile(r"^[A-Z]{2}(?:\s*[|/\u00b7]\s*[A-Z]{2}){1,5}$")
_SENTENCE = re.compile(r"[a-z]{2}[.!?][\"'\u201d\u2019)]?$")
_LIST = re.compile(
    r"^\W{0,3}(?:related(?: (?:articles?|stories|news|content|posts?))?|most (?:read|popular|viewed|"
    r"shared)|up next|recommended(?: (?:for you|stories|reading))?|trending(?: now)?|"
    r"read (?:more|also|next)|more (?:stories|news|from .{2,30}|on this (?:story|topic))|see also|you "
    r"(?:may|might) (?:also )?like|latest(?: news| stories)?|top stories|"
    r"weather|today'?s poll|poll|sponsored(?: content| links)?|promoted(?: content| stories)?|from our "
    r"partners|in this section|don'?t miss|also in the news|popular|what to read next|editors?'? "
    r"picks?)\W*$",
    re.IGNORECASE,
)
_END = re.compile(r"^(?:ENDS?\.?|-+\s*ENDS?\s*-+|# ?# ?#|notes? (?:to|for) editors:?|NNNN|ENDALL)$")
_END_CASED = re.compile(r"^notes? (?:to|for) editors:?$", re.IGNORECASE)


_ANY_LENGTH = (_LEADS_AWAY, _NOT_WORDS, _SLUG, _ADDRESS, _LINK_BAR, _COUNTS, _DEGREES, _LANGUAGES)
_WHOLE_LINES = (*_ANY_LENGTH, _BAR, _DURATION, _PAGER, _RUNNING_HEAD, _NOTE)
_MAX_LINE_WORDS, _MAX_SPAM_WORDS, _MAX_SHORT = 20, 16, 11


def is_chrome(text: str) -> bool:
    """Whether the line is no part of the report, wherever it stands."""
    if text[:1] in _QUOTES:
        return False
    if len(text) > _MAX:
        return len(text) < 2 * _MAX and _LONG.search(text) is not None
    words = text.count(" ") + 1
    if any(pattern.match(text) is not None for pattern in (_ANY_LENGTH if words > _MAX_LINE_WORDS else _WHOLE_LINES)):
        return True
    if any(pattern.search(text) is not None for pattern in (_LONG, _POLL)) or _is_glued(text):
        return True
    if words <= _MAX_SPAM_WORDS and _SPAM.search(text) is not None:
        return True
    return words <= _MAX_WORDS and _START.match(text) is not None and not (words > _MAX_SHORT and _is_sentence(text))


def _is_glued(text: str) -> bool:
    """Whether a scraper has run a whole page head together: many buttons and no sentence."""
    return not _is_sentence(text) and len({match.lower() for match in _BUTTONS.findall(text)}) >= _MIN_BUTTONS


def _is_sentence(text: str) -> bool:
    return _SENTENCE.search(text) is not None


def is_kicker(text: str) -> bool:
    """Whether the line is a label that papers print over a headline."""
    return _KICKER.match(text.strip(" :*")) is not None


def opens_list(text: str) -> bool:
    """Whether titles of other articles follow."""
    return _LIST.match(text) is not None


def ends_report(text: str) -> bool:
    """Whether nothing of the report comes after this line, as after ENDS in a press release."""
    return _END.match(text) is not None or _END_CASED.match(text) is not None
