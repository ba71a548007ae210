"""Names of persons, and words that tell whose number stands beside them."""

from __future__ import annotations

import re
from functools import cache

from linter.regex import regex

# The common ones; those that more often are another word (于、和、关、成 …) are left out.
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "田姜范方石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙钱汤尹黎易乔贺赖龚文庞樊兰殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍"
    "韦申尤聂焦柳邢岳齐梅莫庄辛管祝左涂谷祁舒耿牟詹苗凌费纪靳盛童欧甄项阳裴席卫查屈鲍覃霍翁隋甘景薄包柏宁柯阮桂闵柴华车冉"
    "房辜吉饶刁瞿戚丘米池滕晋苑邬臧畅苟褚廉娄符穆燕郎邸冀姬屠郜晏栾郁蒙喻揭窦迟敖糜鄢卓仇艾蓝巩练仲虞卞竺冼楚佟栗匡巫鞠"
    "荆谌扬沙伏岑习胥蔺闫肖付"
)
_DOUBLE_SURNAMES = "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|夏侯|令狐|端木|轩辕|南宫"
_NAME = rf"(?:(?:{_DOUBLE_SURNAMES})[\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}][\u4e00-\u9fff×*]{{1,2}})"

_PARTY = "申请人|投诉人|举报人|信访人|来访人|反映人|当事人|第三人|原告|上诉人|被处罚人|受害人"
_FOLK = f"{_PARTY}|业主|村民|居民|市民|群众|患者|户主|家属|姓名"
_CONTACT = "联系人|经办人|承办人|工作人员|负责人"
_REACHED_BY = "手机|移动电话|联系电话|联系方式|电话|电子邮箱|电子邮件|邮箱"
_GAP = "[^。;；!?！？]{0,18}"

# What an office tells of itself so that people can reach it.
_INQUIRY = (
    "疑问|咨询(?:电话|热线|方式|请|可)|(?:监督|投诉|举报|服务|公开|办公)电话|受理(?:机构|单位|部门|地点)|邮编|邮政编码"
    "|传真|办公(?:地址|地点|时间)|热线|值班|公布(?:了)?(?:监督|举报|咨询|联系)|拨打|致电|(?:请|可|可以)(?:与|向|联系)"
)
_OFFICE = f"{_INQUIRY}|联系电话|联系方式|咨询|监督|地址|办公室|单位|窗口|机关|科室|站所|中心"
_OFFICE_SUFFIXES = "局|府|办|厅|委|院|中心|财政|处|科|所|站|队|公司|专户"


def is_inquiry(context: str) -> bool:
    """Whether ``context`` tells people how to reach an office."""
    return bool(_words()["inquiry"].search(context))


def names_party(before: str) -> bool:
    """Whether ``before`` ends with a private person: 申请人张某、王女士、当事人电话 …"""
    return bool(_words()["party"].search(before))


def names_contact(before: str, context: str) -> bool:
    """Whether ``before`` ends with a contact by name, of whom no office is told."""
    words = _words()
    return bool(words["contact"].search(before)) and not words["office"].search(context)


def lists_persons(heading: str) -> bool:
    """Whether the header of a table names private persons and no offices."""
    words = _words()
    return bool(words["persons"].search(heading)) and not words["offices"].search(heading)


def calls_id(before: str) -> bool:
    """Whether what follows ``before`` is called the number of an identity card."""
    return bool(_words()["id"].search(before))


def calls_code(before: str) -> bool:
    """Whether what follows ``before`` is called a code or the number of a document."""
    return bool(_words()["code"].search(before))


def tells_card(context: str) -> bool:
    """Whether ``context`` speaks of a bank account, and not of an office's."""
    words = _words()
    return bool(words["account"].search(context)) and not words["office account"].search(context)


def is_name(text: str) -> bool:
    """Whether ``text`` is the name of a person, in characters."""
    return bool(_words()["name"].fullmatch(text))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    patterns = {
        "inquiry": _INQUIRY,
        "office": _OFFICE,
        "party": rf"(?:{_FOLK})[:：为是]?[(（]?{_NAME}{_GAP}$"
        rf"|[{_SURNAMES}][\u4e00-\u9fff]{{0,2}}(?:先生|女士|小姐|老人|大爷|阿姨|师傅){_GAP}$"
        rf"|(?:本人|个人|私人|{_PARTY})的?(?:{_REACHED_BY})(?:号码|号)?[:：为是]?$"
        rf"|身份(?:证|号){_GAP}$",
        "contact": rf"(?:{_CONTACT})[:：为是]?[(（]?{_NAME}[,，、(（]?"
        r"(?:(?:手机|移动电话|邮箱|电子邮箱)(?:号码|号)?[:：为是]?)?$",
        "persons": rf"姓名|户主|{_PARTY}",
        "offices": "单位|部门|科室|职务|机关|乡镇|街道|站所|窗口|办公",
        "id": "身份(?:证|号)[^0-9。;；]{0,12}$",
        "code": "(?:代码|编号|编码|文号|备案号|许可证号|流水号)[^0-9。;；]{0,6}$",
        "account": "银行|卡号|账号|帐号|账户|帐户|开户|转账|汇款|收款",
        "office account": "(?:户名|[账帐]户名称|收款单位|收款人|单位名称)[:：为是]?"
        rf"[^,，。;；]{{0,24}}(?:{_OFFICE_SUFFIXES})|财政专户|非税|缴费",
        "name": _NAME,
    }
    return {name: regex(pattern) for name, pattern in patterns.items()}
