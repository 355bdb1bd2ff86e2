"""What the roles of units are called in tables and legends, in Chinese and English."""

from policygraph.model.facts import Role

ROLE_NAMES = {
    Role.LEAD: ("牵头", "lead"),
    Role.RESPONSIBLE: ("负责", "responsible"),
    Role.SUPPORT: ("配合", "support"),
    Role.DATA_SOURCE: ("数据来源", "data source"),
    Role.REVIEW: ("审核", "review"),
}
