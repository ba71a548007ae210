"""``nianbao rules check``: packs validated at exact places, their examples tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import forms
from tests.cli.conftest import Nianbao

EXAMPLES = Path(__file__).parents[2] / "examples" / "rules"

PACK = """\
[规则包]
名称 = "ours"
标题 = "本县补充要求"

[[规则]]
编号 = "YX-C501"
级别 = "警告"
适用版本 = ["2021"]
依据 = "县政府办公室通知"
标题 = "没有写明开放日"
理由 = "应当写明。"
消息 = "总体情况没有写明开放日。"
要求 = '''
部分.总体情况.正文 包含 “开放日”
'''
[规则.正例]
说明 = "写明"
[规则.反例]
说明 = "没有写明"
修改 = [["供水开放日", "供水宣传活动"]]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    return folder


def write(folder: Path, *changes: tuple[str, str]) -> None:
    text = PACK
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "ours.toml").write_text(text, encoding="utf-8")


def test_a_right_pack(nianbao: Nianbao, folder: Path) -> None:
    write(folder)
    told = nianbao("rules", "check", "rules")
    assert told.out == "规则 1 条，调整 0 项，版本 0 个，示例 2 个：全部符合预期\n"
    assert (told.status, told.err) == (0, "")
    assert nianbao("rules", "check", "rules", "--lang", "en").out == (
        "1 rules, 0 changes, 0 editions, 2 examples: all as they should be\n"
    )
    assert nianbao("rules", "check", "rules", "--quiet").out == ""


@pytest.mark.parametrize("name", ["wuwei", "edition"])
def test_the_packs_in_the_examples_folder_are_right(
    nianbao: Nianbao, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "_DECLARED", {})
    told = nianbao("rules", "check", EXAMPLES / name)
    assert told.out.endswith("：全部符合预期\n")
    assert told.status == 0


def test_mistakes_of_a_pack_are_told_with_their_places(nianbao: Nianbao, folder: Path) -> None:
    write(folder, ('级别 = "警告"', '级别 = "警吿"'), ("适用版本", "适用版夲"))
    told = nianbao("rules", "check", "rules")
    assert told.out.splitlines() == [
        "rules/ours.toml:7:1: “级别”不能是“警吿”，是否想写“警告”？",
        "rules/ours.toml:8:1: 没有键“适用版夲”，是否想写“适用版本”？",
        "2 处错误",
    ]
    assert told.status == 1


EXAMPLE_MISTAKES = [
    pytest.param(
        [("供水宣传活动", "供水开放日活动")],
        "rules/ours.toml:18:1: 反例没有触发本规则 YX-C501：没有发现任何问题",
        "the rejected example does not violate YX-C501: nothing was found",
        id="rejected-in-silence",
    ),
    pytest.param(
        [('"供水开放日", "供水宣传活动"', '"2024年1月18日", "2024年2月5日"')],
        "rules/ours.toml:18:1: 反例没有触发本规则 YX-C501：只触发了 D404",
        "the rejected example does not violate YX-C501: only D404",
        id="rejected-for-something-else",
    ),
    pytest.param(
        [('说明 = "写明"', '说明 = "写明"\n修改 = [["供水开放日", "宣传活动"]]')],
        "rules/ours.toml:16:1: 正例触发了本规则 YX-C501：总体情况没有写明开放日。",
        "the accepted example violates YX-C501: ",
        id="accepted-is-found",
    ),
    pytest.param(
        [('说明 = "写明"', '说明 = "写明"\n单元格 = { "申请.新收.总计" = 23 }')],
        "rules/ours.toml:16:1: YX-C501 的正例触发了另一条规则 A",
        "the accepted example of YX-C501 violates another rule, A",
        id="another-rule",
    ),
    pytest.param(
        [("供水开放日", "没有这句话")],
        "rules/ours.toml:18:1: YX-C501的示例：“没有这句话”在示例报告中应出现一次，实际0次",
        "example of YX-C501: “没有这句话” must stand in the example report once, not 0 times",
        id="an-edit-that-fits-nowhere",
    ),
    pytest.param(
        [('说明 = "写明"', '说明 = "写明"\n文件 = "没有.md"')],
        "rules/ours.toml:16:1: YX-C501的示例：没有文件“没有.md”",
        "example of YX-C501: there is no file “没有.md”",
        id="a-file-that-is-not-there",
    ),
    pytest.param(
        [
            ("部分.总体情况.正文 包含", "字数(标题) = 3 或 部分.总体情况.正文 包含"),
            ("没有写明开放日。", "{左边}。"),
        ],
        "rules/ours.toml:18:1: 消息中有内容无法填写：YX-C501: {left}",
        "a part of the message is unknown: YX-C501: {left}",
        id="a-message-with-gaps",
    ),
]


@pytest.mark.parametrize(("changes", "zh", "en"), EXAMPLE_MISTAKES)
def test_an_example_that_shows_something_else(
    nianbao: Nianbao, folder: Path, changes: list[tuple[str, str]], zh: str, en: str
) -> None:
    write(folder, *changes)
    told = nianbao("rules", "check", "rules")
    first, *_, verdict = told.out.splitlines()
    assert first.startswith(zh)
    assert verdict.endswith("处不符合预期")
    assert told.status == 1
    assert en in nianbao("rules", "check", "rules", "--lang", "en").out


def test_an_example_can_be_a_file_beside_the_pack(nianbao: Nianbao, folder: Path) -> None:
    (folder / "报告.md").write_text("# 会议通知\n\n各科室：请参加会议。\n", encoding="utf-8")
    write(folder, ('修改 = [["供水开放日", "供水宣传活动"]]', '文件 = "报告.md"'))
    told = nianbao("rules", "check", "rules")
    assert told.out.startswith("rules/ours.toml:18:1: 反例没有触发本规则 YX-C501：只触发了 E907")


def test_the_example_report_of_an_edition_must_be_right(
    nianbao: Nianbao, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "_DECLARED", {})
    text = (EXAMPLES / "edition" / "yunxi.toml").read_text(encoding="utf-8")
    text = text.replace("2021-yunxi", "2021-odd").replace("起始年度 = 2023\n", "")
    text = text.replace('["规范性文件"] }', '["规范性文件"] }\n不适用规则 = ["S101"]')
    text = text.replace('示例 = "全年举办', '示例 = "2023年2月30日举办')
    (folder / "odd.toml").write_text(text, encoding="utf-8")
    told = nianbao("rules", "check", "rules")
    assert told.out.startswith("rules/odd.toml:7:1: 2021-odd版的示例报告触发了 D408：")
    assert told.status == 1


def test_several_folders_are_loaded_together(
    nianbao: Nianbao, folder: Path, tmp_path: Path
) -> None:
    write(folder)
    other = tmp_path / "city"
    other.mkdir()
    change = '[[调整]]\n规则 = "YX-C501"\n级别 = "提示"\n依据 = "市通知"\n'
    (other / "city.toml").write_text(
        '[规则包]\n名称 = "city"\n标题 = "市"\n\n' + change, encoding="utf-8"
    )
    told = nianbao("rules", "check", "rules", "city")
    assert told.out == "规则 1 条，调整 1 项，版本 0 个，示例 2 个：全部符合预期\n"
    alone = nianbao("rules", "check", "city")
    assert alone.out.startswith("city/city.toml:6:1: 没有编号或名称为“YX-C501”的规则")


@pytest.mark.parametrize(
    ("name", "zh"),
    [("nothing", "没有文件夹“nothing”"), ("empty", "文件夹“empty”中没有规则包（*.toml）")],
)
def test_what_cannot_be_checked(nianbao: Nianbao, tmp_path: Path, name: str, zh: str) -> None:
    (tmp_path / "empty").mkdir()
    told = nianbao("rules", "check", name)
    assert (told.status, told.out) == (2, "")
    assert told.err == f"nianbao rules check：错误：{zh}\n"


def test_a_folder_has_to_be_named(nianbao: Nianbao) -> None:
    told = nianbao("rules", "check")
    assert told.status == 2
    assert told.err.startswith("nianbao rules check：错误：缺少文件夹\n用法：nianbao rules check")


def test_its_help_tells_all(nianbao: Nianbao) -> None:
    zh, en = (nianbao("rules", "check", "--help", "--lang", one).out for one in ("zh", "en"))
    assert "规则包或示例有误" in zh
    assert "something is wrong with a pack or an example" in en
    assert "rules check" in nianbao("rules", "--help").out
