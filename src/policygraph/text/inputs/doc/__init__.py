"""DOC: the binary format of Word 97 to 2003 and of WPS ([MS-DOC])."""
