"""Who is responsible for a clause (责任单位): marks, label lines and tables."""
