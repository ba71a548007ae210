"""One fixed report of each edition in which everything is right, for changing one thing."""

from __future__ import annotations

from linter.forms import Row, load_form
from tests.rendering import Data

_APPLICANTS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")
_BALANCE = ("new", "carried_in", "results_total", "carried_out")
_TEXTS = {
    "overview": (
        "{year}年，我镇认真贯彻落实《中华人民共和国政府信息公开条例》，各项工作有序开展。\n"
        "（一）主动公开。围绕群众关切及时发布政策文件和解读材料。\n"
        "（二）依申请公开。完善登记、办理、答复等环节的工作规程。\n"
        "（三）政府信息管理。落实发布前的审查制度。\n"
        "（四）政府信息公开平台建设。加强政府网站的日常维护。\n"
        "（五）监督保障。开展业务培训和工作考核，组织社会评议，未发生责任追究情形。"
    ),
    "disclosure": "",
    "applications": "",
    "review": "",
    "problems": (
        "（一）存在的主要问题。公开内容与群众需求仍有差距。\n"
        "（二）改进情况。组织了专题学习，解读形式更加多样。{next}年，我镇将继续加强队伍建设。"
    ),
    "other": "本年度未收取信息处理费。",
}


def example_report(edition: str = "2021", year: int | None = None) -> Data:
    """A consistent report of a township; few cells are 0, most numbers differ."""
    form = load_form(edition)
    year = year or {"2019": 2020, "2021": 2023}[edition]
    words = {"year": year, "next": year + 1}
    disclosure = form.tables["disclosure"].rows
    return {
        "edition": edition,
        "year": year,
        "title": f"石泉镇{year}年政府信息公开工作年度报告",
        "issuer": "石泉镇人民政府",
        "signed_on": f"{year + 1}-01-17",
        "sections": {
            key: {"heading": label.text.zh, "text": _TEXTS[key].format(**words)}
            for key, label in form.sections.items()
        },
        "tables": {
            "disclosure": {row.path.split(".")[1]: _disclosed(row) for row in disclosure},
            "applications": _applications([row.path for row in form.tables["applications"].rows]),
            "review": {
                "reconsideration": _outcomes(3, 1, 0, 2),
                "litigation_direct": _outcomes(1, 0, 4, 0),
                "litigation_after_reconsideration": _outcomes(0, 2, 1, 1),
            },
        },
    }


def _disclosed(row: Row) -> Data:
    numbers: dict[str, float] = {"made": 4, "disclosed": 3, "disclosed_total": 17}
    numbers |= {"issued": 4, "repealed": 1, "in_force": 23, "decisions": 86, "amount": 12.5}
    numbers |= {"previous_items": 9, "change": -2, "items": 6}
    if row.path == "disclosure.regulations":  # which a township cannot make
        numbers = dict.fromkeys(numbers, 0)
    return {column.key: numbers[column.key] for column in row.columns}


def _applications(paths: list[str]) -> Data:
    names = [path.split(".", 1)[1] for path in paths]
    results = [name for name in names if name not in _BALANCE]
    rows: dict[str, dict[str, int]] = {name: {} for name in names}
    for number, applicant in enumerate(_APPLICANTS):
        for position, name in enumerate(results):
            rows[name][applicant] = (position * 7 + number * 5) % 13
        done = sum(rows[name][applicant] for name in results)
        rows["results_total"][applicant] = done
        rows["carried_out"][applicant] = 3 + number
        rows["carried_in"][applicant] = 2 + number
        rows["new"][applicant] = done + 1
    table: Data = {}
    for name in names:
        node = table
        *groups, last = name.split(".")
        for group in groups:
            node = node.setdefault(group, {})
        node[last] = {**rows[name], "total": sum(rows[name].values())}
    return table


def _outcomes(upheld: int, corrected: int, other: int, pending: int) -> Data:
    total = upheld + corrected + other + pending
    return {
        "upheld": upheld,
        "corrected": corrected,
        "other": other,
        "pending": pending,
        "total": total,
    }
