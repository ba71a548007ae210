"""Section five: whether problems are named, improvements told, or there is only 「无」."""

from __future__ import annotations

import pytest

from linter.narrative.shortcomings import shortcomings
from tests.narrative.texts import prose


def _account(*texts: str) -> tuple[object, object, object]:
    (record,) = shortcomings(prose({"problems": texts}))
    fields = record.fields
    return fields["problems"], fields["improvements"], fields["plans_only"]


def _both(*texts: str) -> tuple[object, object]:
    return _account(*texts)[:2]


@pytest.mark.parametrize(
    "texts",
    [
        [
            "（一）存在的主要问题",
            "一是公开内容不够丰富；二是解读形式单一。",
            "（二）改进情况",
            "组织培训2次，统一文书样式。",
        ],
        ["存在的主要问题：公开不够及时。", "改进情况：已按月更新栏目。"],
        [
            "与《条例》的要求相比，还有一定差距，教育培训不足。",
            "下一步，我局将按照《条例》要求，进一步提高认识。",
        ],
        ["公开的广度有待拓宽。我镇将加大公开力度。"],
        ["由于机构成立不久，人员业务水平不高。2023年，我局将继续推进公开工作。一是提升业务水平。"],
        [
            "主要存在问题：对公开工作的认识还有待深入，程序有待进一步规范。",
            "为进一步做好工作，我署将加强领导，完善台账。",
        ],
        [
            "一是专业人员配备不足；二是可公开的信息较少。",
            "针对以上问题，我局从以下方面着手：",
            "一是加大培训力度；二是创新形式。",
        ],
        ["虽然取得了一定成绩，但宣传力度有待加强。", "改进情况：一是利用公众号开展宣传。"],
        ["1.问题：目录更新滞后。", "2.措施：明确专人，每周检查。"],
        ["栏目设置不便于查找，", "针对这一情况，我局合并栏目5个，", "统一了检索入口。"],
        ["工作中存在政策解读少、互动少等问题。", "今后，加强政策解读，增加互动渠道。"],
        [
            "机构改革后，原有目录结构无法满足发布需要。",
            "（二）改进情况",
            "一是开设专栏。二是调整目录。",
        ],
        [
            "上年指出的答复不规范问题，已全部整改。",
            "本年度的主要问题是公开时效性不强，正在完善流程。",
        ],
        ["（一）存在问题：公开意识薄弱。（二）整改措施：强化学习培训，增强公开意识。"],
        ["部分科室对公开工作重视程度不高，信息报送延误。", "对此，办公室建立了通报制度。"],
        ["短板：队伍力量偏弱。", "对照短板，充实专职人员1名。"],
    ],
)
def test_problems_and_improvements_are_recognised_in_every_wording(texts: list[str]) -> None:
    assert _both(*texts) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "（一）主要问题。一是公开不够及时；二是沟通不足，个别答复未能一次说清；三是解读以文字为主，形式单一。",
        "存在的主要问题：政府信息公开力度有所欠缺，公开内容不够丰富完善。",
        "一是公开形式需进一步丰富；二是公开质量有待提高；三是支撑需要进一步强化。",
        "公开工作针对性不强，措施缺乏，整改不到位。",
        "（一）存在的主要问题\n公开的时效性不强。\n（二）改进情况",
        "（一）主要问题：人员变动频繁，业务不熟。（二）改进情况：无。",
        "未能将工作信息及时公开，栏目更新不规范。",
    ],
)
def test_problems_alone_are_no_improvement(text: str) -> None:
    assert _both(*text.split("\n")) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "（一）主要问题。无。（二）改进情况。全年组织培训2次，制作图解4件。",
        "本年度不存在问题。下一步，我局将继续做好政府信息公开工作。",
        "2023年，我局政府信息公开工作没有问题。今后将加强学习。",
        "暂无主要问题。我镇将不断完善公开制度，做到应公开尽公开。",
        "主要问题：暂无\n改进措施：坚持以公开为常态、不公开为例外，严格审核。",
        "加强组织领导，健全工作机制，提升公开水平。",
        "未发现明显问题。继续抓好各项制度落实。",
        "存在的主要问题：无。\n下一步，我局将继续做好政府信息公开工作。",
    ],
)
def test_nothing_said_to_be_wrong_is_no_problem_named(text: str) -> None:
    assert _both(*text.split("\n")) == (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "无。",
        "无",
        "无 。",
        "没有。",
        "暂无",
        "/",
        "—",
        "（无）",
        "不存在问题。",
        "无问题。",
        "无相关情况。",
        "2023年，我局不存在问题。",
        "本年度暂无需要改进的问题。",
        "我局政府信息公开工作无存在的主要问题及改进情况。",
        "（一）存在的主要问题：无。（二）改进情况：无。",
        "（一）存在的主要问题\n无\n（二）改进情况\n无",
        "（一）存在的主要问题\n（二）改进情况",
        "一、主要问题：暂无；二、改进措施：暂无。",
        "我局政府信息公开工作运行正常。",
    ],
)
def test_a_section_that_says_nothing_tells_neither(text: str) -> None:
    assert _both(*text.split("\n")) == (0, 0)


def test_what_stands_there_instead_is_quoted() -> None:
    (empty,) = shortcomings(prose({"problems": ["（一）主要问题", "无。"]}))
    (idle,) = shortcomings(prose({"problems": ["2023年，运行正常。"]}))
    assert (empty.text, idle.text) == ("（一）主要问题", "2023年，运行正常")
    assert (empty.section, empty.place.line) == ("problems", 1)


@pytest.mark.parametrize(
    "texts",
    [
        [
            "公开不够及时。",
            "（二）改进情况",
            "2024年，我镇将继续做好以下工作：一是拓宽渠道；二是充实内容。",
        ],
        ["公开不够及时。", "下一步，我局将进一步加强培训，提高公开质量。"],
        ["2023年取得一定成绩，但公开不够及时。", "今后，我局将按照《条例》要求，健全工作机制。"],
        ["公开不够及时。", "2024年，我局将从以下方面改进：为了方便群众，优化栏目设置。"],
    ],
)
def test_plans_alone_are_plans_only(texts: list[str]) -> None:
    assert _account(*texts) == (1, 1, 1)


@pytest.mark.parametrize(
    "texts",
    [
        ["公开不够及时。", "已按周更新。下一步，我局将进一步加强培训。"],
        ["公开不够及时。", "针对上述问题，开展培训3次。2024年，我局将继续加强学习。"],
        ["公开不够及时。", "针对上述问题，我局及时进行了改进。下一步，将加强学习。"],
        ["上年答复不规范的问题，已全部整改。解读不够通俗。", "2024年，我局将配发图解。"],
        ["公开不够及时。", "加强学习，完善制度。"],
        ["公开不够及时。", "2024年，我局将继续加强学习，2023年组织的培训取得实效。"],
        ["公开不够及时。"],
    ],
)
def test_anything_done_is_more_than_plans(texts: list[str]) -> None:
    assert _account(*texts)[2] == 0


def test_lines_broken_within_words_are_read_as_one() -> None:
    whole = "（一）主要问题。公开内容不够丰富，解读形式单一。"
    torn = [whole[at : at + 14] for at in range(0, len(whole), 14)]
    assert _both(*torn) == (1, 0)


def test_a_report_without_section_five_has_no_record() -> None:
    assert shortcomings(prose({"overview": ["公开不够及时。"]})) == ()
