"""The codes of findings: how bad each is, what it means, and what a person can do about it."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is. Only ``error`` makes a command exit with status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(NamedTuple):
    """What a finding code means, and what a person can do about it."""

    severity: Severity
    zh: str
    en: str


CODES: dict[str, Code] = {
    "source.unreadable": Code(
        Severity.ERROR,
        "文件无法读取，请检查路径、格式和编码",
        "the file cannot be read; check path, format and encoding",
    ),
    "source.empty": Code(
        Severity.ERROR, "文件中没有文字，请更换文件", "the file holds no text; supply another file"
    ),
    "source.binary": Code(
        Severity.ERROR,
        "不是可读取的格式，请另存为 .docx、带文字的 .pdf、.html 或 UTF-8、GB18030 编码的 .txt",
        "not in a format that is read here; save it as .docx, .pdf with text, .html or .txt",
    ),
    "source.wrong-ending": Code(
        Severity.ERROR,
        "文件扩展名与内容不符（可能下载失败），请重新下载或改正扩展名",
        "the ending of the name does not fit the content; get the file again or rename it",
    ),
    "source.too-large": Code(
        Severity.ERROR,
        "文件超过大小上限，请拆分后再读",
        "the file is larger than the limit; split it first",
    ),
    "source.too-long": Code(
        Severity.ERROR,
        "页数、读取时间或所需内存超过上限，请拆分或重新另存后再读",
        "more pages, time or memory than the limit; split the file, or save it anew",
    ),
    "source.too-deep": Code(
        Severity.ERROR,
        "网页元素嵌套过深，请只保存其中的文字",
        "the elements of the page are nested too deeply; save its text alone",
    ),
    "source.password": Code(
        Severity.ERROR,
        "文件设有密码，请另存为无密码的文件",
        "the file is locked with a password; save it without one",
    ),
    "source.scan": Code(
        Severity.ERROR,
        "扫描件，页面只有图像没有文字，请先做文字识别（OCR）",
        "a scan: its pages are pictures without text; run text recognition (OCR) first",
    ),
    "source.broken-characters": Code(
        Severity.WARNING,
        "有字符损坏，以 U+FFFD 代替，个数如下，请核对原文或重新获取文件",
        "so many characters are damaged and stand as U+FFFD; check them or get the file again",
    ),
    "source.picture-pages": Code(
        Severity.WARNING,
        "以下各页只有图像没有文字，未能读取，请做文字识别（OCR）后再读",
        "these pages are pictures without text and were not read; run text recognition (OCR) first",
    ),
    "source.part-not-read": Code(
        Severity.WARNING,
        "文件中嵌入的以下部分未能读取，请打开文件，把其中文字粘贴到正文后另存",
        "this embedded part of the file was not read; open the file, paste its words into the text"
        " and save it anew",
    ),
    "source.garbled": Code(
        Severity.ERROR,
        "文字是乱码（编码有误、保存前已损坏，或 PDF 的字体没有注明所印文字），"
        "请找回原文件另存为 UTF-8，或重新导出 PDF、做文字识别（OCR）",
        "the characters make no sense: another encoding, damaged before it was saved, or a PDF"
        " whose fonts do not name them; save the original as UTF-8, export the PDF anew or run OCR",
    ),
    "source.not-chinese": Code(
        Severity.WARNING,
        "几乎没有中文（汉字数 / 字母总数），未读出结构与事实，请确认文件无误",
        "next to no Chinese (Han characters / all letters), so little can be read from it; check"
        " that this is the right file",
    ),
    "source.damaged": Code(
        Severity.ERROR,
        "文件损坏或不完整，请重新获取，或打开后另存",
        "the file is damaged or cut off; get it again, or open it and save it anew",
    ),
    "source.zip-bomb": Code(
        Severity.ERROR,
        "文件解压后大得不像一份文档，未予读取，请核对来源",
        "the file unpacks to more than a document can hold; check where it comes from",
    ),
    "source.doctype": Code(
        Severity.ERROR,
        "文件内含 DOCX 禁止的文档类型声明（DTD），未予读取，请核对来源或重新另存",
        "the file declares a document type (DTD), which DOCX forbids; check where it comes from",
    ),
    "source.bad-record": Code(
        Severity.ERROR,
        "抽取记录格式不符，请用 policygraph extract 重新生成",
        "the record does not follow the format; make it again with policygraph extract",
    ),
    "source.duplicate": Code(
        Severity.WARNING,
        "同一文件内容重复出现，只读一次",
        "the same content was given twice; it is read once",
    ),
    "document.no-title": Code(
        Severity.WARNING, "未找到标题，请补充", "no title was found; supply it by hand"
    ),
    "document.no-place": Code(
        Severity.WARNING,
        "无法确定发文地区，文中单位也因此未逐一还原；请先在 --registry 文件夹的 places.csv"
        " 中补充该地（可照 docs/agencies.md 中的一行填写），再重新运行",
        "the issuing place cannot be told, so its units are not looked up either; first add the"
        " place to places.csv of a folder given with --registry (docs/agencies.md has a row to"
        " copy), and run again",
    ),
    "document.no-date": Code(Severity.INFO, "未找到成文日期", "no date of the document is printed"),
    "document.broken-date": Code(
        Severity.WARNING,
        "日期印刷残缺，已按唯一可能的读法还原，请核对",
        "a broken date was restored to its only possible reading; check it",
    ),
    "document.ambiguous": Code(
        Severity.WARNING,
        "同一项有两种读法，未采用任何一种，请人工确定",
        "two readings of one field; neither was taken, decide by hand",
    ),
    "clause.number-gap": Code(
        Severity.WARNING,
        "条目编号不连续，请核对原文",
        "a clause number is missing before this one; check the source",
    ),
    "clause.number-repeated": Code(
        Severity.WARNING,
        "条目编号重复，已用 ~2 区分，请核对原文",
        "a clause number is printed twice; told apart by ~2, check the source",
    ),
    "text.unclassified": Code(
        Severity.INFO,
        "此段落未能归类，未从中读取结构",
        "this passage could not be classified; no structure was read from it",
    ),
    "mark.no-unit": Code(
        Severity.WARNING,
        "括号内有“负责”“牵头”等字样但未读出单位，请核对",
        "a bracket speaks of responsibility but no unit was read from it; check it",
    ),
    "mark.not-a-unit": Code(
        Severity.WARNING,
        "责任标注中有一项不像单位名称，未采用，请核对",
        "a piece of a mark does not look like a unit and was left out; check it",
    ),
    "mark.too-many-rules": Code(
        Severity.WARNING,
        "“以下任务均由……负责，不再单列”一类的规则过多，此处未采用，请人工核对",
        "more rules that lay a duty on all clauses below than can be meant; this one was left out",
    ),
    "bracket.unclosed": Code(
        Severity.INFO, "括号或书名号没有闭合", "a bracket or title mark is never closed"
    ),
    "table.no-column": Code(
        Severity.INFO,
        "表格中未找到责任单位或数据来源列",
        "the table has no column of responsible units or data sources",
    ),
    "citation.number-without-title": Code(
        Severity.INFO,
        "文号前没有书名号标题，未作为引用读取",
        "a document number stands without a title and was not read as a citation",
    ),
    "citation.inserted-article": Code(
        Severity.INFO,
        "引用了增补的条文（第×条之×），引用只记到该法，请人工核对条文",
        "an inserted article (第…条之…) is cited; the row names the law alone, look up the article",
    ),
    "citation.range": Code(
        Severity.WARNING,
        "引用的条款范围首尾颠倒或过大，只记下首尾两条，请核对",
        "a range of cited units runs backwards or is too long; its ends alone are rows, check it",
    ),
    "citation.unit-not-read": Code(
        Severity.INFO,
        "书名号后另有编、章、节、部分或款、项未读入引用，请人工核对",
        "a part, chapter, paragraph or item behind a citation was not read into it, look it up",
    ),
    "citation.quotation-differs": Code(
        Severity.WARNING,
        "所引条文的文字与手头该文件的条文不一致（文中 → 该条文），请核对原文与所引版本",
        "words quoted are not those of the article at hand (quoted → article); check both texts",
    ),
    "citation.quotation-not-found": Code(
        Severity.WARNING,
        "引号内的文字在手头该文件的该条、该项中找不到（或在 / 后所示的项），请核对条号、原文与版本",
        "words quoted are not in the article or item at hand (behind /: the right one); check both",
    ),
    "amendment.not-read": Code(
        Severity.WARNING,
        "此句似在修改另一文件，但未能读出改动，请核对",
        "this sentence seems to change another document but no change was read; check it",
    ),
    "amendment.renumbering": Code(
        Severity.INFO,
        "此处要求顺延或调整编号，其后条款的编号将变动，请核对引用",
        "what follows is renumbered here; check citations of the numbers behind it",
    ),
    "amendment.too-many": Code(
        Severity.WARNING,
        "一句话所列位置与文字、或一个条目所列依据过多，无法逐一对应，请人工核对",
        "more places and texts in a sentence, or legal bases in a clause, than can be told apart;"
        " read it by hand",
    ),
    "agency.unknown": Code(
        Severity.INFO,
        "单位简称无法还原为全称，保留原文写法；可在 --registry 文件夹的 bodies.csv 中补充",
        "the full name of this unit is not known; it stays as written; bodies.csv of a folder"
        " given with --registry can tell it",
    ),
    "agency.name-ended": Code(
        Severity.INFO,
        "文中所写的单位名称在成文之前已经停用（文中名称 → 现名称，停用日期）；"
        "无须补充登记表，请核对是否应改写现名称",
        "this name of a unit had ended before the document's day (name → name now, day on which it"
        " ended); the registry needs no row, check whether the name now was meant",
    ),
    "agency.ambiguous": Code(
        Severity.WARNING,
        "单位简称有两种可能的全称，保留原文写法，请人工确定",
        "two full names fit this unit; it stays as written, decide by hand",
    ),
    "agency-change.differs-from-registry": Code(
        Severity.WARNING,
        "文中写明的机构变动与登记表不一致（文中 / 登记表），请核对",
        "the text makes of this unit something else than the registry knows"
        " (text / registry); check both",
    ),
    "place.ended": Code(
        Severity.WARNING,
        "所写的行政区划（名称、代码）按区划代码表在成文日期前已撤销或更名，请核对名称与日期",
        "by the editions of the code table this division (name, code) had ended or been renamed by"
        " the document's day; check name and day",
    ),
    "place.not-founded": Code(
        Severity.WARNING,
        "所写的行政区划（名称、代码）按区划代码表在成文日期后才设立，请核对名称与日期",
        "by the editions of the code table this division (name, code) was founded only after the"
        " document's day; check name and day",
    ),
    "place.before-table": Code(
        Severity.INFO,
        "成文日期早于首版区划代码表，此前的行政区划不详，按首版读取",
        "the document is older than the first edition of the code table; what was before is not"
        " known, it was read by the first",
    ),
    "post.not-read": Code(
        Severity.INFO,
        "成员名单中有一行未能读出单位和职务，请核对",
        "a line of a list of members gives no unit and post that can be read; check it",
    ),
    "review.bad-file": Code(
        Severity.ERROR,
        "复核文件有误，未采用，请按所示文件和键修改",
        "the review file is wrong and was not used; mend it at the file and key named",
    ),
    "review.not-found": Code(
        Severity.WARNING,
        "复核补充的引文在该条目中找不到，未补充，请核对引文",
        "the quote of a review entry does not occur in its clause; nothing was added, check it",
    ),
    "review.ambiguous": Code(
        Severity.WARNING,
        "复核补充的引文在该条目中出现多次，未补充，请加长引文",
        "the quote of a review entry occurs more than once in its clause; make it longer",
    ),
    "review.stale": Code(
        Severity.WARNING,
        "复核标为有误的行已不存在，请删除该复核项",
        "a row that the review calls wrong is no longer read; drop the entry",
    ),
    "review.text-changed": Code(
        Severity.WARNING,
        "原文与复核时不同，请重新核对复核文件",
        "the text is not the one that was reviewed; look through the review file again",
    ),
    "quantity.no-unit": Code(
        Severity.INFO,
        "数字前有“不低于”“达到”等字样，或为几分之几、比例，但未读出单位，请核对",
        "a number is compared with something, or is a fraction, and no unit was read; check it",
    ),
    "deadline.no-year": Code(
        Severity.INFO,
        "期限没有写明年份，文件日期也不详，请人工确定",
        "a time limit names no year and the document bears no date; decide by hand",
    ),
}
