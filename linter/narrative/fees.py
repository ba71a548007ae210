"""What section six states of 信息处理费, the fee for handling applications."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from linter.model.report import Record
from linter.narrative.fee_amounts import amounts
from linter.narrative.prose import Prose
from linter.narrative.sentences import Sentence, sentences, without_titles
from linter.regex import regex

_WORDS = {
    "fee": "处理费|收费|收取|收缴|收过|费用|缴费|缴纳|资费|计费|免费|收[^,。;]{0,8}费",
    # Elsewhere 收费 may be about anything; there it takes the fee's name or its application.
    "fee_elsewhere": (
        "处理费|(?:申请|信息公开|公开政府信息)[^。;]{0,24}?(?:收取|收费|费用)"
        "|(?:收取|收费)[^。;]{0,16}?(?:申请|信息公开)"
    ),
    "row_label": "按收费通知要求缴纳费用|行政事业性收费|本年收费金额",
    "none": (
        "(?:未|没有?|无|不)[^,。;]{0,16}?(?:收取|收到|产生|发生|涉及|征收|收缴)[^,。;]{0,20}?费"
        "|(?:未|没有|无)[^,。;]{0,12}?(?:处理费|费用)"
    ),
    "no_notice": (
        "(?:未|没有|无)[^,。;]{0,14}?(?:收费|缴费|缴纳|收取)[^,。;]{0,10}?通知"
        "|(?:未|没有|无|不)(?:曾|有)?(?:产生|发生|涉及|存在|出现)[^,。;]{0,16}?(?:收费|处理费|费用)"
        "|无[^,。;]{0,10}?收费(?:情况|事项|行为|情形)"
    ),
    "qualified": (
        "其[他它余]|另|除|额外|以外|之外|逾期|催|按量|按件|部分|个别|上年|去年|减免|免收|合理|超|以[下内]|不收"
    ),
    "others": (
        "全[省市县区州镇乡]|本级|各|其中|[省市县区州](?:人民)?政府|[省市县区州]直"
        "|(?<![我本])(?:局|委|厅|镇|乡|街道|中心|支队|大队)|(?<![我本])办(?![理法公结件函])"
    ),
    "figure": "元|(?<![0-9])0(?![0-9])|零",
    "charged": "收取了[^,。;]{0,18}?费|对[0-9]+[^,。;]{0,24}?收取了?[^,。;]{0,18}?费",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return regex(_WORDS[name])


def fee_statements(prose: Prose) -> tuple[Record, ...]:
    """Whether the fee of the year is stated, as one record; none where section six has no text.

    ``stated`` is 1 where section six speaks of it, ``elsewhere`` where another section does;
    ``unquantified`` is 1 where a fee was collected and no amount is given. ``text`` is the
    sentence, else the section's first. (政府信息公开信息处理费管理办法, 国办函〔2020〕109号)
    """
    own = sentences(prose.of("other"))
    if not own:
        return ()
    here = next((one for one in own if _states(one, "fee")), None)
    there = None if here else _elsewhere(prose)
    section, told = there or ("other", here or own[0])
    charged = next((one for one in own if _pattern("charged").search(one.folded)), None)
    whole = without_titles("。".join(one.folded for one in own))
    unquantified = (
        charged and not _pattern("none").search(whole) and not _pattern("figure").search(whole)
    )
    fields = {
        "stated": int(here is not None),
        "elsewhere": int(there is not None),
        "unquantified": int(bool(unquantified)),
    }
    text = told.clause(_pattern("fee" if here else "fee_elsewhere"))
    if unquantified and charged:
        text = charged.clause(_pattern("charged"))
    return (Record(text, told.place, section, fields),)


def _states(sentence: Sentence, name: str) -> bool:
    return bool(_pattern(name).search(without_titles(sentence.folded)))


def _elsewhere(prose: Prose) -> tuple[str, Sentence] | None:
    for key in prose.report.sections:
        for sentence in sentences(prose.of(key)) if key != "other" else ():
            if _states(sentence, "fee_elsewhere") and not _states(sentence, "row_label"):
                return key, sentence
    return None


def fee_denials(prose: Prose) -> tuple[Record, ...]:
    """Sentences of section six which say that no fee was collected.

    ``collected`` is the amount, in 元, that the section says was collected all the same, by the
    same office in the same way, else 0. ``unnoticed`` is 1 where the sentence says that nobody
    was asked to pay.
    """
    return tuple(_denials(sentences(prose.of("other")), prose.report.issuer or ""))


def _denials(found: Sequence[Sentence], issuer: str) -> Iterator[Record]:
    texts = [without_titles(one.folded).replace(issuer, "") for one in found]
    for sentence, text in zip(found, texts, strict=True):
        none, no_notice = _pattern("none").search(text), _pattern("no_notice").search(text)
        if none or no_notice:
            collected = _collected(texts) if none and _is_plain(text) else 0
            told = "no_notice" if no_notice and not collected else "none"
            fields = {"collected": collected, "unnoticed": int(bool(no_notice))}
            words = sentence.clause(_pattern(told))
            yield Record(words, sentence.place, "other", fields)


def _collected(texts: Sequence[str]) -> int | Decimal:
    """The most that a sentence on the whole office's fees says was collected."""
    found = (amount.yuan for text in texts for amount in amounts(text) if _is_plain(text))
    return max(found, default=0)


def _is_plain(text: str) -> bool:
    """Whether a sentence is about all fees of the office that reports."""
    return not _pattern("others").search(text) and not _pattern("qualified").search(text)
