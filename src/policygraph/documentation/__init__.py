"""The pages of ``docs/`` that are generated, so that they cannot say what is not so."""
