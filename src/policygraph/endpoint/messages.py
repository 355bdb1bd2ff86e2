"""The words of the pages, in Chinese and English."""

MESSAGES: dict[str, tuple[str, str]] = {
    "site": ("政策图谱", "Policy graph"),
    "skip": ("跳到正文", "Skip to content"),
    "nav": ("主导航", "Main navigation"),
    "home": ("首页", "Home"),
    "policies": ("政策文件", "Policies"),
    "ontology": ("术语", "Terms"),
    "ontology.lead": (
        "图中每一类事物、每一个属性和每一个代码的含义。",
        "What each class, property and code of the graph means.",
    ),
    "ontology.none": ("本数据集不含本体。", "This dataset does not hold the ontology."),
    "sparql": ("SPARQL 查询", "SPARQL"),
    "switch": ("English", "中文"),
    "footer.dataset": ("数据集", "Dataset"),
    "footer.conforms": ("已通过校验", "validated"),
    "footer.violates": ("校验未通过", "validation found violations"),
    "footer.unchecked": ("尚未校验", "not validated"),
    "home.lead": (
        "每一条事实都能追溯到原文中的字句：谁负责哪一条、依据什么、何时有效。",
        "Every fact leads back to the characters it was read from:"
        " who must do what, on which basis, and since when.",
    ),
    "home.search": ("查找文件", "Find a document"),
    "home.search.hint": ("标题、文号或发文机关", "title, number or issuer"),
    "home.holds": ("图中有什么", "What the graph holds"),
    "home.questions": ("可以问什么", "What you can ask"),
    "home.iri": ("按标识查看", "Look up an IRI"),
    "home.machines": ("供程序使用", "For programs"),
    "home.machines.text": (
        "同一网址按 Accept 返回网页、Turtle、JSON-LD；SPARQL 1.1 端点见",
        "Every address answers with a page, Turtle or JSON-LD by its Accept header;"
        " the SPARQL 1.1 endpoint is at",
    ),
    "count.documents": ("份文件", "documents"),
    "count.clauses": ("个条款", "clauses"),
    "count.responsibilities": ("条责任", "responsibilities"),
    "count.citations": ("处引用", "citations"),
    "count.quads": ("条陈述", "statements"),
    "count.findings": ("条待核对", "findings to check"),
    "open": ("打开", "open"),
    "show": ("查看", "Show"),
    "find": ("查找", "Find"),
    "policies.found": ("共 {total} 份", "{total} found"),
    "policies.none": ("没有符合的文件，请换个说法再试。", "Nothing found; try other words."),
    "policies.title": ("标题", "Title"),
    "policies.number": ("文号", "Number"),
    "policies.issuer": ("发文机关", "Issuer"),
    "policies.date": ("成文日期", "Date"),
    "policies.draft": ("征求意见稿", "draft"),
    "paging": ("分页", "Pages"),
    "paging.previous": ("上一页", "Previous"),
    "paging.next": ("下一页", "Next"),
    "paging.here": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "thing.path": ("所在位置", "Part of"),
    "thing.text": ("原文", "Text"),
    "thing.text.place": (
        "原文第 {start} 至 {end} 字符",
        "characters {start} to {end} of the source",
    ),
    "thing.text.none": (
        "本数据集只含事实，不含原文；请到发布机关网站查看全文。",
        "This dataset holds facts only, no text; see the publisher for the full document.",
    ),
    "thing.text.cut": ("原文较长，此处未全部显示。", "The text is long and not shown whole here."),
    "thing.outline": ("条款及其内容", "Clauses and what they say"),
    "thing.outline.cut": (
        "条款较多，此处未全部显示；请下载 Turtle 或用 SPARQL 查询。",
        "There are more clauses than shown here; download Turtle or use SPARQL.",
    ),
    "thing.properties": ("属性", "Properties"),
    "thing.incoming": ("指向此处的事实", "What points here"),
    "thing.formats": ("下载", "Download"),
    "thing.more": ("其余见下载文件", "the rest is in the download"),
    "thing.all": ("查看全部 {count} 项", "Show all {count}"),
    "mark.responsibility": ("责任单位", "responsible unit"),
    "mark.body-duty": ("正文中的职责", "duty in running text"),
    "mark.amendment": ("修改", "change"),
    "mark.agency-change": ("机构变更", "agency change"),
    "mark.quantity": ("数量", "figure"),
    "mark.deadline": ("期限", "time"),
    "mark.inherited": ("沿用全文规定的责任单位", "by a rule for the whole document"),
    "mark.citation": ("引用", "citation"),
    "back": ("返回", "Back"),
    "question.ask": ("查询", "Ask"),
    "question.rows": ("{count} 行", "{count} rows"),
    "question.none": (
        "没有结果。请核对上面的参数，例如名称是否写全。",
        "No rows. Check the parameters above, for instance whether a name is complete.",
    ),
    "question.cut": (
        "此处只显示前 {count} 行，全部结果请下载。",
        "Only the first {count} rows are shown; download the answer to have them all.",
    ),
    "question.query": ("所用的查询", "The query behind it"),
    "question.edit": ("在 SPARQL 页面中修改", "Edit it on the SPARQL page"),
    "question.excel": ("CSV（可用 Excel 打开）", "CSV (opens in Excel)"),
    "question.json": ("JSON", "JSON"),
    "question.optional": ("可不填", "optional"),
    "question.example": ("例：{example}", "e.g. {example}"),
    "question.default": ("默认 {default}", "default {default}"),
    "question.today": ("默认今天", "default: today"),
    "sparql.query": ("查询语句", "Query"),
    "sparql.run": ("运行", "Run"),
    "sparql.result": ("结果", "Result"),
    "sparql.yes": ("是", "Yes"),
    "sparql.no": ("否", "No"),
    "sparql.hint": (
        "只读。默认图是所有具名图的并集；单次查询有时间与大小限制。",
        "Read only. The default graph is the union of all named graphs;"
        " time and size of a query are limited.",
    ),
    "sparql.rdf.cut": ("结果较长，此处未全部显示。", "The answer is long and not shown whole."),
    "problem.try": ("可以这样做", "What you can do"),
    "problem.home": ("回到首页", "Go to the start page"),
}


def message(key: str, language: str, **values: object) -> str:
    """Give a message in ``zh`` or ``en`` with its values filled in.

    Raises:
        KeyError: there is no message with this key.
    """
    zh, en = MESSAGES[key]
    return (zh if language == "zh" else en).format(**values)
