"""Responsibilities: who must do what, in all the ways it is printed."""

import pytest

from tests.reading import read

HEAD = "河南省人民政府办公厅关于支持企业的意见\n各市政府：\n"

# printed text, rows of (clause, segment, as written, resolved, role)
ROWS = [
    # a label that a line breaks; 联合 in a name
    (
        "1.甲。乙。（责任处\n室：行政审批办公室）\n2.丙。丁。（责任单位：县市场监管局、县联合征信有限公司）",
        [
            ("1", 1, "行政审批办公室", "行政审批办公室", "responsible"),
            ("2", 1, "县市场监管局", "县市场监管局", "responsible"),
            ("2", 1, "县联合征信有限公司", "县联合征信有限公司", "responsible"),
        ],
    ),
    (
        "1.甲。乙。（责任单位：省财政厅、税务局，各省辖市政府）",
        [
            ("1", 1, "省财政厅", "省财政厅", "responsible"),
            ("1", 1, "税务局", "省税务局", "responsible"),
            ("1", 1, "各省辖市政府", "各省辖市政府", "responsible"),
        ],
    ),
    # a bureau of the national railway belongs to no province
    (
        "1.甲。乙。（省交通运输厅、商务厅、国铁郑州局按职责分工负责）",
        [
            ("1", 1, "省交通运输厅", "省交通运输厅", "responsible"),
            ("1", 1, "商务厅", "省商务厅", "responsible"),
            ("1", 1, "国铁郑州局", "国铁郑州局", "responsible"),
        ],
    ),
    # how the duties are shared stands before the verb in many forms
    (
        "1.甲。乙。（市发展改革委、市财政局按职能职责分工负责）\n2.丙。丁。（市商务局、市税务局按照部门职责权限抓好落实）",
        [
            ("1", 1, "市发展改革委", "市发展改革委", "responsible"),
            ("1", 1, "市财政局", "市财政局", "responsible"),
            ("2", 1, "市商务局", "市商务局", "responsible"),
            ("2", 1, "市税务局", "市税务局", "responsible"),
        ],
    ),
    # a mark that is a sentence with 为
    (
        "1.甲。乙。（市住房城乡建设局为牵头单位，市自然资源局、市财政局为责任单位）",
        [
            ("1", 1, "市住房城乡建设局", "市住房城乡建设局", "lead"),
            ("1", 1, "市自然资源局", "市自然资源局", "responsible"),
            ("1", 1, "市财政局", "市财政局", "responsible"),
        ],
    ),
    # whom the place answers by
    (
        "1.甲。乙。\n属地责任：各县区人民政府\n责任单位：市住建局\n",
        [
            ("1", 1, "各县区人民政府", "各县区人民政府", "responsible"),
            ("1", 1, "市住建局", "市住建局", "responsible"),
        ],
    ),
    # 各 does not reach past a zone with a name of its own; what a province has without 厅 and 局
    (
        "1.甲。乙。（省科技厅、科学院、农科院、计划生育协会，各省辖市政府和济源示范区、航空港区管委会按职责分工负责）",
        [
            ("1", 1, "省科技厅", "省科技厅", "responsible"),
            ("1", 1, "科学院", "省科学院", "responsible"),
            ("1", 1, "农科院", "省农科院", "responsible"),
            ("1", 1, "计划生育协会", "省计划生育协会", "responsible"),
            ("1", 1, "各省辖市政府", "各省辖市政府", "responsible"),
            ("1", 1, "济源示范区", "济源示范区", "responsible"),
            ("1", 1, "航空港区管委会", "航空港区管委会", "responsible"),
        ],
    ),
    # a department of the party committee behind another; an office of a national body
    (
        "1.甲。乙。（省商务厅、省委组织部、宣传部、海关总署广东分署按职责分工负责）",
        [
            ("1", 1, "省商务厅", "省商务厅", "responsible"),
            ("1", 1, "省委组织部", "省委组织部", "responsible"),
            ("1", 1, "宣传部", "省委宣传部", "responsible"),
            ("1", 1, "海关总署广东分署", "海关总署广东分署", "responsible"),
        ],
    ),
    # who makes up a group behind who leads it; a list of members alone lays no duty on them
    (
        "1.指挥部\n成员单位：市公安局、市财政局\n2.抢险救援组\n牵头单位：市应急局\n成员单位：市公安局、国网澄湖供电公司\n主要职责：组织救援。",
        [
            ("2", 1, "市应急局", "市应急局", "lead"),
            ("2", 1, "市公安局", "市公安局", "support"),
            ("2", 1, "国网澄湖供电公司", "国网澄湖供电公司", "support"),
        ],
    ),
    # who leads is said at the end, of all the measures
    (
        "1.甲。乙。（责任单位：市财政局、市商务局）\n2.丙。丁。（责任单位：市水利局、市林业局）\n"
        "各项举措中排序第一的责任单位为该项牵头单位，负责组织实施。",
        [
            ("1", 1, "市财政局", "市财政局", "lead"),
            ("1", 1, "市商务局", "市商务局", "responsible"),
            ("2", 1, "市水利局", "市水利局", "lead"),
            ("2", 1, "市林业局", "市林业局", "responsible"),
        ],
    ),
    # each mark closes a segment
    (
        "1.甲。乙。(责任单位: 市工信局)丙丁。〔市商务局负责〕",
        [
            ("1", 1, "市工信局", "市工信局", "responsible"),
            ("1", 2, "市商务局", "市商务局", "responsible"),
        ],
    ),
    # 、 inside a name; 各 reaches the next name
    (
        "1.甲。乙。〔各县（市、区）人民政府、开发区管委会负责〕",
        [
            ("1", 1, "各县（市、区）人民政府", "各县（市、区）人民政府", "responsible"),
            ("1", 1, "开发区管委会", "各开发区管委会", "responsible"),
        ],
    ),
    (
        "1.甲。乙。（省教育厅牵头，省财政厅、人力资源社会保障厅配合）",
        [
            ("1", 1, "省教育厅", "省教育厅", "lead"),
            ("1", 1, "省财政厅", "省财政厅", "support"),
            ("1", 1, "人力资源社会保障厅", "省人力资源社会保障厅", "support"),
        ],
    ),
    (
        "1.甲。乙。（牵头单位：市工信局；配合单位：市科技局、市统计局）",
        [
            ("1", 1, "市工信局", "市工信局", "lead"),
            ("1", 1, "市科技局", "市科技局", "support"),
            ("1", 1, "市统计局", "市统计局", "support"),
        ],
    ),
    (
        "1.甲。乙。（市商务局会同市财政局负责）",
        [
            ("1", 1, "市商务局", "市商务局", "responsible"),
            ("1", 1, "市财政局", "市财政局", "support"),
        ],
    ),
    # 会 alone, but not the end of 管委会
    (
        "1.甲。乙。（市商务局会相关部门负责）",
        [
            ("1", 1, "市商务局", "市商务局", "responsible"),
            ("1", 1, "相关部门", "相关部门", "support"),
        ],
    ),
    ("1.甲。乙。（市管委会负责）", [("1", 1, "市管委会", "市管委会", "responsible")]),
    # where a unit is in charge stands before 由, which names hold too
    ("1.甲。乙。（渔港内由市渔业局负责）", [("1", 1, "市渔业局", "市渔业局", "responsible")]),
    (
        "1.甲。乙。（自由贸易试验区管委会负责）",
        [("1", 1, "自由贸易试验区管委会", "自由贸易试验区管委会", "responsible")],
    ),
    (
        "1.甲。乙。（责任单位：市商务局（牵头）、市财政局）",
        [
            ("1", 1, "市商务局", "市商务局", "lead"),
            ("1", 1, "市财政局", "市财政局", "responsible"),
        ],
    ),
    (
        "1.甲。乙。（市发改委、市工信局等按职责分工负责）",
        [
            ("1", 1, "市发改委", "市发改委", "responsible"),
            ("1", 1, "市工信局", "市工信局", "responsible"),
        ],
    ),
    # 工业和信息化 is one name, 商务厅和… are two
    (
        "1.甲。乙。（省工业和信息化厅、省商务厅和各市政府负责）",
        [
            ("1", 1, "省工业和信息化厅", "省工业和信息化厅", "responsible"),
            ("1", 1, "省商务厅", "省商务厅", "responsible"),
            ("1", 1, "各市政府", "各市政府", "responsible"),
        ],
    ),
    # a name with its own place takes no prefix; 市场监管局 does not begin with a level
    (
        "1.甲。乙。（责任单位：省财政厅、河南银保监局、人行郑州中心支行、市场监管局）",
        [
            ("1", 1, "省财政厅", "省财政厅", "responsible"),
            ("1", 1, "河南银保监局", "河南银保监局", "responsible"),
            ("1", 1, "人行郑州中心支行", "人行郑州中心支行", "responsible"),
            ("1", 1, "市场监管局", "省市场监管局", "responsible"),
        ],
    ),
    (
        "1.甲。乙。（责任单位：辖区金融机构、保险机构）",
        [
            ("1", 1, "辖区金融机构", "辖区金融机构", "responsible"),
            ("1", 1, "保险机构", "辖区保险机构", "responsible"),
        ],
    ),
    # lines of labels without brackets are one segment
    (
        "1.甲。乙。\n牵头部门：省司法厅\n参与部门：省级有关部门\n完成时限：6月底前\n2.丙。丁。\n"
        "牵头部门：省财政厅",
        [
            ("1", 1, "省司法厅", "省司法厅", "lead"),
            ("1", 1, "省级有关部门", "省级有关部门", "support"),
            ("2", 1, "省财政厅", "省财政厅", "lead"),
        ],
    ),
    # a scope inside a mark is no unit
    (
        "1.甲。乙。（负责部门：省商务厅；适用范围：某试验区）",
        [("1", 1, "省商务厅", "省商务厅", "responsible")],
    ),
    # a rule that reaches the marked clauses that follow, and only those
    (
        "1.甲。乙。(责任单位:市税务局。以下任务均需各县区政府落实,不再单列)\n2.丙。丁。(责任单位:市财政局)\n3.戊。己。",
        [
            ("1", 1, "市税务局", "市税务局", "responsible"),
            ("2", 1, "市财政局", "市财政局", "responsible"),
            ("2", 1, "各县区政府", "各县区政府", "responsible"),
        ],
    ),
    # a name broken over a page
    (
        "1.甲。乙。（责任单位：省财\n\n政厅、省司法厅）",
        [
            ("1", 1, "省财政厅", "省财政厅", "responsible"),
            ("1", 1, "省司法厅", "省司法厅", "responsible"),
        ],
    ),
    # 等 and a group behind it, also in the middle of a list; what belongs to one place is one body
    (
        "1.甲。乙。（省水利厅、能源局等省有关部门和各市人民政府按职责分工负责）",
        [
            ("1", 1, "省水利厅", "省水利厅", "responsible"),
            ("1", 1, "能源局", "省能源局", "responsible"),
            ("1", 1, "省有关部门", "省有关部门", "responsible"),
            ("1", 1, "各市人民政府", "各市人民政府", "responsible"),
        ],
    ),
    (
        "1.甲。乙。（责任单位：各街道党工委、办事处，各县（市、区）党委和人民政府）",
        [
            ("1", 1, "各街道党工委、办事处", "各街道党工委、办事处", "responsible"),
            (
                "1",
                1,
                "各县（市、区）党委和人民政府",
                "各县（市、区）党委和人民政府",
                "responsible",
            ),
        ],
    ),
    (
        "1.甲。乙。（责任单位：市水利局、大通镇、石桥街道）",
        [
            ("1", 1, "市水利局", "市水利局", "responsible"),
            ("1", 1, "大通镇", "大通镇", "responsible"),
            ("1", 1, "石桥街道", "石桥街道", "responsible"),
        ],
    ),
    # heads of columns by the words they are made of
    (
        "1.甲任务表\n| 序号 | 任务 | 组织承办部门 | 协同参与科室 | 责任领导 |\n| 1 | 某事 | 市工信局 | 市科技局 | 市财政局 |",
        [
            ("1", 1, "市工信局", "市工信局", "responsible"),
            ("1", 1, "市科技局", "市科技局", "support"),
        ],
    ),
    ("1.甲。乙。\n责任主体与协同单位：市水利局", [("1", 1, "市水利局", "市水利局", "responsible")]),
    # a rule that holds from here on, said of the tasks
    (
        "1.甲。乙。〔责任单位：省商务厅。具体任务均涉及各市人民政府，不再做分工，下同。〕\n2.丙。丁。〔责任单位：省财政厅〕",
        [
            ("1", 1, "省商务厅", "省商务厅", "responsible"),
            ("2", 1, "省财政厅", "省财政厅", "responsible"),
            ("1", 1, "各市人民政府", "各市人民政府", "responsible"),
            ("2", 1, "各市人民政府", "各市人民政府", "responsible"),
        ],
    ),
    # Markdown tables: the column decides
    (
        "1.甲任务表\n| 序号 | 任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- | --- |\n"
        "| 1 | 某事 | 市工信局 | 市科技局、市商务局 |",
        [
            ("1", 1, "市工信局", "市工信局", "lead"),
            ("1", 1, "市科技局", "市科技局", "support"),
            ("1", 1, "市商务局", "市商务局", "support"),
        ],
    ),
    # the first cell of a table may be blank
    (
        "1.任务表\n\t任务\t责任单位\n一\t建设园区\t市财政局\n二\t整治河道\t市水利局",
        [
            ("1", 1, "市财政局", "市财政局", "responsible"),
            ("1", 2, "市水利局", "市水利局", "responsible"),
        ],
    ),
    # flattened tables: who provides, who checks
    (
        "1.评价表\n指标 |\n分值 |\n数据来源 |\n产值 |\n5 |\n以产值数据为准 |\n以统计部门提供数据为准。 |\n"
        "培育 |\n5 |\n市工信局根据园区提供材料核定。 |",
        [
            ("1", 1, "统计部门", "统计部门", "data_source"),
            ("1", 2, "市工信局", "市工信局", "review"),
            ("1", 2, "园区", "园区", "data_source"),
        ],
    ),
    # 主办 and 协办, / between units; what points at other units is none
    (
        "1.甲。乙。（主办：市工信局/市商务局；协办：市科技局）",
        [
            ("1", 1, "市工信局", "市工信局", "lead"),
            ("1", 1, "市商务局", "市商务局", "lead"),
            ("1", 1, "市科技局", "市科技局", "support"),
        ],
    ),
    ("1.甲。乙。（责任单位：同上）", []),
    (
        "1.甲。乙。（除市财政局外，各部门负责）",
        [("1", 1, "各部门", "各部门", "responsible")],
    ),
    # people are no units
    ("1.甲。乙。（张建国牵头，市财政局配合）", [("1", 1, "市财政局", "市财政局", "support")]),
    (
        "1.甲。乙。（责任单位：王小明、李副市长、市商务局）",
        [("1", 1, "市商务局", "市商务局", "responsible")],
    ),
    ("1.甲。乙。（王伟同志负责）", []),
    # a name behind its unit is left out, with or without brackets and post
    (
        "1.甲。乙。（责任单位：省财政厅王小明、省司法厅（李建国）、省商务厅张伟副厅长）",
        [
            ("1", 1, "省财政厅", "省财政厅", "responsible"),
            ("1", 1, "省司法厅", "省司法厅", "responsible"),
            ("1", 1, "省商务厅", "省商务厅", "responsible"),
        ],
    ),
    # a label in a sentence, behind a dash, and spread over its line
    (
        "1.甲。乙。责任单位为省财政厅、省司法厅。\n2.丙。（责任单位——省商务厅）\n3.丁。\n牵 头 单 位：省司法厅",
        [
            ("1", 1, "省财政厅", "省财政厅", "responsible"),
            ("1", 1, "省司法厅", "省司法厅", "responsible"),
            ("2", 1, "省商务厅", "省商务厅", "responsible"),
            ("3", 1, "省司法厅", "省司法厅", "lead"),
        ],
    ),
    ("1.甲。乙。责任单位为第一责任人，分工为主。", []),
    ("1.甲。（省财政厅负总责）", [("1", 1, "省财政厅", "省财政厅", "responsible")]),
    # a rule that says whom all that follows concerns; two groups of places
    (
        "1.甲。乙。（责任单位：省财政厅。以下任务都涉及各县（市、区）、市直园区，不再另列）\n"
        "2.丙。丁。（省司法厅负责）",
        [
            ("1", 1, "省财政厅", "省财政厅", "responsible"),
            ("2", 1, "省司法厅", "省司法厅", "responsible"),
            ("2", 1, "各县（市、区）", "各县（市、区）", "responsible"),
            ("2", 1, "市直园区", "市直园区", "responsible"),
        ],
    ),
    # 各 reaches over 、 to the word that both share
    (
        "1.甲。乙。（各区、县（市）人民政府负责）",
        [("1", 1, "各区、县（市）人民政府", "各区、县（市）人民政府", "responsible")],
    ),
    # a day, a person or a rule beside the units
    ("1.甲。乙。（省财政厅负责，6月底前完成）", [("1", 1, "省财政厅", "省财政厅", "responsible")]),
    (
        "1.甲。（完成时限：2023年6月底；牵头领导：王小明；责任单位：省财政厅 责任人：李建国）",
        [("1", 1, "省财政厅", "省财政厅", "responsible")],
    ),
    (
        "1.甲。（由省财政厅牵头，会同省商务厅，于6月底前完成）",
        [
            ("1", 1, "省财政厅", "省财政厅", "lead"),
            ("1", 1, "省商务厅", "省商务厅", "support"),
        ],
    ),
    (
        "1.甲。（责任单位：省财政厅、省商务厅，列第一位的为牵头单位，下同）\n2.乙。（省司法厅、省财政厅负责）",
        [
            ("1", 1, "省财政厅", "省财政厅", "lead"),
            ("1", 1, "省商务厅", "省商务厅", "responsible"),
            ("2", 1, "省司法厅", "省司法厅", "lead"),
            ("2", 1, "省财政厅", "省财政厅", "responsible"),
        ],
    ),
    # a bare list behind the last sentence; what only explains a word is none
    (
        "1.甲。抓好落实。（省财政厅、商务厅，各省辖市政府）\n2.主管部门（省财政厅）要抓好。\n3.丙。（公司）",
        [
            ("1", 1, "省财政厅", "省财政厅", "responsible"),
            ("1", 1, "商务厅", "省商务厅", "responsible"),
            ("1", 1, "各省辖市政府", "各省辖市政府", "responsible"),
        ],
    ),
    # what shares its head is one; 等 before the departments of a level
    (
        "1.甲。（各乡镇党委、政府负责）",
        [("1", 1, "各乡镇党委、政府", "各乡镇党委、政府", "responsible")],
    ),
    (
        "1.甲。（责任单位：省财政厅等省直相关部门）",
        [
            ("1", 1, "省财政厅", "省财政厅", "responsible"),
            ("1", 1, "省直相关部门", "省直相关部门", "responsible"),
        ],
    ),
    # duties in running text carry no mark
    ("1.甲。统计部门要加强监测，由省商务厅会同有关单位研究确定。", []),
    ("1.甲。按有关规定执行（法定代表人、负责人除外）。", []),
    (
        "1.培训教师。\n牵头责任单位：市教育局。\n协同责任单位：市财政局、各县、市、区政府。",
        [
            ("1", 1, "市教育局", "市教育局", "lead"),
            ("1", 2, "市财政局", "市财政局", "support"),
            ("1", 2, "各县、市、区政府", "各县、市、区政府", "support"),
        ],
    ),
    # a label behind a pause is one where nothing but units follow it
    (
        "1.培训教师，牵头单位：市教育局。其中甲县较慢。",
        [("1", 1, "市教育局", "市教育局", "lead")],
    ),
    (
        "1.培训教师，责任单位：市教育局、市财政局；配合单位：各县区。",
        [
            ("1", 1, "市教育局", "市教育局", "responsible"),
            ("1", 1, "市财政局", "市财政局", "responsible"),
            ("1", 1, "各县区", "各县区", "support"),
        ],
    ),
    # a branch of the regulator; a zone with a name of its own takes no 各
    (
        "1.甲。乙。（责任单位：市财政局、银保监会岚江分局，各县（市）人民政府、岚江产业集聚区管委会、"
        "高新技术开发区管委会）",
        [
            ("1", 1, "市财政局", "市财政局", "responsible"),
            ("1", 1, "银保监会岚江分局", "银保监会岚江分局", "responsible"),
            ("1", 1, "各县（市）人民政府", "各县（市）人民政府", "responsible"),
            ("1", 1, "岚江产业集聚区管委会", "岚江产业集聚区管委会", "responsible"),
            ("1", 1, "高新技术开发区管委会", "各高新技术开发区管委会", "responsible"),
        ],
    ),
    # a verb that a line break was printed in; 资源 is a word of the name and no county here
    (
        "1.甲。乙。（区安监局牵 头，资源生态局、区财政局配合）",
        [
            ("1", 1, "区安监局", "区安监局", "lead"),
            ("1", 1, "资源生态局", "区资源生态局", "support"),
            ("1", 1, "区财政局", "区财政局", "support"),
        ],
    ),
    # lines of a mark that were put together
    (
        "1.甲。乙。牵头单位：市财政局责任单位：市商务局、各县（市）人民政府配合单位：市税务局",
        [
            ("1", 1, "市财政局", "市财政局", "lead"),
            ("1", 1, "市商务局", "市商务局", "responsible"),
            ("1", 1, "各县（市）人民政府", "各县（市）人民政府", "responsible"),
            ("1", 1, "市税务局", "市税务局", "support"),
        ],
    ),
    ("1.层层压实，责任单位：要把任务落实到人。", []),
    # 联合 in a name joins nobody; members of what a list names without its level
    (
        "1.甲。乙。（责任单位：省财政厅、省工商业联合会、安全生产委员会成员单位）",
        [
            ("1", 1, "省财政厅", "省财政厅", "responsible"),
            ("1", 1, "省工商业联合会", "省工商业联合会", "responsible"),
            ("1", 1, "安全生产委员会成员单位", "省安全生产委员会成员单位", "responsible"),
        ],
    ),
    # a sign of ratio for the colon, and no sign at all
    (
        "1.甲。乙。（责任单位∶市财政局，配合单位∶市住建局）\n2.丙。丁。（责任单位市税务局、市商务局）",
        [
            ("1", 1, "市财政局", "市财政局", "responsible"),
            ("1", 1, "市住建局", "市住建局", "support"),
            ("2", 1, "市税务局", "市税务局", "responsible"),
            ("2", 1, "市商务局", "市商务局", "responsible"),
        ],
    ),
    # whom a name takes in is no part of it, in whatever brackets
    (
        "1.甲。乙。（责任单位：市商务局，各区人民政府〈含开发区、风景区管委会，下同〉、市总工会）\n"
        "2.丙。丁。（责任单位：各县（市、区，含高新区，下同）人民政府，各区政府（含高新区、度假区管委会））",
        [
            ("1", 1, "市商务局", "市商务局", "responsible"),
            ("1", 1, "各区人民政府", "各区人民政府", "responsible"),
            ("1", 1, "市总工会", "市总工会", "responsible"),
            (
                "2",
                1,
                "各县（市、区，含高新区，下同）人民政府",
                "各县（市、区，含高新区，下同）人民政府",
                "responsible",
            ),
            (
                "2",
                1,
                "各区政府（含高新区、度假区管委会）",
                "各区政府（含高新区、度假区管委会）",
                "responsible",
            ),
        ],
    ),
    # quotes, angles and words inside a name; 林业局 is no person's name
    (
        "1.甲。乙。（责任单位：省“双找”工作专班、有关区政府<管委会>、不动产登记中心、"
        "省规划和自然资源局（林业局）、税务局）",
        [
            ("1", 1, "省“双找”工作专班", "省“双找”工作专班", "responsible"),
            ("1", 1, "有关区政府<管委会>", "有关区政府<管委会>", "responsible"),
            ("1", 1, "不动产登记中心", "省不动产登记中心", "responsible"),
            ("1", 1, "省规划和自然资源局（林业局）", "省规划和自然资源局（林业局）", "responsible"),
            ("1", 1, "税务局", "省税务局", "responsible"),
        ],
    ),
    # an area with offices of its own, first in a list, stands like a level
    (
        "1.甲。乙。（责任单位：示范区交通局、财政局、人行澄湖支行、示范区民政局）\n"
        "2.丙。丁。（责任单位：市财政局、高新区建设局、商务局、高新区分局）",
        [
            ("1", 1, "示范区交通局", "示范区交通局", "responsible"),
            ("1", 1, "财政局", "示范区财政局", "responsible"),
            ("1", 1, "人行澄湖支行", "人行澄湖支行", "responsible"),
            ("1", 1, "示范区民政局", "示范区民政局", "responsible"),
            ("2", 1, "市财政局", "市财政局", "responsible"),
            ("2", 1, "高新区建设局", "高新区建设局", "responsible"),
            ("2", 1, "商务局", "市商务局", "responsible"),
            ("2", 1, "高新区分局", "市高新区分局", "responsible"),
        ],
    ),
    # each by its duty; what need not be provided names nobody
    (
        "1.甲。乙。（责任单位：市资源局、市（区）登记中心根据各自职责分别组织实施）\n"
        "2.丙。丁。提交结婚证（单身无需提供）、身份证（可不再提供）。",
        [
            ("1", 1, "市资源局", "市资源局", "responsible"),
            ("1", 1, "市（区）登记中心", "市（区）登记中心", "responsible"),
        ],
    ),
    # 各市（州）and 各县（市、区）share their end in square brackets too
    (
        "1.甲。乙。（责任单位：各市〔州〕、各县〔市、区〕人民政府）",
        [
            (
                "1",
                1,
                "各市〔州〕、各县〔市、区〕人民政府",
                "各市〔州〕、各县〔市、区〕人民政府",
                "responsible",
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_responsibilities_are_read(text: str, rows: list[tuple[str, int, str, str, str]]) -> None:
    record = read(HEAD + text)
    found = [
        (r.clause, r.segment, r.as_written, r.resolved, r.role.value)
        for r in record.responsibilities
    ]
    assert found == rows
    for row in record.responsibilities:
        joined = "".join((HEAD + text)[s.start : s.end] for s in row.spans)
        assert joined == row.as_written


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.甲。乙。（由企业自行负责）", "mark.not-a-unit"),
        ("1.甲。乙。（责任单位：、市财政局、12345）", "mark.not-a-unit"),
        ("1.甲。乙。（责任单位：）", "mark.no-unit"),
        ("1.甲。乙。（谁负责谁的问题另行规定）", "mark.no-unit"),
        ("1.甲。乙。（责任单位：省财政厅王小明）", "mark.not-a-unit"),
        ("1.甲。乙。（责任单位：除省税务局外的省直各部门）", "mark.not-a-unit"),
    ],
)
def test_what_gives_no_unit_is_a_finding(text: str, code: str) -> None:
    record = read(HEAD + text)
    assert code in {finding.code for finding in record.findings}


def test_the_number_of_a_page_is_no_part_of_a_name() -> None:
    record = read(HEAD + "1.甲。乙。（责任单位：省财政厅、\n— 2 —\n省商务厅）")
    assert [row.as_written for row in record.responsibilities] == ["省财政厅", "省商务厅"]


@pytest.mark.parametrize(
    "mark",
    [
        "责任单位：市发改委、市财政局（第一责任单位为牵头单位，下同）",
        "（责任单位：市发改委、市财政局，第一责任单位为牵头单位，下同）",
    ],
)
def test_the_first_unit_leads_where_a_note_says_so(mark: str) -> None:
    record = read(f"1.甲。乙。\n{mark}\n2.丙。丁。（责任单位：市教育局、市财政局）\n")
    found = [(r.clause, r.resolved, r.role.value) for r in record.responsibilities]
    assert found == [
        ("1", "市发改委", "lead"),
        ("1", "市财政局", "responsible"),
        ("2", "市教育局", "lead"),
        ("2", "市财政局", "responsible"),
    ]


def test_sections_of_a_bureau_are_labelled_too() -> None:
    record = read("1.甲。乙。（责任科室：组干科、机关党委）\n")
    assert [r.resolved for r in record.responsibilities] == ["组干科", "机关党委"]


def test_who_is_in_charge_of_a_firm_is_no_mark() -> None:
    record = read("渔港条例\n第一条 登记法定代表人（主要负责人）的住所。\n第二条 甲。\n")
    assert record.responsibilities == ()
    assert "mark.no-unit" not in {finding.code for finding in record.findings}


def test_units_before_the_comma_lead_where_a_note_says_so() -> None:
    record = read(
        "1.甲。乙。（责任单位：市发改委、市财政局，市商务局、各区政府。逗号前的为牵头单位，下同）\n"
        "2.丙。丁。（责任单位：市教育局，市财政局）\n3.戊。己。（责任单位：市体育局、市财政局）\n"
    )
    found = [(r.clause, r.resolved, r.role.value) for r in record.responsibilities]
    assert found == [
        ("1", "市发改委", "lead"),
        ("1", "市财政局", "lead"),
        ("1", "市商务局", "responsible"),
        ("1", "各区政府", "responsible"),
        ("2", "市教育局", "lead"),
        ("2", "市财政局", "responsible"),
        ("3", "市体育局", "responsible"),
        ("3", "市财政局", "responsible"),
    ]


CHAPTERS = (
    "一、促进消费\n（一）甲一。乙。\n（二）甲二。乙。\n{first}牵头单位：市商务局，责任单位：各区政府\n"
    "二、发展旅游\n（三）丙一。丁。\n（四）丙二。丁。\n牵头单位：市文旅局，责任单位：各区政府\n"
)


def test_a_line_behind_the_last_item_of_each_chapter_holds_for_the_chapter() -> None:
    record = read("关于促进消费的措施\n" + CHAPTERS.format(first=""))
    assert [r.clause for r in record.responsibilities] == ["1", "1", "2", "2"]


def test_a_line_behind_items_holds_for_its_item() -> None:
    first = "牵头单位：市商务局\n（五）甲三。乙。\n"
    record = read("关于促进消费的措施\n" + CHAPTERS.format(first=first))
    assert "1" not in {r.clause for r in record.responsibilities}


def test_several_named_together_are_a_group() -> None:
    record = read(
        "1.甲。乙。（责任单位：属地政府、市州、县市区人民政府、市住房工作领导小组成员单位）\n"
    )
    assert [(r.as_written, r.group) for r in record.responsibilities] == [
        ("属地政府", True),
        ("市州、县市区人民政府", True),
        ("市住房工作领导小组成员单位", True),
    ]


def test_a_rule_that_lists_nobody_again_ends_a_mark() -> None:
    record = read(
        "1.甲。乙。（市财政局，各县级市<区>政府<管委会>按职责分工负责。以下政策均需各县级市<区>政府落实，"
        "不再单独列出）\n2.丙。丁。（市商务局负责）\n"
    )
    own = [(r.clause, r.as_written) for r in record.responsibilities if not r.inherited]
    assert own == [("1", "市财政局"), ("1", "各县级市<区>政府<管委会>"), ("2", "市商务局")]


def test_who_answers_for_what_follows_is_read_without_the_verb() -> None:
    record = read(
        "1.甲。乙。（责任单位：省财政厅；以下均由县市区政府负责落实，不再列出）\n2.丙。丁。（责任单位：省商务厅）\n"
    )
    inherited = [(r.clause, r.as_written) for r in record.responsibilities if r.inherited]
    assert inherited == [("2", "县市区政府")]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        # verbs and names that a page breaks
        ("1.修路。（市教育局、各乡镇街道按职\n责分\n工负\n责）", ["市教育局", "各乡镇街道"]),
        ("1.修路。（责任单位：市委\n外办，市水利局）", ["市委外办", "市水利局"]),
        # a page breaks its lines inside the list of a label
        ("1.修路。\n责任单位：市教育局、市文体旅\n游局、市水利局\n完成时限：6月", ["市教育局", "市文体旅游局", "市水利局"]),
        ("1.修路。\n责任单位：市教育局、市水利局，\n中、省驻澄有关单位", ["市教育局", "市水利局", "中、省驻澄有关单位"]),
        ("1.修路。\n责任单位：市教育局等\n市级有关部门\n完成时限：6月", ["市教育局", "市级有关部门"]),
        ("1.修路。\n责任单位：\n各区政府，市教育局等\n市级有关部门\n完成时限：6月", ["各区政府", "市教育局", "市级有关部门"]),
        # what follows a whole list is no part of it
        ("1.修路。\n责任单位：市教育局、市水利局\n另行通知。", ["市教育局", "市水利局"]),
        # the number of the next item, on the line of the list
        ("1.修路。\n责任单位：市教育局、市水利局\u3000（二）清淤。", ["市教育局", "市水利局"]),
        ("1.修路。\n责任单位：市教育局、市水利局（二）清淤。", ["市教育局", "市水利局"]),
        ("1.修路。\n责任单位：市教育局，市水利局\n市财政局安排资金。", ["市教育局", "市水利局"]),
        # a label that a line break divides
        ("1.修路。（责\n任单位：市教育局）", ["市教育局"]),
        # a blank between all characters, and a group that is linked by a word
        ("1.修路。（责 任 单 位 ： 市 教 育 局 、 市 水 利 局）", ["市教育局", "市水利局"]),
        ("1.修路。（市 水 利 局 负 责）", ["市水利局"]),
        ("1.修路。（责任单位：市教育局，及有关部门）", ["市教育局", "有关部门"]),
        # the name of an office goes on over the end of a line
        (
            "1.修路。\n责任单位：市教育局，开发区（投资区）\n管委会\n完成时限：6月",
            ["市教育局", "开发区（投资区）管委会"],
        ),
        ("1.修路。（责任单位：市教育局等有关部门（单位））", ["市教育局", "有关部门（单位）"]),
        # groups behind 等 and names that hold quotation marks or a number
        ("1.修路。（责任单位：市教育局等市道路改造工作领导小组成员单位）", ["市教育局", "市道路改造工作领导小组成员单位"]),
        ("1.修路。（责任单位：市“双拥、一站式”工作联席会议成员单位，市水利局）", ["市“双拥、一站式”工作联席会议成员单位", "市水利局"]),
        ("1.修路。（责任单位：市领域部门联合“双拥、一站式”工作联席会议\n成员单位）", ["市领域部门联合“双拥、一站式”工作联席会议成员单位"]),
        ("1.修路。（责任单位：各区政府，12345 热线各成员单位）", ["各区政府", "12345热线各成员单位"]),
    ],
)  # fmt: skip
def test_lists_that_lines_break_and_groups_are_read(text: str, units: list[str]) -> None:
    found = read(HEAD + text).responsibilities
    assert ["".join(r.as_written.split("\n")) for r in found] == units
    assert {r.role.value for r in found} == {"responsible"}


def test_a_group_with_its_own_place_takes_no_level() -> None:
    found = read(
        HEAD + "1.修路。（责任单位：市教育局、晋城市道路改造联席会议成员单位）"
    ).responsibilities
    assert [r.resolved for r in found] == ["市教育局", "晋城市道路改造联席会议成员单位"]


def test_departments_of_a_level_behind_collective_places_are_units_of_their_own() -> None:
    found = read(HEAD + "1.修路。（责任单位：市教育局，各乡镇、县直有关部门）").responsibilities
    assert [r.as_written for r in found] == ["市教育局", "各乡镇", "县直有关部门"]
    found = read(HEAD + "1.修路。（责任单位：市教育局，中央、省直有关单位）").responsibilities
    assert [r.as_written for r in found] == ["市教育局", "中央、省直有关单位"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "1.修路。本项工作的牵头单位是市交通局，责任单位是市财政局、市水利局。",
            [("市交通局", "lead"), ("市财政局", "responsible"), ("市水利局", "responsible")],
        ),
        ("1.修路。完成任务的责任单位是第一责任人。", []),
    ],
)
def test_labels_in_running_text(text: str, rows: list[tuple[str, str]]) -> None:
    found = read(HEAD + text).responsibilities
    assert [(r.as_written, r.role.value) for r in found] == rows


def test_names_with_a_note_and_centres_take_the_level_of_the_list() -> None:
    found = read(
        HEAD + "1.修路。（责任单位：市教育局、住建局（人防办）、行政服务中心管委会）"
    ).responsibilities
    assert [r.resolved for r in found] == ["市教育局", "市住建局（人防办）", "市行政服务中心管委会"]
