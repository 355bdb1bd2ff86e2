"""The words by which a sentence tells what became of a body, and a quick look for them."""

from policygraph.expression import expression

# the words that the patterns cannot do without; few parts of a sentence hold one
SPOKEN = {
    "更名": "rename", "改名": "rename", "改称": "rename", "改组为": "rename", "重组为": "rename",
    "改建为": "rename", "改设为": "rename", "改为": "rename", "调整组建为": "rename",
    "升格为": "rename",
    "划转": "move", "划入": "move", "划归": "move", "移交": "move", "并入": "move", "转隶": "move",
    "划给": "move", "归入": "move", "调整到": "move", "调整至": "move", "整合到": "move",
    "交由": "move", "转由": "move", "交给": "move", "职责由": "move", "职能由": "move",
    "撤销": "abolish", "取消": "abolish",
    "不再保留": "abolish", "不再设立": "abolish", "不再单独": "abolish",
    "组建": "found", "设立": "found", "成立": "found", "增设": "found", "新设": "found",
    "同意建立": "found", "决定建立": "found", "批准建立": "found",
}  # fmt: skip
VERBS = expression("|".join(SPOKEN))
# what a sentence that tells a change has one of; 履行职责 tells none
_FURTHER = (
    "整合|合并|归并|撤并|合一|建制|调整由|统一由|改由|"
    "均由|组成|分设|拆分|分拆|分立|不再|承接|始称|原名|原称|前身|剥离|划出|分离|基础上"
)
TELLS = expression("|".join((*SPOKEN, _FURTHER)))
# two classes of characters first: they fail fast
NOTED = expression(
    "[更改重职撤不合整归并组设成增取分拆建新升始原前][名称组建设为能责权销再并合入立体一成消分拆格称名身]"
    "(?:(?<=更名|改名|改称|改组|改为|职能|职责|职权|撤销|合并|整合|归并|撤并|合一|并入|组建|设立|成立)"
    "|(?<=重组|改建|改设)(?=为)|(?<=不再)(?=保留|设立|承担|负责|行使)|(?<=成建|整建)(?=制)"
    "|(?<=整体)(?=[划转])|(?<=组成|增设|取消|新设)(?=[省市县区州盟旗])"
    "|(?<=分设|拆分|分拆|分立)(?=[为成，])|(?<=升格)(?=为)|(?<=始称|原名|原称|前身)|(?<=同意建立|决定建立|批准建立))"
)
