"""Requests and answers: content negotiation, protocol, problems, languages, headers."""
