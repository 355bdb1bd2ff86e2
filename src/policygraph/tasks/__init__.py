"""Tasks of a document: what is to be done, by whom, until when (任务分解表).

Made from a record and its text, with no new reading: marks, duties of running text and deadlines
of one passage are put together.
"""
