"""Our terms and the reused ones, as full IRI strings. No other file spells a term.

A term of ours is defined in ``ontology/*.ttl``; a test proves that the two lists agree.
"""

PG = "https://w3id.org/policygraph/ns#"
CONCEPT = "https://w3id.org/policygraph/concept/"
ELI = "http://data.europa.eu/eli/ontology#"
DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SH = "http://www.w3.org/ns/shacl#"

PREFIXES: dict[str, str] = {
    "pg": PG,
    "pgc": CONCEPT,
    "eli": ELI,
    "dcterms": DCTERMS,
    "oa": OA,
    "org": ORG,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "skos": SKOS,
    "xsd": XSD,
    "sh": SH,
}

TYPE = RDF + "type"
DOMAIN_INCLUDES = "http://purl.org/dc/dcam/domainIncludes"
RANGE_INCLUDES = "http://purl.org/dc/dcam/rangeIncludes"

# classes
POLICY = PG + "Policy"
DRAFT_POLICY = PG + "DraftPolicy"
CLAUSE = PG + "Clause"
RESPONSIBILITY = PG + "Responsibility"
CITATION = PG + "Citation"
AGENCY = PG + "Agency"
AGENCY_GROUP = PG + "AgencyGroup"
MEMBER = PG + "member"
PLACE = PG + "Place"
LEGISLATION = PG + "Legislation"
ARTICLE = PG + "Article"
SOURCE = PG + "Source"
FIELD_READING = PG + "FieldReading"
ENTRY = PG + "Entry"
FINDING = PG + "Finding"
QUANTITY = PG + "Quantity"
DEADLINE = PG + "Deadline"
AMENDMENT = PG + "Amendment"
BASIS = PG + "Basis"
AGENCY_CHANGE = PG + "AgencyChange"
BODY_DUTY = PG + "BodyDuty"
POST = PG + "Post"
CHANGE_EVENT = ORG + "ChangeEvent"
BUILD = PG + "Build"
LEGAL_RESOURCE = ELI + "LegalResource"
SUBDIVISION = ELI + "LegalResourceSubdivision"
TEXT_POSITION = OA + "TextPositionSelector"

# document
TITLE = DCTERMS + "title"
ID_LOCAL = ELI + "id_local"
PASSED_BY = ELI + "passed_by"
TYPE_DOCUMENT = ELI + "type_document"
WORK_TYPE = ELI + "work_type"  # of a draft: eli:type_document is of legal resources only
ISSUER = PG + "issuer"  # of a draft: eli:passed_by is of legal resources only
JURISDICTION = ELI + "jurisdiction"
DATE_DOCUMENT = ELI + "date_document"
DATE_PUBLICATION = ELI + "date_publication"
DATE_IN_FORCE = ELI + "first_date_entry_in_force"
DATE_NO_LONGER = ELI + "date_no_longer_in_force"
HAS_PART = ELI + "has_part"
IS_PART_OF = ELI + "is_part_of"
ISSUER_AS_WRITTEN = PG + "issuerAsWritten"
STATUS = PG + "status"
DISCLOSURE = PG + "disclosure"
ADDRESSED_TO = PG + "addressedTo"
COPIED_TO = PG + "copiedTo"
PRINTED_IN = PG + "printedIn"
FIELD = PG + "field"
READING_OF = PG + "readingOf"
ENTRY_OF = PG + "entryOf"
POSITION = PG + "position"

# source and anchors
FILE_NAME = PG + "fileName"
SHA256 = PG + "sha256"
TEXT_SHA256 = PG + "textSha256"
CHARACTERS = PG + "characters"
MEDIA_TYPE = DCTERMS + "format"
FACTS_ONLY = PG + "factsOnly"
RECORD_VERSION = PG + "recordVersion"
ANCHOR = PG + "anchor"
ANCHOR_ORDER = PG + "anchorOrder"
EXTENT = PG + "extent"
IN_SOURCE = PG + "inSource"
START = OA + "start"
END = OA + "end"
RULE = PG + "rule"
FOUND_IN = PG + "foundIn"
FINDING_CODE = PG + "findingCode"
DETAIL = PG + "detail"

# clause
OF_POLICY = PG + "policy"
PATH = PG + "path"
LABEL = PG + "label"
TYPE_SUBDIVISION = ELI + "type_subdivision"

# responsibility
OF_CLAUSE = PG + "clause"
SEGMENT = PG + "segment"
AS_WRITTEN = PG + "asWritten"
AS_WRITTEN_DIGEST = PG + "asWrittenDigest"
AS_WRITTEN_LENGTH = PG + "asWrittenLength"
RESOLVED_NAME = PG + "resolvedName"
CANONICAL_NAME = PG + "canonicalName"
ROLE = PG + "role"
INHERITED = PG + "inherited"
GROUP = PG + "group"
AGENT = PG + "agent"
ROLE_SHORTCUTS: dict[str, str] = {
    "responsible": PG + "responsibleAgency",
    "lead": PG + "leadAgency",
    "support": PG + "supportAgency",
    "data_source": PG + "dataSourceAgency",
    "review": PG + "reviewAgency",
}

# citation
CITED_TITLE = PG + "citedTitle"
CITED_NUMBER = PG + "citedNumber"
ARTICLE_NUMBER = PG + "article"
PARAGRAPH_NUMBER = PG + "paragraph"
ITEM_NUMBER = PG + "item"
ARTICLE_COUNT = PG + "articleCount"
RELATION = PG + "relation"
CITED = PG + "cited"
RELATION_SHORTCUTS: dict[str, str] = {
    "based_on": ELI + "based_on",
    "implements": ELI + "ensures_implementation_of",
    "cites": ELI + "cites",
    "amends": ELI + "amends",
    "repeals": ELI + "repeals",
    "forwards": PG + "forwards",
    "evidence": PG + "citesAsEvidence",
}

# figures and times
KIND = PG + "kind"
VALUE = PG + "value"
UNIT = PG + "unit"
YEAR = PG + "year"
SUBJECT = PG + "subject"
CONDITION = PG + "condition"
DATE = PG + "date"
EVERY = PG + "every"

# units named outside a mark
UNIT_NAME = PG + "unitName"
AGENCY_OF = PG + "agency"  # the agency behind a printed name

# amendments
OPERATION = PG + "operation"
TARGET_TITLE = PG + "targetTitle"
TARGET_NUMBER = PG + "targetNumber"
LOCATOR = PG + "locator"
LOCATOR_AS_WRITTEN = PG + "locatorAsWritten"
OLD_TEXT = PG + "oldText"
OLD_TEXT_DIGEST = PG + "oldTextDigest"
OLD_TEXT_LENGTH = PG + "oldTextLength"
NEW_TEXT = PG + "newText"
NEW_TEXT_DIGEST = PG + "newTextDigest"
NEW_TEXT_LENGTH = PG + "newTextLength"
OLD_TEXT_ANCHOR = PG + "oldTextAnchor"
NEW_TEXT_ANCHOR = PG + "newTextAnchor"
SIDE = PG + "side"
BESIDE_TEXT = PG + "besideText"
BESIDE_TEXT_DIGEST = PG + "besideTextDigest"
BESIDE_TEXT_LENGTH = PG + "besideTextLength"
BESIDE_TEXT_ANCHOR = PG + "besideTextAnchor"
BESIDE_LOCATOR = PG + "besideLocator"
BESIDE_LOCATOR_AS_WRITTEN = PG + "besideLocatorAsWritten"
NEW_LOCATOR = PG + "newLocator"
NEW_LOCATOR_AS_WRITTEN = PG + "newLocatorAsWritten"
FIRST_ARTICLE = PG + "firstArticle"
LAST_ARTICLE = PG + "lastArticle"
MARK_LABEL = PG + "markLabel"
HAS_BASIS = PG + "basis"
TARGET = PG + "target"
TARGET_CLAUSE = PG + "targetClause"

# agency changes
OLD_NAME = PG + "oldName"
NEW_NAME = PG + "newName"
FUNCTION = PG + "function"
CAUSE = PG + "cause"
OLD_AGENCY = PG + "oldAgency"
NEW_AGENCY = PG + "newAgency"
ORIGINAL_ORGANIZATION = ORG + "originalOrganization"
RESULTING_ORGANIZATION = ORG + "resultingOrganization"

# posts
STATED_IN = PG + "statedIn"
BODY_NAME = PG + "bodyName"
POST_ROLE = PG + "postRole"
POST_TITLE = PG + "postTitle"
HOLDER = PG + "holder"

# agency and place
PREF_LABEL = SKOS + "prefLabel"
NAME = PG + "name"
PROVISIONAL = PG + "provisional"  # the official name is not known; named as written
OF_PLACE = PG + "place"
CODE = PG + "code"
LEVEL = PG + "level"
LIES_IN = DCTERMS + "isPartOf"  # of a place: eli:is_part_of is between works

# agencies through time
REFORM = PG + "Reform"
CHANGE_DATE = PG + "changeDate"
NOT_BEFORE = PG + "notBefore"
NOT_AFTER = PG + "notAfter"
FORMAL_BASIS = PG + "formalBasis"
VERIFIED = PG + "verified"
CONTINUES = PG + "continues"
SOURCE_OF_FACT = DCTERMS + "source"
EVENT = PG + "event"
ENDED = PG + "ended"
POSSIBLE_RESULT = PG + "possibleResult"
SUCCEEDED_BY = PG + "succeededBy"
END_NOT_BEFORE = PG + "endNotBefore"
END_NOT_AFTER = PG + "endNotAfter"
DATED_NAME = PG + "DatedName"
NAME_OF = PG + "nameOf"
SINCE = PG + "since"
UNTIL = PG + "until"

# places through time
PLACE_CHANGE = PG + "PlaceChange"
OLD_PLACE = PG + "oldPlace"
NEW_PLACE = PG + "newPlace"
OLD_CODE = PG + "oldCode"
NEW_CODE = PG + "newCode"
FORMER_CODE = PG + "formerCode"
BECAME_PLACE = PG + "becamePlace"

# manifest
SOFTWARE_VERSION = PG + "softwareVersion"
ONTOLOGY_HASH = PG + "ontologyHash"
REGISTRY_HASH = PG + "registryHash"
BUILT_FROM = PROV + "used"
