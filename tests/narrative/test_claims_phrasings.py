"""The ways in which offices write their figures, and what is read in each."""

from __future__ import annotations

import pytest

from tests.narrative.figures import GOVERNMENT, TOWNSHIP, figures

READ: list[tuple[str, list[str]]] = [
    # What came in.
    ("全年共收到政府信息公开申请22件。", ["received=22"]),
    ("2023年，我局收到政府信息公开申请22件。", ["received=22"]),
    ("2023年度，本机关共收到依申请公开22件。", ["received=22"]),
    ("全年收到依申请公开件22件。", ["received=22"]),
    ("累计收到依申请信息公开件22件。", ["received=22"]),
    ("本年度共收到22份政府信息公开申请。", ["received=22"]),
    ("2023年，共收到22件依申请公开请求。", ["received=22"]),
    ("收到申请公开政府信息事项22件。", ["received=22"]),
    ("全年共收到依申请政府信息公开22件。", ["received=22"]),
    ("2023年我局收到公民、法人和其他组织的政府信息公开申请22宗。", ["received=22"]),
    ("截至2023年12月31日，共收到政府信息公开申请22件。", ["received=22"]),
    ("2023年1月1日至12月31日，共收到政府信息公开申请22件。", ["received=22"]),
    ("新收政府信息公开申请22件，上年结转3件。", ["new=22", "carried_in=3"]),
    ("2023年新受理依申请政府信息公开22件。", ["new=22"]),
    ("2023年度共受理政府信息公开申请22件。", ["accepted=22"]),
    ("政府信息公开申请共受理22件。", ["accepted=22"]),
    ("受理依申请公开政府信息22起。", ["accepted=22"]),
    ("依申请公开受理和办结22件。", ["requests=22"]),
    ("全年共收办政府信息公开申请案件25件。", ["handled=25"]),
    ("办理政府信息公开申请25件（含上年结转3件）。", ["handled=25", "carried_in=3"]),
    ("县水务局收到政府信息公开申请22件。", ["received=22"]),
    ("水务局共收到政府信息公开申请22件。", ["received=22"]),
    ("严格规范工作流程，依法保障公众权利，全年共收到政府信息公开申请22件。", ["received=22"]),
    ("我局收到政府信息公开申请22件，同比增长10%，比2022年（20件）增加2件。", ["received=22"]),
    ("全年收到政府信息公开申请22件，较上年减少8件。", ["received=22"]),
    ("一是畅通渠道，收到政府信息公开申请22件；二是强化服务。", ["received=22"]),
    ("我局共接到社会公众依申请公开22件。", ["received=22"]),
    ("2023年，我办受理依申请信息22条。", ["accepted=22"]),
    ("本年度收到要求公开政府信息的申请22件。", ["received=22"]),
    ("收到政府信息公开依申请22件，已按规按期办理。", ["received=22"]),
    (
        "我局收到政府信息公开申请22件（其中：网上申请20件，邮寄2件），上年度结转3件，本年度办结23件。",
        ["received=22", "carried_in=3", "finished=23"],
    ),
    ("截止2023年12月31日，我局共收到政府信息公开申请22件。", ["received=22"]),
    ("今年以来，我局共收到政府信息公开申请22件。", ["received=22"]),
    # What became of it.
    ("收到政府信息公开申请22件，办结23件。", ["received=22", "finished=23"]),
    (
        "收到政府信息公开申请22件，已办结23件，2件结转下年办理。",
        ["received=22", "finished=23", "carried_out=2"],
    ),
    (
        "共收到依申请公开22件，2022年结转政府信息公开申请3件，共办结23件，结转2024年度继续办理2件。",
        ["received=22", "carried_in=3", "finished=23", "carried_out=2"],
    ),
    ("收到信息公开申请22起，其他方式处理1起，答复23起。", ["received=22"]),
    ("收到信息公开申请22起，答复23起。", ["received=22", "answered=23"]),
    ("共办理回复依申请公开事项23件。", ["answered=23"]),
    ("办结依申请公开件23件（含2022年结转的3件）。", ["finished=23", "carried_in=3"]),
    ("完成政府信息依申请公开答复23件。", ["answered=23"]),
    (
        "收到申请公开政府信息22件，其中予以公开11件、部分公开3件、不予公开3件、无法提供4件。",
        ["received=22", "granted=11", "partial=3", "refused=3", "unavailable=4"],
    ),
    (
        "办结的政府信息公开申请中，予以公开11件，不予处理1件，其他处理1件。",
        ["granted=11", "not_processed=1", "closed=1"],
    ),
    (
        "收到申请公开政府信息22件。其中：予以公开：11件；部分公开：3件；信息无法提供：4件。",
        ["received=22", "granted=11", "partial=3", "unavailable=4"],
    ),
    (
        "收到依申请公开22件，予以公开答复11件，作其他处理（含申请人主动撤回申请）1件，转下年度办理2件。",
        ["received=22", "granted=11", "closed=1", "carried_out=2"],
    ),
    ("收到政府信息公开申请22件，同意公开或部分公开共14件。", ["received=22", "results=14"]),
    (
        "收到依申请公开22件，其中属于四类过程性信息1件，本机关不掌握相关政府信息3件，信访举报投诉类申请1件。",
        [
            "received=22",
            "refused.deliberative=1",
            "unavailable.not_held=3",
            "not_processed.petition=1",
        ],
    ),
    ("收到依申请公开22件，2件转下一年度办理答复。", ["received=22", "carried_out=2"]),
    ("收到依申请公开22件，结转至2024年继续办理2件。", ["received=22", "carried_out=2"]),
    ("新收和上年结转政府信息公开申请共25件。", ["handled=25"]),
    ("全年收到政府信息公开申请22件｡ 办结23件｡", ["received=22", "finished=23"]),
    ("收到政府信息公开申请22件，审核发布信息3件，自然人14件。", ["received=22"]),
    ("收到2件政府信息公开申请、3件网络咨询。", ["received=2"]),
    ("上年结转政府信息公开申请3件。", ["carried_in=3"]),
    ("收到政府信息公开申请22件，无结转下年度继续办理件。", ["received=22", "carried_out=none"]),
    # Who asked.
    (
        "收到政府信息公开申请22件，其中自然人申请14件，法人或其他组织申请8件。",
        ["received=22", "natural_person=14", "legal_person=8"],
    ),
    (
        "收到依申请公开22件，申请人为自然人的14件，法人或者其他组织的8件。",
        ["received=22", "natural_person=14", "legal_person=8"],
    ),
    (
        "收到依申请公开22件，其中商业企业5件、科研机构1件、法律服务机构2件。",
        ["received=22", "enterprise=5", "research=1", "legal_service=2"],
    ),
    # Nothing.
    ("2023年，我局未收到政府信息公开申请。", ["received=none"]),
    ("本年度未收到依申请公开信息。", ["received=none"]),
    ("全年未接到信息公开申请。", ["received=none"]),
    ("我局未收到任何要求公开政府信息的申请。", ["received=none"]),
    ("本年度没有收到政府信息公开申请。", ["received=none"]),
    ("2023年，共受理政府信息公开申请0件。", ["accepted=0"]),
    ("2023年，我局政府信息公开申请为零。", ["requests=none"]),
    ("2023年收到依申请公开零件。", []),
    ("2023年，我局无依申请公开事项。", ["requests=none"]),
    ("2023年，我局未收到依申请公开事项申请。", ["received=none"]),
    ("我局未接到公众、法人或其他组织要求公开政府信息的申请。", []),
    ("未收到个人、法人或者其他组织向本机关申请公开政府信息。", ["received=none"]),
    # Reconsideration and litigation.
    ("无涉及政府信息公开行政复议、诉讼案件。", ["reconsideration=none", "litigation=none"]),
    (
        "未发生因依申请公开而引起的行政复议、行政诉讼情况。",
        ["reconsideration=none", "litigation=none"],
    ),
    (
        "收到依申请公开22件，没有出现行政复议和行政诉讼案件。",
        ["received=22", "reconsideration=none", "litigation=none"],
    ),
    (
        "因政府信息公开引起的行政复议案件2件，行政诉讼案件2件。",
        ["reconsideration=2", "litigation=2"],
    ),
    ("全年发生涉及政府信息公开的行政复议2起。", ["reconsideration=2"]),
    ("2件涉及政府信息公开工作的行政复议。", ["reconsideration=2"]),
    ("收到针对我局信息公开事务的行政复议2件。", []),
    ("因政府信息公开被申请行政复议2件、提起行政诉讼2件。", ["reconsideration=2", "litigation=2"]),
    ("因政府信息公开发生行政复议、行政诉讼各2件。", ["reconsideration=2", "litigation=2"]),
    ("因政府信息公开发生行政复议和行政诉讼共4件。", ["reviews=4"]),
    ("因政府信息公开引起的行政复议、行政诉讼均为0件。", ["reconsideration=0", "litigation=0"]),
    (
        "未发生因政府信息公开申请行政复议、提起行政诉讼情况。",
        ["reconsideration=none", "litigation=none"],
    ),
    (
        "没有因政府信息公开而被申请行政复议、提起行政诉讼。",
        ["reconsideration=none", "litigation=none"],
    ),
    ("收到依申请公开22件，未引发行政复议。", ["received=22", "reconsideration=none"]),
    (
        "收到依申请公开22件，无行政复议和行政诉讼。",
        ["received=22", "reconsideration=none", "litigation=none"],
    ),
    (
        "收到政府信息公开申请22件。涉及复议2件，诉讼2件，无被纠错和败诉。",
        ["received=22", "reconsideration=2", "litigation=2"],
    ),
    (
        "2023年，我局政府信息公开共发生行政复议2件，行政诉讼2件。",
        ["reconsideration=2", "litigation=2"],
    ),
    ("因政府信息公开引起的行政复议诉讼各2件。", ["reconsideration=2", "litigation=2"]),
    (
        "因政府信息公开引起的未经复议直接起诉1件、复议后起诉1件。",
        ["litigation_direct=1", "litigation_after_reconsideration=1"],
    ),
    # Documents and decisions.
    (
        "全年制发行政规范性文件2件，废止1件，现行有效9件。",
        [
            "normative_documents.issued=2",
            "normative_documents.repealed=1",
            "normative_documents.in_force=9",
        ],
    ),
    (
        "规范性文件制发2件，废止1件，现行有效9件。",
        [
            "normative_documents.issued=2",
            "normative_documents.repealed=1",
            "normative_documents.in_force=9",
        ],
    ),
    (
        "制定规范性文件2件，现行有效规范性文件9件。",
        ["normative_documents.issued=2", "normative_documents.in_force=9"],
    ),
    ("2023年未制发行政规范性文件。", ["normative_documents.issued=none"]),
    ("全年作出行政处罚决定23件、行政强制决定4件。", ["penalties=23", "coercion=4"]),
    ("本年度办理行政许可146件。", ["licensing=146"]),
    ("行政事业性收费318.52万元。", ["fees=3185200"]),
]

SILENT = [
    # Of another year, of part of the year.
    "2022年，我局收到政府信息公开申请31件。",
    "去年共收到政府信息公开申请31件。",
    "上半年收到政府信息公开申请9件。",
    "第一季度共收到政府信息公开申请4件。",
    "2023年6月收到政府信息公开申请4件。",
    "截至2023年6月30日，共收到政府信息公开申请9件。",
    "2019年以来，共收到政府信息公开申请120件。",
    "近三年共收到政府信息公开申请60件。",
    "2024年，我局将办理政府信息公开申请30件以上。",
    "较2022年收到政府信息公开申请31件减少9件。",
    "同比增加政府信息公开申请5件。",
    # Of somebody else.
    "全县共收到政府信息公开申请310件。",
    "我县各级行政机关共收到政府信息公开申请310件。",
    "县自然资源局收到政府信息公开申请45件。",
    "全县水务系统共收到政府信息公开申请45件。",
    "各乡镇收到政府信息公开申请12件。",
    "指导下属单位办理政府信息公开申请12件。",
    "代县政府办理政府信息公开申请12件。",
    "收到县政府办公室转办的政府信息公开申请5件。",
    # Of something else.
    "共办理政府12345热线47件，已全部办结。",
    "受理群众信访投诉30件，办结30件。",
    "办理人大代表建议12件、政协提案8件，办结率100%。",
    "收到网民留言92条，答复92条。",
    "全年受理网络问政182件。",
    "收到建议提案6件，均已公开。",
    "审核公文120件，其中主动公开60件、依申请公开40件、不予公开20件。",
    "制作政府信息3021条，其中主动公开1027条，依申请公开459条，不予公开1535条。",
    "主动公开政府信息326条，部分公开信息12条。",
    "全年发布信息152条，办理回复30件。",
    "受理行政许可申请150件。",
    "公开行政许可信息146条、行政处罚信息20条。",
    "公开行政处罚决定书30件。",
    "全年公示行政许可、行政处罚等信息900条。",
    "行政许可事项15项。",
    "行政处罚立案30件。",
    "主动公开行政规范性文件34件。",
    "发布规范性文件5件，配套解读5件。",
    "完善规章制度5项。",
    "清理规范性文件12件。",
    "对8件规范性文件开展合法性审核。",
    "办理行政复议案件45件。",
    "审结行政复议案件45件，办理行政应诉案件12件。",
    "主动公开行政事业性收费项目3项。",
    # Parts and conditions that are no rows of the table.
    "收到政府信息公开申请延期答复3件。",
    "办好每一件依申请公开案件。",
    "努力做到“办结一件申请、解决一个问题”。",
    "在依申请公开政府信息工作中没有出现应公开而不予公开的办件。",
    "未发生被纠错的行政复议案件。",
    "未因信息公开收取任何费用。",
    "未收到对政府信息公开答复的投诉。",
    "政府信息公开申请平均办理时限为8天。",
    "收到政府信息公开申请3至5件。",
    "收到关于信息的3件。",
    "因政府信息公开引起的行政复议后行政诉讼3件。",
    "规章和规范性文件共5件。",
    "政府信息公开申请（已办结的除外）占用时间长、内容多。",
    "受理信访和政府信息公开申请30件。",
    "网上申请20件，信函申请2件。",
    "其中网络申请20件，书面申请2件。",
    "未按期答复的申请0件。",
    "逾期答复政府信息公开申请0件。",
    "申请人撤回政府信息公开申请1件。",
    "2023年度共制作信息112条，其中主动公开信息数7条，占比6.25%；依申请公开信息数59条；不予公开信息数46条。",
    "制作政府信息112条，其中依申请公开59条，不予公开46条。",
    "累计公布政府规章120件（现行有效98件，废止或失效22件）。",
    "主动公开规章13件（含新制定5件，修改4件，废止4件）。",
    "新发布的行政规范性文件4件，确定继续有效的行政规范性文件33件。",
    "公开行政复议决定书20份。",
    "办结行政许可事项9110件。",
    "我局政府信息公开申请3项全部予以公开。",
    "收到政府信息公开申请其中1件属行政执法案卷信息，6件申请人主动撤件。",
    "受理申请20件，其中政务服务事项申请18件。",
    "逾期未补正不再处理1件。",
    "其他方式处理1件。",
    "共收到1件申请再审。",
    "答复后被行政复议9件，全部维持；诉讼1件，未审结。",
    "全年召开会议3次，组织培训2次，参训120人次。",
    "电话：5550118，邮编：710000。",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_figure_is_read(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_figure_of_the_tables_is_not_read(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize("text", SILENT)
def test_nor_is_it_read_under_the_heading_on_applications(text: str) -> None:
    if "申请20件" not in text:
        assert figures("（二）依申请公开情况。", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县共收到政府信息公开申请22件。", ["received=22"]),
        ("我县共收到政府信息公开申请22件。", ["received=22"]),
        ("云溪县共收到政府信息公开申请22件。", ["received=22"]),
        ("2023年，共收到政府信息公开申请22件。", ["received=22"]),
        ("县政府办公室收到政府信息公开申请5件。", []),
        ("县政府收到政府信息公开申请5件。", []),
        ("县水务局收到政府信息公开申请5件。", []),
        ("全县各部门、各镇共收到政府信息公开申请20件。", []),
        (
            "全县共收到政府信息公开申请22件（县政府5件、县水务局9件、青石镇8件），其中自然人14件。",
            ["received=22", "natural_person=14"],
        ),
    ],
)
def test_a_government_speaks_of_its_whole_area(text: str, expected: list[str]) -> None:
    assert figures(text, issuer=GOVERNMENT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全镇共收到政府信息公开申请22件。", ["received=22"]),
        ("我镇收到政府信息公开申请22件。", ["received=22"]),
        ("青石镇收到政府信息公开申请22件。", ["received=22"]),
        ("青石镇人民政府收到政府信息公开申请22件。", ["received=22"]),
        ("全县收到政府信息公开申请22件。", []),
        ("白水镇收到政府信息公开申请22件。", []),
    ],
)
def test_a_township_speaks_of_itself(text: str, expected: list[str]) -> None:
    assert figures(text, issuer=TOWNSHIP) == expected


def test_an_office_without_a_name_is_no_other_one() -> None:
    assert figures("水务局收到政府信息公开申请22件。", issuer=None) == []
    assert figures("我局收到政府信息公开申请22件。", issuer=None) == ["received=22"]
