"""Agency changes: renamed, moved, abolished are different facts; a bare 修改为 is none of them."""

import pytest

from tests.reading import read

HEAD = "关于对《某意见》的修改意见\n(征求意见稿)\n"
SIGNED = "\n澄湖市企业服务中心\n2024年11月22日"

# printed text, rows of (old, new, kind, functions, cause)
ROWS = [
    (
        "1.甲。因机构改革，云岭省企业促进局更名为云岭省民营经济发展局。",
        [("云岭省企业促进局", "云岭省民营经济发展局", "rename", (), "机构改革")],
    ),
    # who gives is the subject of the sentence
    (
        "1.甲。因机构改革，市大数据局承担的数据归集和共享职能已划转至市数据局。",
        [("市大数据局", "市数据局", "function_transfer", ("数据归集", "共享"), "机构改革")],
    ),
    # 我中心 is who signed; 此两项工作 are those named before
    (
        "1.甲。因机构改革，省甲局更名为省乙局，双创和专精特新工作职能已划转到省工信厅。"
        "由于我中心职责调整，今后不再承担此两项工作，职责已移交市工信局。",
        [
            ("省甲局", "省乙局", "rename", (), "机构改革"),
            ("省甲局", "省工信厅", "function_transfer", ("双创", "专精特新"), "机构改革"),
            ("澄湖市企业服务中心", "市工信局", "function_transfer", ("双创", "专精特新"), None),
        ],
    ),
    # only another name is written
    (
        "1.关于“一、2.甲”的修改意见\n将责任单位“市金融办”修改为“市政府办”。",
        [("市金融办", "市政府办", "substitute", (), None)],
    ),
    # a substitution that the text explains is none
    (
        "1.关于“一、2.甲”的修改意见\n因机构改革，市甲局更名为市乙局。将责任单位“市甲局”修改为“市乙局”。",
        [("市甲局", "市乙局", "rename", (), "机构改革")],
    ),
    # the cause stands in the heading above
    (
        "1.关于责任单位因机构改革调整的修改意见\n（1）将原文第4条责任单位“甲局”修改为“乙局”。",
        [("甲局", "乙局", "substitute", (), "机构改革")],
    ),
    (
        "1.甲。撤销某工作领导小组，其职能并入市委办公室。",
        [
            ("某工作领导小组", None, "abolish", (), None),
            ("某工作领导小组", "市委办公室", "function_transfer", (), None),
        ],
    ),
    # as plans of reforms say it: founded, moved from several, no longer kept
    (
        "1.组建市自然资源和规划局。将市国土资源局的职责，市发展和改革委员会的主体功能区规划职责整合，"
        "组建市自然资源和规划局。不再保留市国土资源局、市规划局。",
        [
            (None, "市自然资源和规划局", "found", (), None),
            ("市国土资源局", "市自然资源和规划局", "function_transfer", (), None),
            (
                "市发展和改革委员会",
                "市自然资源和规划局",
                "function_transfer",
                ("主体功能区规划",),
                None,
            ),
            ("市国土资源局", None, "abolish", (), None),
            ("市规划局", None, "abolish", (), None),
        ],
    ),
    # who gives is named, not the body of the sentence before
    (
        "1.不再保留市人事局。\n2.将市金融委员会办公室职责划入市委金融委员会办公室。\n"
        "3.组建市数据局和市医保局。",
        [
            ("市人事局", None, "abolish", (), None),
            ("市金融委员会办公室", "市委金融委员会办公室", "function_transfer", (), None),
            (None, "市数据局", "found", (), None),
            (None, "市医保局", "found", (), None),
        ],
    ),
    # two moves in one sentence, of which one names who gives
    (
        "1.将市科技局的职责划入市工信局，大数据管理职责移交市数据局。",
        [
            ("市科技局", "市工信局", "function_transfer", (), None),
            (None, "市数据局", "function_transfer", ("大数据管理",), None),
        ],
    ),
    # the names hold 和 themselves; a further name plate stands in brackets
    (
        "1.市旅游局更名为市文化和旅游局。\n2.不再保留市物价局、单设的市外专局（市引智办公室）和市粮食局等4个机构。",
        [
            ("市旅游局", "市文化和旅游局", "rename", (), None),
            ("市物价局", None, "abolish", (), None),
            ("市外专局（市引智办公室）", None, "abolish", (), None),
            ("市粮食局", None, "abolish", (), None),
        ],
    ),
    # formed anew, of several, some of which share what they give
    (
        "1.甲。将市司法局的职责、市法制办（市复议办公室）的职责等整合，重新组建市司法局。",
        [
            ("市司法局", "市司法局", "function_transfer", (), None),
            ("市法制办（市复议办公室）", "市司法局", "function_transfer", (), None),
            (None, "市司法局", "found", (), None),
        ],
    ),
    (
        "1.甲。整合市安监局的职责，市水利局、市林业局的防灾职责，组建市应急局。",
        [
            ("市安监局", "市应急局", "function_transfer", (), None),
            ("市水利局", "市应急局", "function_transfer", ("防灾",), None),
            ("市林业局", "市应急局", "function_transfer", ("防灾",), None),
            (None, "市应急局", "found", (), None),
        ],
    ),
    (
        "1.甲。澄湖市应急局，是将市安监局的职责，市公安局的消防管理职责整合组建的。",
        [
            ("市安监局", "澄湖市应急局", "function_transfer", (), None),
            ("市公安局", "澄湖市应急局", "function_transfer", ("消防管理",), None),
            (None, "澄湖市应急局", "found", (), None),
        ],
    ),
    (
        "1.甲。将省农办、省农业厅的职责，以及省财政厅的农业开发项目、省水利厅的农田水利项目等管理职责整合，组建省农业农村厅。",
        [
            ("省农办", "省农业农村厅", "function_transfer", (), None),
            ("省农业厅", "省农业农村厅", "function_transfer", (), None),
            ("省财政厅", "省农业农村厅", "function_transfer", ("农业开发项目",), None),
            ("省水利厅", "省农业农村厅", "function_transfer", ("农田水利项目等管理",), None),
            (None, "省农业农村厅", "found", (), None),
        ],
    ),
    # what is approved of by name is a body, whatever it ends in; brackets hold further name plates
    (
        "1.省委编办批复同意我市组建澄湖市农业执法队、澄湖市渔业执法队。\n"
        "2.改革涉及的澄湖市公路局（澄湖市路政支队、澄湖市公路养护应急保障中心）和澄湖市运管局整合组建为澄湖市公路与运输中心。",
        [
            (None, "澄湖市农业执法队", "found", (), None),
            (None, "澄湖市渔业执法队", "found", (), None),
            (
                "澄湖市公路局",
                "澄湖市公路与运输中心",
                "merge",
                (),
                None,
            ),
            ("澄湖市运管局", "澄湖市公路与运输中心", "merge", (), None),
        ],
    ),
    (
        "1.甲。新组建的澄湖市医保局为市政府工作部门，整合市人社局的医疗保险职责，市民政局的医疗救助职责。\n"
        "2.不再保留单独设置的市物价局，市林业局职责划入市自然资源局。",
        [
            ("市人社局", "澄湖市医保局", "function_transfer", ("医疗保险",), None),
            ("市民政局", "澄湖市医保局", "function_transfer", ("医疗救助",), None),
            (None, "澄湖市医保局", "found", (), None),
            ("市物价局", None, "abolish", (), None),
            ("市林业局", "市自然资源局", "function_transfer", (), None),
        ],
    ),
    (
        "1.甲。新成立的市卫计委为县级行政机构，主要整合了原市卫生局、市人口委的机构和职责。不再保留市卫生局、市人口委两个部门。\n"
        "2.将市发改委的医改职责划入新组建的市卫计委。三是澄湖市农机修配站更名为澄湖市农机指导站。",
        [
            ("市卫生局", "市卫计委", "function_transfer", (), None),
            ("市人口委", "市卫计委", "function_transfer", (), None),
            ("市卫生局", None, "abolish", (), None),
            ("市人口委", None, "abolish", (), None),
            ("市发改委", "市卫计委", "function_transfer", ("医改",), None),
            ("澄湖市农机修配站", "澄湖市农机指导站", "rename", (), None),
        ],
    ),
    (
        "1.决定撤销农村经济服务中心，全县设立2个农机管理站，分别为：白河农机管理站和青石农机管理站。\n2.撤销市发改委医改科。",
        [
            (None, "白河农机管理站", "found", (), None),
            (None, "青石农机管理站", "found", (), None),
            ("农村经济服务中心", None, "abolish", (), None),
            ("市发改委医改科", None, "abolish", (), None),
        ],
    ),
    (
        "1.将原市文化局、原市旅游局职责整合，组建市文旅局加挂市文物局、市版权局。\n"
        "2.省文旅厅整合省文化厅、省文物局职责，负责文旅融合。组建后的文旅厅为省政府组成部门。\n"
        "3.市规划局、市国土局进行职责整合，组建市规划和国土委员会。",
        [
            ("市文化局", "市文旅局", "function_transfer", (), None),
            ("市旅游局", "市文旅局", "function_transfer", (), None),
            (None, "市文旅局", "found", (), None),
            ("省文化厅", "省文旅厅", "function_transfer", (), None),
            ("省文物局", "省文旅厅", "function_transfer", (), None),
            ("市规划局", "市规划和国土委员会", "merge", (), None),
            ("市国土局", "市规划和国土委员会", "merge", (), None),
        ],
    ),
    # bodies become one
    (
        "1.涉及的机构有：市规划局、市国土局整合组成市规划和国土委员会；市林业站并入市农业局。",
        [
            ("市规划局", "市规划和国土委员会", "merge", (), None),
            ("市国土局", "市规划和国土委员会", "merge", (), None),
            ("市林业站", "市农业局", "merge", (), None),
        ],
    ),
    (
        "1.甲。整合市农科所、市蚕桑站等，组建市农牧研究所。",
        [
            ("市农科所", "市农牧研究所", "merge", (), None),
            ("市蚕桑站", "市农牧研究所", "merge", (), None),
        ],
    ),
    # of a body that has ended the duties go to another; else 由…承担 lays a duty
    (
        "1.不再保留市粮食局，其职责由市发展改革委承担。\n2.领导小组办公室职责由市财政局承担。",
        [
            ("市粮食局", None, "abolish", (), None),
            ("市粮食局", "市发展改革委", "function_transfer", (), None),
        ],
    ),
    (
        "1.甲。原市体改委的改革协调职责由市发展改革委承担。",
        [("市体改委", "市发展改革委", "function_transfer", ("改革协调",), None)],
    ),
    (
        "1.市计划委员会改组为市发展和改革委员会。\n2.市委改革领导小组改为市委改革委员会。\n"
        "3.决定设立市数据局。",
        [
            ("市计划委员会", "市发展和改革委员会", "rename", (), None),
            ("市委改革领导小组", "市委改革委员会", "rename", (), None),
            (None, "市数据局", "found", (), None),
        ],
    ),
    # the verb stands behind a comma, and a second 将 begins another move
    (
        "1.甲。将市商业局的职责、市发展和改革委员会涉及服务业发展的相关职责，整合划入市服务业委员会。\n"
        "2.将市民宗局并入市委统战部，将市外侨局（市港澳局）的侨务职责划入市委统战部。",
        [
            ("市商业局", "市服务业委员会", "function_transfer", (), None),
            (
                "市发展和改革委员会",
                "市服务业委员会",
                "function_transfer",
                ("涉及服务业发展",),
                None,
            ),
            ("市外侨局（市港澳局）", "市委统战部", "function_transfer", ("侨务",), None),
            ("市民宗局", "市委统战部", "merge", (), None),
        ],
    ),
    # no 的 between who gives and what; further verbs; an army is no body of the place
    (
        "1.将市水利局水资源调查和确权登记管理职责划入市自然资源局。\n"
        "2.将市民政局优抚安置职责，市委宣传部电影管理职责，以及军队有关职责整合，组建市甲局。\n"
        "3.市地震局的震害防御职责归入市应急局。\n4.市爱卫办职责划给市卫健委。\n"
        "5.市法制办的职责调整到市司法局。",
        [
            ("市水利局", "市自然资源局", "function_transfer", ("水资源调查", "确权登记管理"), None),
            ("市民政局", "市甲局", "function_transfer", ("优抚安置",), None),
            ("市委宣传部", "市甲局", "function_transfer", ("电影管理",), None),
            (None, "市甲局", "found", (), None),
            ("市地震局", "市应急局", "function_transfer", ("震害防御",), None),
            ("市爱卫办", "市卫健委", "function_transfer", (), None),
            ("市法制办", "市司法局", "function_transfer", (), None),
        ],
    ),
    (
        "1.在市建设局的城市管理职责基础上组建市城市管理局。",
        [
            ("市建设局", "市城市管理局", "function_transfer", ("城市管理",), None),
            (None, "市城市管理局", "found", (), None),
        ],
    ),
    # the label of an item is no part of a name; a whole body goes into another
    (
        "一、市科技局与市工业和信息化局合并，组建市科技和工信局。\n二、将市机械办撤并到市经委。\n"
        "三、将市卫生监督所整建制划入市卫生执法支队。\n四、将县志办公室和县史研究室合并为县史志研究中心。",
        [
            ("市科技局", "市科技和工信局", "merge", (), None),
            ("市工业和信息化局", "市科技和工信局", "merge", (), None),
            ("市机械办", "市经委", "merge", (), None),
            ("市卫生监督所", "市卫生执法支队", "merge", (), None),
            ("县志办公室", "县史志研究中心", "merge", (), None),
            ("县史研究室", "县史志研究中心", "merge", (), None),
        ],
    ),
    # 不再保留 behind the name; a name that a number is part of is not cut short
    (
        "1.市安监局、市地震局不再保留。\n2.市物价局不再单独设置，其职责划入市发改委。\n"
        "3.撤销市委610办公室。\n4.不再保留承担行政职能的事业单位市农机局、市水产局。\n"
        "5.市司法局不再保留市法制办公室牌子。\n6.各部门不再保留执法队伍。",
        [
            ("市安监局", None, "abolish", (), None),
            ("市地震局", None, "abolish", (), None),
            ("市物价局", None, "abolish", (), None),
            ("市物价局", "市发改委", "function_transfer", (), None),
            ("市农机局", None, "abolish", (), None),
            ("市水产局", None, "abolish", (), None),
        ],
    ),
    # how a body stands now, and its name, over a comma
    (
        "1.将市旅游局由市政府直属事业单位调整为市政府工作部门，并更名为市旅游委员会。\n"
        "2.市畜牧局升格为正县级，更名为市畜牧兽医局。\n3.某学校由民办调整为公办，更名为第三中学。\n"
        "4.企业改为公司，更名为澄湖机械公司。",
        [
            ("市旅游局", "市旅游委员会", "rename", (), None),
            ("市畜牧局", "市畜牧兽医局", "rename", (), None),
        ],
    ),
    # set up as part of a government; an enterprise or a group sets up bodies, too
    (
        "1.根据改革方案，设立市水利局，为市政府工作部门。\n2.设立市委改革委员会办公室，作为市委改革委员会的办事机构。\n"
        "3.设立安全生产委员会，为企业内部管理机构。\n4.设立项目办公室，作为领导小组的办事机构。\n"
        "5.依法设立业主委员会，作为自治组织。",
        [
            (None, "市水利局", "found", (), None),
            (None, "市委改革委员会办公室", "found", (), None),
        ],
    ),
    # bodies become one: 由…合并组建, 三局合一, 整合成为, a whole body that is moved
    (
        "1.县文旅局由县文化局、县旅游局合并组建而成。\n2.县工商局、县质监局、县食药监局三局合一，组建县市场监管局。\n"
        "3.将县政府农村办公室、县农机局和县农业开发办公室等三个部门整合成为县农委。\n4.县物价局整体划入县发改局。\n"
        "5.县计生委、县卫生局合并成立的县卫计局更名为县卫健局。",
        [
            ("县文化局", "县文旅局", "merge", (), None),
            ("县旅游局", "县文旅局", "merge", (), None),
            ("县工商局", "县市场监管局", "merge", (), None),
            ("县质监局", "县市场监管局", "merge", (), None),
            ("县食药监局", "县市场监管局", "merge", (), None),
            ("县政府农村办公室", "县农委", "merge", (), None),
            ("县农机局", "县农委", "merge", (), None),
            ("县农业开发办公室", "县农委", "merge", (), None),
            ("县物价局", "县发改局", "merge", (), None),
            ("县计生委", "县卫计局", "merge", (), None),
            ("县卫生局", "县卫计局", "merge", (), None),
            ("县卫计局", "县卫健局", "rename", (), None),
        ],
    ),
    # no 将 leads who gives; a list goes on behind a comma; a group of fields is no body
    (
        "1.根据方案，原县农业委员会（县农村工作办公室）的职责，以及县发改委的农业投资、县水务局的农田建设等职责整合，组建县农业农村局。\n"
        "2.县安监局职责与县应急办职责合并，组建县应急局。\n3.新组建的县医保局整合县民政局的救助职责，县人社局的医保职责，负责医保。\n"
        "4.整合国土、规划、林业部门职责，组建县资源局。",
        [
            ("县农业委员会（县农村工作办公室）", "县农业农村局", "function_transfer", (), None),
            ("县发改委", "县农业农村局", "function_transfer", ("农业投资",), None),
            ("县水务局", "县农业农村局", "function_transfer", ("农田建设",), None),
            (None, "县农业农村局", "found", (), None),
            ("县安监局", "县应急局", "function_transfer", (), None),
            ("县应急办", "县应急局", "function_transfer", (), None),
            (None, "县应急局", "found", (), None),
            ("县民政局", "县医保局", "function_transfer", ("救助",), None),
            ("县人社局", "县医保局", "function_transfer", ("医保",), None),
            (None, "县医保局", "found", (), None),
            (None, "县资源局", "found", (), None),
        ],
    ),
    (
        "1.原县旅游局承担的职责划入县文旅局。\n2.县人社局的医保职能整体划转县医保局。\n"
        "3.将县农机局由县政府直属事业单位调整更名为县农机办公室。\n4.不再保留单设的县政府督导室、县医改办。\n"
        "5.撤销县农机监理站建制。\n6.县扶贫办改为县乡村振兴局。",
        [
            ("县旅游局", "县文旅局", "function_transfer", (), None),
            ("县人社局", "县医保局", "function_transfer", ("医保",), None),
            ("县农机局", "县农机办公室", "rename", (), None),
            ("县政府督导室", None, "abolish", (), None),
            ("县医改办", None, "abolish", (), None),
            ("县农机监理站", None, "abolish", (), None),
            ("县扶贫办", "县乡村振兴局", "rename", (), None),
        ],
    ),
    # what goes stands before who gives; the taker before 将
    (
        "1.将食品安全协调的职责由市药监局划入市卫生局。\n2.澄湖市卫健委将市卫计委的职责、市民政局老龄管理职责等整合，作为市政府组成部门。\n"
        "3.新组建的澄湖市医保局、澄湖市数据局在市政府揭牌。\n4.不再保留区、县级市商业局。",
        [
            ("市药监局", "市卫生局", "function_transfer", ("食品安全协调",), None),
            ("市卫计委", "澄湖市卫健委", "function_transfer", (), None),
            ("市民政局", "澄湖市卫健委", "function_transfer", ("老龄管理",), None),
            (None, "澄湖市医保局", "found", (), None),
            (None, "澄湖市数据局", "found", (), None),
        ],
    ),
    # duties inside a firm, to a group, to nobody
    (
        "1.企业将研发职责划入技术中心。\n2.将安全职责划入绩效考核。\n3.各部门将监管职责调整到窗口。",
        [],
    ),
    # what must not be, or is planned, has not happened
    ("1.未经批准，市数据局不得更名为市大数据局。\n2.拟不再保留市粮食局。\n3.拟组建市医保局。", []),
    (
        "1.本条例适用于国务院批准设立的开发区。\n2.支持经批准设立的开发区内的企业。\n3.经批准设立检查站。",
        [],
    ),
    # what one body gave is not what the next one does, whose name is read or not
    (
        "1.县地震局的震害防御职责归入县应急局。\n2.县粮食局不再保留，职责划入县发改委。\n"
        "3.县地震局的监测职责归入县应急局。\n4.撤销县委610办公室，将其职责划归县委政法委员会。\n"
        "5.县地震局的救援职责归入县应急局。\n6.取消县经济协作办公室，其职责并入县商务局。",
        [
            ("县地震局", "县应急局", "function_transfer", ("震害防御",), None),
            ("县粮食局", None, "abolish", (), None),
            ("县粮食局", "县发改委", "function_transfer", (), None),
            ("县地震局", "县应急局", "function_transfer", ("监测",), None),
            (None, "县委政法委员会", "function_transfer", (), None),
            ("县地震局", "县应急局", "function_transfer", ("救援",), None),
            ("县经济协作办公室", None, "abolish", (), None),
            ("县经济协作办公室", "县商务局", "function_transfer", (), None),
        ],
    ),
    # who takes them stands in the sentence before; two of one name are no one
    (
        "1.组建市交通委员会。将市公路局、市港口局的职责整合划入。\n2.组建市甲局、市乙局。将市丙局的职责整合划入。\n"
        "3.组建市丁局。\n4.做好交接。\n5.将市戊局的职责整合划入。",
        [
            (None, "市交通委员会", "found", (), None),
            ("市公路局", "市交通委员会", "function_transfer", (), None),
            ("市港口局", "市交通委员会", "function_transfer", (), None),
            (None, "市甲局", "found", (), None),
            (None, "市乙局", "found", (), None),
            (None, "市丁局", "found", (), None),
        ],
    ),
    # who no longer does it, and who does; a permit, a place for it and a firm take none
    (
        "1.市水利局不再承担水资源调查职责，划转至市自然资源局。\n2.市城管局不再负责渣土管理工作，由市住建局承担。\n"
        "3.市农科所不再承担收费业务，转由银行办理。\n4.市人社局不再负责开具证明。",
        [
            ("市水利局", "市自然资源局", "function_transfer", ("水资源调查",), None),
            ("市城管局", "市住建局", "function_transfer", ("渣土管理",), None),
        ],
    ),
    # 增设, 取消, 将…撤销: bodies that are named by their place, no section, no permit
    (
        "1.增设市数据局。\n2.增设法制科、办公室。\n3.取消市信息办。\n4.取消市级审批。\n5.取消县城管局收费窗口。\n"
        "6.将原有的县工商局、县质监局撤销，组建县市场监管局。\n7.将县供销社的登记撤销。\n8.将许可决定撤销。",
        [
            (None, "市数据局", "found", (), None),
            ("市信息办", None, "abolish", (), None),
            ("县工商局", None, "abolish", (), None),
            ("县质监局", None, "abolish", (), None),
            (None, "县市场监管局", "found", (), None),
        ],
    ),
    # several made of several: which went where is not said; one made of several is a merger
    (
        "1.撤并区经济局、区科技局，组建区经信局、区发改局。\n2.将县教科局分设为县教育局和县科技局。\n"
        "3.市规划局、市国土局组成市自然资源局。\n4.由市规划局、市国土局组成市检查组。\n"
        "5.由市规划局、市国土局组成市评标委员会。\n6.任务分设为三类。",
        [
            ("区经济局", None, "abolish", (), None),
            ("区科技局", None, "abolish", (), None),
            (None, "区经信局", "found", (), None),
            (None, "区发改局", "found", (), None),
            ("县教科局", "县教育局", "split", (), None),
            ("县教科局", "县科技局", "split", (), None),
            ("市规划局", "市自然资源局", "merge", (), None),
            ("市国土局", "市自然资源局", "merge", (), None),
        ],
    ),
    # a section that is moved as a whole, and its name; how a body opens
    (
        "1.现区经济局工业科成建制划入区企业局，更名为区企业处。\n2.2月22日，澄湖市自然资源局挂牌成立。\n"
        "3.将市规划局的职责整合，组建为新的市甲局作为市政府组成部门。\n4.同意建立“澄湖景区养护所”，为市景区管理处的下设机构。\n"
        "5.同意建立市数据联席会议制度。\n6.合作社正式挂牌成立。",
        [
            ("区经济局工业科", "区企业局", "merge", (), None),
            ("区经济局工业科", "区企业处", "rename", (), None),
            (None, "澄湖市自然资源局", "found", (), None),
            ("市规划局", "市甲局", "function_transfer", (), None),
            (None, "市甲局", "found", (), None),
            (None, "澄湖景区养护所", "found", (), None),
        ],
    ),
    # duties that leave a body, and who takes them over; 承接 of nobody's duties moves none
    (
        "1.市广播电视台的行政管理职能剥离，划入市文广局。\n2.医保职能从市人社局剥离，移交市医保局。\n"
        "3.组建市应急局，承接市安监局全部职责和市民政局救灾、市水务局防汛等职责。\n4.市法制办的职责由市司法局承接。\n"
        "5.市审批局承接省级下放的审批职责。\n6.企业将后勤职能剥离，移交物业公司。",
        [
            ("市广播电视台", "市文广局", "function_transfer", ("行政管理",), None),
            ("市人社局", "市医保局", "function_transfer", ("医保",), None),
            ("市安监局", "市应急局", "function_transfer", (), None),
            ("市民政局", "市应急局", "function_transfer", ("救灾",), None),
            ("市水务局", "市应急局", "function_transfer", ("防汛",), None),
            (None, "市应急局", "found", (), None),
            ("市法制办", "市司法局", "function_transfer", (), None),
        ],
    ),
    # on the basis of bodies; who belong to another; a higher standing with a name, and without
    (
        "1.在市卫生局、市计生委的基础上组建市卫计委。\n2.市交通局所属市运管处、市征稽所合并成立市运输局。\n"
        "3.市旅游局升格为市旅游委员会。\n4.市畜牧局升格为正县级。\n5.工商、质监两局合并，成立市市场监管局。\n"
        "6.新设市金融局。\n7.在调研的基础上组建专班。",
        [
            ("市卫生局", "市卫计委", "merge", (), None),
            ("市计生委", "市卫计委", "merge", (), None),
            ("市运管处", "市运输局", "merge", (), None),
            ("市征稽所", "市运输局", "merge", (), None),
            ("市旅游局", "市旅游委员会", "rename", (), None),
            (None, "市市场监管局", "found", (), None),
            (None, "市金融局", "found", (), None),
        ],
    ),
    # a history leaves its subject out; a new paragraph speaks of another
    (
        "1.澄湖市公用事业处始建于1955年，始称澄湖市清洁队，1978年更名为澄湖市环卫处。1996年改称澄湖市环卫局。\n"
        "2.2001年，县农机站更名为县农机局。2010年更名为县农机中心。\n3.2012年更名为县农业局。\n"
        "4.公司原名澄湖机械厂，1998年更名为澄湖机械公司。",
        [
            ("澄湖市清洁队", "澄湖市环卫处", "rename", (), None),
            ("澄湖市环卫处", "澄湖市环卫局", "rename", (), None),
            ("县农机站", "县农机局", "rename", (), None),
            ("县农机局", "县农机中心", "rename", (), None),
        ],
    ),
    # formed of what others give; work that goes to a body
    (
        "1.新组建的省农业厅将原省农委的职责，省财政厅的农业开发项目管理职责等整合组建而成，作为省政府组成部门。\n"
        "2.组建市机关局，机关事务管理工作划归市机关局。\n3.将保洁工作划归物业公司。\n4.企业将研发职责整合组建而成。",
        [
            ("省农委", "省农业厅", "function_transfer", (), None),
            ("省财政厅", "省农业厅", "function_transfer", ("农业开发项目管理",), None),
            (None, "省农业厅", "found", (), None),
            (None, "市机关局", "found", (), None),
            (None, "市机关局", "function_transfer", ("机关事务管理",), None),
        ],
    ),
    # the sentence begins with who takes them; 单独设立, 组建成立
    (
        "1.新成立市林业局后，由市资源局管理，将市农业局的草原管理职责，市水务局、市住建局等部门的湿地职责整合。\n"
        "2.同意单独设立澄湖市文物局，作为市文旅局管理的机构。\n3.组建成立市数据局，是一件大事。\n"
        "4.做好改革。将市乙局的职责整合。",
        [
            ("市农业局", "市林业局", "function_transfer", ("草原管理",), None),
            ("市水务局", "市林业局", "function_transfer", ("湿地",), None),
            ("市住建局", "市林业局", "function_transfer", ("湿地",), None),
            (None, "澄湖市文物局", "found", (), None),
            (None, "市数据局", "found", (), None),
        ],
    ),
    # merged into the one that opens; all duties over a comma; set up as part of a government
    (
        "1.由市园林局和市绿化办公室（市林业局）合并组建的市园林绿化局成立。\n"
        "2.原市园林局和市绿化办公室（市林业局）承担的行政管理职责，交由市园林绿化局承担。\n"
        "3.同时，成立市公园中心，为市政府直属相当正局级事业单位。\n4.县政务办公室的职责、相关部门的审批职责整合，组建了县审批局。\n"
        "5.成立业主委员会，为自治组织。",
        [
            ("市园林局", "市园林绿化局", "merge", (), None),
            ("市绿化办公室（市林业局）", "市园林绿化局", "merge", (), None),
            ("市园林局", "市园林绿化局", "function_transfer", ("行政管理",), None),
            ("市绿化办公室（市林业局）", "市园林绿化局", "function_transfer", ("行政管理",), None),
            (None, "市公园中心", "found", (), None),
            ("县政务办公室", "县审批局", "function_transfer", (), None),
            (None, "县审批局", "found", (), None),
        ],
    ),
    # a condition, a proposal; an enterprise is no body of the state
    (
        "1.如果将市地震局并入市应急局，由市委编办报批。\n2.拟将市地震局的职责划入市应急局。\n"
        "3.一旦市地震局与市应急局合并，组建市甲局。\n4.将社会保险费征收职责由企业划入税务部门。",
        [],
    ),
    # no body is abolished where an enterprise is
    ("1.甲。依法撤销企业登记，组建创业专业团队。", []),
    ("1.甲。县应急局挂牌后组建县消防局。", [(None, "县消防局", "found", (), None)]),
    # what a law lays down is no change
    ("1.甲。市人民政府应当组建城乡规划委员会。", []),
    ("1.甲。经市政府批准设立的渔港检查站，负责查验。", []),
    ("1.甲。有权撤销或者变更村民委员会不适当的决定。", []),
    ("1.甲。撤销村民委员会设立居民委员会的，从其规定。", []),
    ("1.甲。街道办事处负责组建物业管理委员会。", []),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_agency_changes_are_read(text: str, rows: list[tuple[object, ...]]) -> None:
    found = [
        (c.old, c.new, c.kind.value, c.functions, c.cause)
        for c in read(HEAD + text + SIGNED).agency_changes
    ]
    assert found == rows


def test_a_document_on_the_duties_of_a_body_speaks_of_it() -> None:
    record = read(
        "澄湖市水利局主要职责内设机构和人员编制规定\n一、职责调整\n（一）将原市农业局的农田水利职责划入。\n"
        "（二）将水资源调查职责划给市自然资源局。\n（三）将城市供水职责划入市水利局。\n"
        "（四）将主管公共水面的职能，以及原市渔政站承担的渔业管理职能，交给市农业农村局。\n"
    )
    assert [(c.old, c.new, c.functions) for c in record.agency_changes] == [
        ("市农业局", "澄湖市水利局", ("农田水利",)),
        ("澄湖市水利局", "市自然资源局", ("水资源调查",)),
        (None, "市水利局", ("城市供水",)),
        ("澄湖市水利局", "市农业农村局", ("主管公共水面",)),
        ("市渔政站", "市农业农村局", ("渔业管理",)),
    ]
