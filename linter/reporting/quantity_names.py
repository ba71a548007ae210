"""What the quantities of which prose and tables give a figure are called."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.rule import Text

QUANTITY_NAMES: Mapping[str, Text] = {
    "received": Text("收到的申请", "applications received"),
    "new": Text("本年新收申请", "new applications"),
    "accepted": Text("受理的申请", "applications accepted"),
    "handled": Text("收办的申请", "applications to handle"),
    "requests": Text("政府信息公开申请", "applications"),
    "finished": Text("办结的申请", "applications closed"),
    "answered": Text("答复的申请", "applications answered"),
    "carried_in": Text("上年结转申请", "applications carried in"),
    "carried_out": Text("结转下年度的申请", "applications carried out"),
    "granted": Text("予以公开", "granted"),
    "partial": Text("部分公开", "partly granted"),
    "refused": Text("不予公开", "refused"),
    "unavailable": Text("无法提供", "unavailable"),
    "not_processed": Text("不予处理", "not processed"),
    "closed": Text("其他处理", "otherwise closed"),
    "refused.state_secret": Text("属于国家秘密", "state secrets"),
    "refused.prohibited_by_law": Text("其他法律行政法规禁止公开", "prohibited by law"),
    "refused.security_stability": Text("危及“三安全一稳定”", "security and stability"),
    "refused.third_party": Text("保护第三方合法权益", "third parties' rights"),
    "refused.internal_affairs": Text("属于三类内部事务信息", "internal affairs"),
    "refused.deliberative": Text("属于四类过程性信息", "deliberative information"),
    "refused.enforcement_file": Text("属于行政执法案卷", "enforcement files"),
    "refused.administrative_inquiry": Text("属于行政查询事项", "administrative inquiries"),
    "unavailable.not_held": Text("本机关不掌握相关政府信息", "information not held"),
    "unavailable.needs_creation": Text(
        "没有现成信息需要另行制作", "information that would have to be created"
    ),
    "unavailable.still_unclear": Text("补正后申请内容仍不明确", "still unclear after correction"),
    "not_processed.petition": Text("信访举报投诉类申请", "petitions and complaints"),
    "not_processed.repeated": Text("重复申请", "repeated applications"),
    "not_processed.publication": Text("要求提供公开出版物", "requests for publications"),
    "not_processed.excessive": Text("无正当理由大量反复申请", "excessive applications"),
    "natural_person": Text("自然人申请", "applications of natural persons"),
    "legal_person": Text("法人或其他组织申请", "applications of organisations"),
    "enterprise": Text("商业企业申请", "applications of enterprises"),
    "research": Text("科研机构申请", "applications of research institutions"),
    "nonprofit": Text("社会公益组织申请", "applications of non-profit organisations"),
    "legal_service": Text("法律服务机构申请", "applications of legal service providers"),
    "reconsideration": Text("行政复议", "reconsiderations"),
    "litigation": Text("行政诉讼", "lawsuits"),
    "litigation_direct": Text("未经复议直接起诉", "lawsuits without reconsideration"),
    "litigation_after_reconsideration": Text("复议后起诉", "lawsuits after reconsideration"),
    "reviews": Text("行政复议和行政诉讼", "reconsiderations and lawsuits"),
    "regulations.issued": Text("制发规章", "regulations issued"),
    "regulations.repealed": Text("废止规章", "regulations repealed"),
    "regulations.in_force": Text("现行有效规章", "regulations in force"),
    "normative_documents.issued": Text("制发行政规范性文件", "normative documents issued"),
    "normative_documents.repealed": Text("废止行政规范性文件", "normative documents repealed"),
    "normative_documents.in_force": Text("现行有效行政规范性文件", "normative documents in force"),
    "licensing": Text("行政许可决定", "licensing decisions"),
    "penalties": Text("行政处罚决定", "penalty decisions"),
    "coercion": Text("行政强制决定", "coercion decisions"),
    "fees": Text("行政事业性收费（元）", "administrative fees (yuan)"),
    "results": Text("几类办理结果合计", "several kinds of results together"),
}
