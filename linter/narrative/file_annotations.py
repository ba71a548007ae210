"""What a file carries beside the text that is meant to be published."""

from __future__ import annotations

from linter.model.document import Annotation
from linter.model.report import Record, Scalar
from linter.narrative.persons import is_name
from linter.narrative.prose import Prose
from linter.structure.folding import squeeze

# Names of users as installers leave them, and of offices and places.
_NO_PERSONS = frozenset((
    "江苏", "江西", "安徽", "河南", "河北", "湖南", "湖北", "广东", "广西", "海南", "云南", "贵州",
    "四川", "陕西", "山西", "山东", "甘肃", "宁夏", "青海", "吉林", "黑龙江", "石家庄", "高新",
    "方正", "金山", "联想", "华为", "惠普", "戴尔", "文档", "文件", "文书", "秘书", "作者",
))  # fmt: skip
_OF_OFFICES = (
    *"科室局办处股部厅委院镇乡村县市区省州所站队",
    *("用户", "中国", "系统", "公司", "电脑", "中心", "政府", "街道", "单位", "机关"),
)


def file_annotations(prose: Prose) -> tuple[Record, ...]:
    """Tracked changes, comments, hidden texts and properties of the file.

    ``personal`` is 1 for a property that is the name of a person and not the issuer's own.
    """
    issuer = prose.report.issuer or ""
    return tuple(
        Record(one.text, one.place, None, _fields(one, issuer)) for one in prose.report.annotations
    )


def _fields(annotation: Annotation, issuer: str) -> dict[str, Scalar]:
    fields: dict[str, Scalar] = {"kind": annotation.kind, "personal": 0}
    if annotation.author:
        fields["author"] = annotation.author
    if annotation.name:
        fields["name"] = annotation.name
        fields["personal"] = int(_is_person(squeeze(annotation.text), issuer))
    return fields


def _is_person(text: str, issuer: str) -> bool:
    no_person = text in _NO_PERSONS or text.endswith(_OF_OFFICES) or text in issuer
    return is_name(text) and not no_person
