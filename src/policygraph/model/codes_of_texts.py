"""Codes of what was seen in a text and not understood, or read in two ways."""

from policygraph.model.code import Code, Severity

CODES_OF_TEXTS: dict[str, Code] = {
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
        "条款编号不连续，请核对原文",
        "a clause number is missing before this one; check the source",
    ),
    "clause.number-repeated": Code(
        Severity.WARNING,
        "条款编号重复，已用 ~2 区分，请核对原文",
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
    "table.unsure-column": Code(
        Severity.WARNING,
        "表格此行缺少一个单位栏，所列单位属于哪一栏无法确定，未采用，请人工核对",
        "a row lacks a cell of units, and it is not sure which: the units it has were left out",
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
        "书名号后另有编、章、节、部分或款、项，或首款中的“前款”，未读入引用，请人工核对",
        "a part, chapter, paragraph or item behind a citation, or 前款 in a first paragraph, was"
        " not read into it, look it up",
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
        "一句话所列位置与文字、或一个条款所列依据过多，无法逐一对应，请人工核对",
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
        "单位简称有不止一种可能的全称（policygraph agencies unresolved 列出是哪几种），"
        "保留原文写法，请人工确定",
        "several full names fit this unit (policygraph agencies unresolved lists them); it stays as"
        " written, decide by hand",
    ),
    "agency-change.differs-from-registry": Code(
        Severity.WARNING,
        "文中写明的机构变更与登记表不一致（文中 / 登记表），请核对",
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
