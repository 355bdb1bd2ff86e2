"""Who gets a sum, out of which fund, and on what condition."""

from policygraph.expression import expression
from policygraph.extract.quantities.passage import Passage, closed_up
from policygraph.extract.quantities.wording import GIVEN, LEADING, PART, WHO, named

_CONDITION = 60
_BRACKET = expression(r"[（(][^（）()]{0,60}[）)]")
_ADDRESSED = expression(r"^.*?(?:对于?|凡是?|支持|鼓励)")
_FAR = 120  # characters of a sentence before a figure in which who gets it is named
_CONDITIONAL = expression(r"(?:的|者|后)$")
_RECEIVER = "企业|单位|机构|个人|人员|平台|项目|园区|主体|户|者|基地|产品|团队|人才|学校"
_WHO_ENDS = f"(?:{_RECEIVER}|的)"
_FUND = expression("的?(?P<noun>[\u4e00-\u9fff“”]{2,20}?(?:资金|基金|经费|贷款))")
_OFFENCE = expression("[、第]|有下列|违反|情节|逾期|拒不|未按|擅自|造成|经责令")
_OPENS = expression(r"^(?:对于?|凡是?|首次|连续|年度|新(?!增))")
_GIVES = expression(GIVEN.pattern + "|处以?[^，。；]{0,20}[元倍]")
_TO = expression(  # 对甲企业按设备投入的10%给予补助
    "(?P<who>(?<![针面核])对[^，。；：对处]{2,60}?)"
    "(?:，?(?:按照?|再?给予|予以|再?奖励|补助|补贴|一次性|分别|各|每[家户个]))[^。；]{0,60}$"
)
_GIVEN_TO = expression(
    rf"(?:给予|予以|奖励|补助|补贴|资助)(?P<who>[\u4e00-\u9fff]{{2,16}}?(?:{_RECEIVER}))"
    "(?:年度|每年|一次性|最高|最多|不超过|不高于|每[家户个人]|总额|共)*$"
)
_GETS = expression(
    rf"(?:对于?|凡是?)?(?P<who>[^，。；：]{{2,60}}?{_WHO_ENDS})(?:再|各|均|分别|一次性|可|额外){{0,3}}(?:给予|予以)"
)
_OFFENDER = expression(
    r"(?<![\u4e00-\u9fff])"
    r"(?P<who>[\u4e00-\u9fff]{2,16}?(?:企业|单位|经营者|机构|人员|负责人|业主|场所|站))"
    r"违反本?[^，。；]{2,40}(?:规定|之一)"
)
_ADDRESSEE = expression(
    "(?:对[^，。]{2,40}|的[^，。的]{0,14})"
    "(?:企业|单位|机构|个人|人员|平台|项目|园区|主体|户|产品|基地|中心|载体|农户|合作社|学校|团队|人才|市场|农场)$"
)
_PROCEDURE = expression(
    "经.{0,20}(?:认定|审核|批准|验收|同意|评审|确认|核定|评估|审定|备案)(?:合格|通过|同意)?后?的?$"
)


def condition_of(text: str, passage: Passage) -> str | None:
    """Give the part of the sentence right before the figure's that says for whom or when."""
    end = passage.part
    if text[end - 1 : end] in ("）", ")") and text[end : end + 1] in ("后", "的"):
        end += 1  # 实现上市（含…）后奖励
    earlier = closed_up(text, passage.stop, end)
    if "（" in earlier or "(" in earlier:
        earlier = _BRACKET.sub("", earlier)
    before = PART.split(earlier.rstrip("，,：:"))
    for words in reversed(before):
        is_one = _CONDITIONAL.search(words) or _OPENS.match(words) or _ADDRESSEE.search(words)
        if (
            is_one
            and len(words) <= _CONDITION
            and not _PROCEDURE.match(words)
            and not _GIVES.search(words)
        ):
            return words or None
    to = _TO.search(earlier[-_FAR:] + closed_up(text, passage.part, passage.figure.start))
    return to["who"] if to else None


def beneficiary(condition: str | None) -> str | None:
    """对当年首次“小升规”的工业企业 -> 当年首次“小升规”的工业企业; an offence is no one."""
    if not condition or _OFFENCE.match(condition):
        return None
    return named(LEADING.sub("", _ADDRESSED.sub("", condition)), WHO)


def offender(text: str, passage: Passage) -> str | None:
    """供水企业违反本条例规定，…处…罚款."""
    match = _OFFENDER.search(text, passage.sentence, passage.figure.start)
    return match["who"] if match else None


def fund(text: str, passage: Passage) -> str | None:
    """安排200万元电商发展专项资金: the name of a fund stands right behind its sum."""
    match = _FUND.match(text, passage.tail, passage.part_end)
    return match["noun"] if match else None


def recipient(text: str, passage: Passage) -> str | None:
    """凡未得到补助的茶企业给予一次性2万元奖励: who gets it stands right before the verb."""
    words = closed_up(text, passage.part, passage.figure.start)
    match = _GIVEN_TO.search(words) or _GETS.match(words)
    return named(LEADING.sub("", match["who"]), WHO) if match else None
