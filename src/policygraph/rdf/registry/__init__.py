"""Registry -> triples: agencies and places through time, laws: the graph ``registry``."""
