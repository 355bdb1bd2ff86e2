"""DOCX: Office Open XML, WordprocessingML (ISO/IEC 29500-1)."""
