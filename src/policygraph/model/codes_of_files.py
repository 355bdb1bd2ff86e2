"""Codes of what is wrong with a file, or with the review beside it."""

from policygraph.model.code import Code, Severity

CODES_OF_FILES: dict[str, Code] = {
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
        "文件中嵌入的以下部分未能读取，请打开文件，把其中文字粘贴到正文后另存，或把该部分另存为文件",
        "this embedded part of the file was not read; open the file, paste its words into the text"
        " and save it anew, or save the part as a file of its own",
    ),
    "source.garbled": Code(
        Severity.ERROR,
        "文字是乱码（编码有误、保存前已损坏，或 PDF、OFD 的字体没有注明所印文字），"
        "请找回原文件另存为 UTF-8，或重新导出、做文字识别（OCR）",
        "the characters make no sense: another encoding, damaged before it was saved, or a PDF"
        " or OFD whose fonts do not name them; save the original as UTF-8, export it anew or run"
        " OCR",
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
        "文件内含不应有的文档类型声明（DTD），未予读取，请核对来源或重新另存",
        "the file declares a document type (DTD), which has no place in it; check where it comes"
        " from",
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
    "review.bad-file": Code(
        Severity.ERROR,
        "复核文件有误，未采用，请按所示文件和键修改",
        "the review file is wrong and was not used; mend it at the file and key named",
    ),
    "review.not-found": Code(
        Severity.WARNING,
        "复核补充的引文在该条款中找不到，未补充，请核对引文",
        "the quote of a review entry does not occur in its clause; nothing was added, check it",
    ),
    "review.ambiguous": Code(
        Severity.WARNING,
        "复核补充的引文在该条款中出现多次，未补充，请加长引文",
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
}
